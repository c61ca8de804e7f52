package io.plenary.load.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads what masters, replicas and Sentinels say of each other. */
final class Replication {
  private Replication() {}

  /** A field of INFO; empty when it is not there. */
  static String field(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** How many replicas a master sends everything to, by its INFO; -1 when it is no master. */
  static long online(String info) {
    if (!field(info, "role").equals("master")) return -1;
    return info.lines().filter(line -> line.matches("slave\\d+:.*\\bstate=online\\b.*")).count();
  }

  /** Whether it is a replica of who listens there, by its INFO; connected or not. */
  static boolean follows(String info, int master) {
    return field(info, "role").equals("slave")
        && field(info, "master_port").equals(String.valueOf(master));
  }

  /**
   * How much was replicated so far: by a master's INFO what it made, by a replica's what it has.
   */
  static long offset(String info) {
    String name = field(info, "role").equals("master") ? "master_repl_offset" : "slave_repl_offset";
    return Long.parseLong(field(info, name));
  }

  /**
   * How many of the replicas that a Sentinel knows are linked to the master and not down; -1 when
   * others are there, too.
   *
   * @param replicas its answer to SENTINEL REPLICAS, names and values in turn
   */
  static int well(String replicas) {
    int known = 0;
    int well = 0;
    String name = "";
    boolean up = false;
    for (String line : replicas.lines().toList()) {
      switch (name) {
        case "flags" -> {
          known++;
          up = line.equals("slave");
        }
        case "master-link-status" -> well += up && line.equals("ok") ? 1 : 0;
        default -> {}
      }
      name = line;
    }
    return known == well ? well : -1;
  }

  /**
   * What more than half of them name; 0 when they do not agree.
   *
   * @param named ports that were named
   * @param of how many were asked
   */
  static int most(Collection<Integer> named, int of) {
    Map<Integer, Integer> votes = new HashMap<>();
    named.forEach(port -> votes.merge(port, 1, Integer::sum));
    return votes.entrySet().stream()
        .filter(e -> 2 * e.getValue() > of)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }
}
