package io.plenary.load.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long looks at tallies keep Redis, by its own slow log, in milliseconds. The longest of them
 * has whatever else the machine did meanwhile in it.
 */
public record TallyReads(double median, double longest) {
  /** Activity, late voters, who was connected, moved counters, rulings: see tally.lua. */
  private static final String KEYS = "5";

  private static final String LAST_KEY = ":rulings";

  /**
   * Of those within so many seconds.
   *
   * @throws IOException also when there was none
   */
  public static TallyReads within(Resp redis, int seconds)
      throws IOException, InterruptedException {
    redis.ask("CONFIG", "SET", "slowlog-max-len", "100000");
    redis.ask("SLOWLOG", "RESET");
    redis.ask("CONFIG", "SET", "slowlog-log-slower-than", "0");
    Thread.sleep(seconds * 1_000L);
    redis.ask("CONFIG", "SET", "slowlog-log-slower-than", "10000");
    String log = redis.ask("SLOWLOG", "GET", "100000");
    redis.ask("SLOWLOG", "RESET");
    return of(log);
  }

  /**
   * @param log entries of id, time, microseconds, command, client and its name, each part of them
   *     on a line of its own
   */
  static TallyReads of(String log) throws IOException {
    String[] lines = log.lines().filter(line -> !line.isEmpty()).toArray(String[]::new);
    List<Long> looks = new ArrayList<>();
    for (int i = 1; i + 7 < lines.length; i++) {
      boolean look =
          lines[i].toUpperCase(Locale.ROOT).startsWith("EVALSHA")
              && lines[i + 2].equals(KEYS)
              && lines[i + 7].endsWith(LAST_KEY);
      if (look) looks.add(Long.parseLong(lines[i - 1]));
    }
    if (looks.isEmpty()) throw new IOException("nobody looked at a tally");
    Collections.sort(looks);
    return new TallyReads(
        looks.get(looks.size() / 2) / 1_000.0, looks.get(looks.size() - 1) / 1_000.0);
  }
}
