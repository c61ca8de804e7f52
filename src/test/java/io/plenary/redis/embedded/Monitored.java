package io.plenary.redis.embedded;

import io.plenary.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What clients ask of a {@link TestRedis}, as MONITOR tells it. Blocking. */
public final class Monitored {
  private static final Pattern COMMAND =
      Pattern.compile("^\\+[\\d.]+ \\[\\d+ ([^\\]]+)] \"([^\"]+)\"(.*)");

  private Monitored() {}

  /**
   * How often each was asked for so long, as "command argument"; what scripts do is not in it.
   *
   * @param others what is in the commands of connections that are left out whole
   */
  public static Map<String, Integer> commands(TestRedis redis, long ms, String others)
      throws IOException {
    Map<String, Map<String, Integer>> byClient = new HashMap<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.address().port())) {
      socket
          .getOutputStream()
          .write(
              ("AUTH " + TestRedis.PASSWORD + "\r\nMONITOR\r\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      in.readLine();
      in.readLine();
      long until = System.nanoTime() + ms * 1_000_000;
      while (true) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) break;
        socket.setSoTimeout((int) left);
        String line;
        try {
          line = in.readLine();
        } catch (SocketTimeoutException quiet) {
          break;
        }
        Matcher m = COMMAND.matcher(line);
        if (!m.find() || m.group(1).equals("lua")) continue;
        String[] rest = m.group(3).trim().split(" ", 2);
        String what = m.group(2) + " " + rest[0];
        if (line.contains(others)) what = others;
        byClient.computeIfAbsent(m.group(1), c -> new HashMap<>()).merge(what, 1, Integer::sum);
      }
    }
    Map<String, Integer> all = new HashMap<>();
    byClient.values().stream()
        .filter(client -> !client.containsKey(others))
        .forEach(client -> client.forEach((what, n) -> all.merge(what, n, Integer::sum)));
    return all;
  }

  /** How many that is in a second. */
  public static double rate(Map<String, Integer> commands, long ms) {
    return commands.values().stream().mapToInt(n -> n).sum() * 1_000.0 / ms;
  }
}
