package io.plenary.load.server;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads what a server of a Cluster says of all of them: its answer to CLUSTER NODES, a line each of
 * id, {@code ip:port@bus}, flags, master, two times, epoch, state of the link, and slots.
 */
final class ClusterNodes {
  private static final int FIELDS = 8;
  private static final Set<String> UNWELL =
      Set.of("fail", "fail?", "handshake", "noaddr", "noflags");

  private ClusterNodes() {}

  /** Port of the master that has a slot; 0 when it is said to have failed, or there is none. */
  static int owner(String nodes, int slot) {
    for (String line : nodes.lines().toList()) {
      String[] words = line.split(" ");
      List<String> flags = flags(words);
      if (!flags.contains("master") || flags.contains("fail")) continue;
      for (int i = FIELDS; i < words.length; i++) {
        if (has(words[i], slot)) return port(words[1]);
      }
    }
    return 0;
  }

  /** Whether the server at this port is said to have failed, not only by the one that was asked. */
  static boolean failed(String nodes, int port) {
    return nodes
        .lines()
        .map(line -> line.split(" "))
        .anyMatch(words -> flags(words).contains("fail") && port(words[1]) == port);
  }

  /**
   * Whether there are so many replicas of each of so many masters with slots and nothing else, all
   * of them are linked, and none is thought to be down.
   */
  static boolean well(String nodes, int masters, int replicas) {
    int withSlots = 0;
    int copies = 0;
    for (String line : nodes.lines().toList()) {
      String[] words = line.split(" ");
      List<String> flags = flags(words);
      if (words.length < FIELDS || flags.stream().anyMatch(UNWELL::contains)) return false;
      if (!flags.contains("myself") && !words[7].equals("connected")) return false;
      if (flags.contains("slave") && copiesOf(nodes, words[3]) == replicas) copies++;
      else if (flags.contains("master") && words.length > FIELDS) withSlots++;
      else return false;
    }
    return withSlots == masters && copies == masters * replicas;
  }

  private static long copiesOf(String nodes, String master) {
    return nodes
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> flags(words).contains("slave") && words[3].equals(master))
        .count();
  }

  private static List<String> flags(String[] words) {
    return words.length < FIELDS ? List.of() : Arrays.asList(words[2].split(","));
  }

  /**
   * @param range {@code 5}, {@code 0-5460}, or a slot on its way in brackets
   */
  private static boolean has(String range, int slot) {
    if (!range.matches("\\d+(-\\d+)?")) return false;
    String[] ends = range.split("-");
    return Integer.parseInt(ends[0]) <= slot && slot <= Integer.parseInt(ends[ends.length - 1]);
  }

  private static int port(String address) {
    String own = address.replaceFirst("@.*", "");
    return Integer.parseInt(own.substring(own.lastIndexOf(':') + 1));
  }
}
