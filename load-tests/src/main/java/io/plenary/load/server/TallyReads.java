package io.plenary.load.server;

import java.io.IOException;
import java.util.Locale;

/** How long looks at tallies keep Redis, by its own slow log. */
public final class TallyReads {
  /** Activity, late voters, who was connected, moved counters, rulings: see tally.lua. */
  private static final String KEYS = "5";

  private static final String LAST_KEY = ":rulings";

  private TallyReads() {}

  /**
   * The longest of those within so many seconds, in milliseconds.
   *
   * @throws IOException also when there was none
   */
  public static double longest(Resp redis, int seconds) throws IOException, InterruptedException {
    redis.ask("CONFIG", "SET", "slowlog-max-len", "100000");
    redis.ask("SLOWLOG", "RESET");
    redis.ask("CONFIG", "SET", "slowlog-log-slower-than", "0");
    Thread.sleep(seconds * 1_000L);
    redis.ask("CONFIG", "SET", "slowlog-log-slower-than", "10000");
    double longest = longest(redis.ask("SLOWLOG", "GET", "100000"));
    redis.ask("SLOWLOG", "RESET");
    if (longest < 0) throw new IOException("nobody looked at a tally in " + seconds + " s");
    return longest;
  }

  /**
   * @param log entries of id, time, microseconds, command, client and its name, each part of them
   *     on a line of its own
   * @return -1 when nobody looked
   */
  static double longest(String log) {
    String[] lines = log.lines().filter(line -> !line.isEmpty()).toArray(String[]::new);
    long longest = -1_000;
    for (int i = 1; i + 7 < lines.length; i++) {
      boolean look =
          lines[i].toUpperCase(Locale.ROOT).startsWith("EVALSHA")
              && lines[i + 2].equals(KEYS)
              && lines[i + 7].endsWith(LAST_KEY);
      if (look) longest = Math.max(longest, Long.parseLong(lines[i - 1]));
    }
    return longest / 1_000.0;
  }
}
