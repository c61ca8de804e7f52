package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.phone.Upvoter.Tap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * An independent recount of upvotes (ADR 0008), from nothing but what phones were told is counted
 * and who stands below whom in the export: per person and question the highest {@code seq} stands,
 * taking back is meant for the whole group, and a group has the people who upvoted at least one of
 * it.
 */
public final class QaTruth {
  /** Whether questions are one group while phones tap: then one withdrawal is for all of them. */
  public enum Merged {
    /** Merged before the first tap and until the end. */
    ALWAYS,
    /**
     * Perhaps, for some time, and only within families. What another withdrawal may have taken
     * along is not known.
     */
    PERHAPS
  }

  /**
   * What was found.
   *
   * @param registers upvotes that stand by the last word of their people
   * @param unknown upvotes that a withdrawal of another question of the family may have taken along
   * @param groups questions at the top of their trees
   * @param merged questions below others
   */
  public record Verdict(int registers, int unknown, int groups, int merged, List<String> faults) {
    public Verdict {
      faults = List.copyOf(faults);
    }

    public boolean good() {
      return faults.isEmpty();
    }

    @Override
    public String toString() {
      String counted =
          registers
              + " upvotes of acknowledged taps, united over "
              + groups
              + " groups ("
              + merged
              + " merged)";
      if (!good()) {
        return "WRONG: "
            + String.join("; ", faults.subList(0, Math.min(5, faults.size())))
            + (faults.size() > 5 ? "; and " + (faults.size() - 5) + " more" : "");
      }
      return "export = "
          + counted
          + (unknown == 0 ? "" : ", but for " + unknown + " that nobody can know");
    }
  }

  private enum Stands {
    YES,
    NO,
    PERHAPS
  }

  private final Map<Integer, Set<Integer>> sure = new HashMap<>();
  private final Map<Integer, Set<Integer>> perhaps = new HashMap<>();
  private int registers;
  private int unknown;

  private QaTruth(
      Collection<List<Tap>> people, IntUnaryOperator family, Merged merged, Set<Integer> numbers) {
    Map<Integer, List<Integer>> families = new HashMap<>();
    numbers.forEach(
        n -> families.computeIfAbsent(family.applyAsInt(n), f -> new ArrayList<>()).add(n));
    int person = 0;
    for (List<Tap> taps : people) {
      Map<Integer, Stands> own =
          registers(taps, n -> families.getOrDefault(family.applyAsInt(n), List.of(n)), merged);
      for (Map.Entry<Integer, Stands> e : own.entrySet()) {
        if (e.getValue() == Stands.YES) {
          sure.computeIfAbsent(e.getKey(), n -> new HashSet<>()).add(person);
        }
        if (e.getValue() != Stands.NO) {
          perhaps.computeIfAbsent(e.getKey(), n -> new HashSet<>()).add(person);
        }
        if (e.getValue() == Stands.YES) registers++;
        if (e.getValue() == Stands.PERHAPS) unknown++;
      }
      person++;
    }
  }

  private static Map<Integer, Stands> registers(
      List<Tap> taps, IntFunction<List<Integer>> family, Merged merged) {
    Map<Integer, Stands> own = new HashMap<>();
    for (Tap tap : taps) { // in the order of their seq: a later one replaces
      own.put(tap.n(), tap.on() ? Stands.YES : Stands.NO);
      if (tap.on()) continue;
      for (int other : family.apply(tap.n())) {
        if (merged == Merged.ALWAYS) own.put(other, Stands.NO);
        else if (own.get(other) == Stands.YES) own.put(other, Stands.PERHAPS);
      }
    }
    return own;
  }

  /**
   * Recounts one room.
   *
   * @param export every question of a closed Q&A: {@code id}, {@code number}, {@code upvotes},
   *     {@code raw}, {@code mergedInto}
   * @param people what each was told is counted, in the order of {@code seq}
   * @param family of a question's number: only within it is anything merged
   * @param shown upvotes by number, as a phone that just came shows them
   */
  public static Verdict check(
      List<JsonNode> export,
      Collection<List<Tap>> people,
      IntUnaryOperator family,
      Merged merged,
      Map<Integer, Integer> shown) {
    Map<String, JsonNode> rows = new TreeMap<>();
    Set<Integer> numbers = new HashSet<>();
    export.forEach(
        row -> {
          rows.put(row.get("id").asText(), row);
          if (row.path("number").isInt()) numbers.add(row.get("number").asInt());
        });
    QaTruth truth = new QaTruth(people, family, merged, numbers);
    List<String> faults = new ArrayList<>();
    Map<String, Set<Integer>> groups = new TreeMap<>();
    rows.forEach(
        (id, row) -> {
          Set<Integer> group = groups.computeIfAbsent(root(rows, id, faults), r -> new HashSet<>());
          if (!row.path("number").isInt()) return;
          int n = row.get("number").asInt();
          group.add(n);
          truth.compare("question " + n + " by itself", Set.of(n), row.path("raw"), faults);
        });
    Map<Integer, Integer> exported = new TreeMap<>();
    groups.forEach(
        (root, members) -> {
          JsonNode row = rows.get(root);
          truth.compare(
              "question " + row.path("number") + " of group " + members,
              members,
              row.path("upvotes"),
              faults);
          if (row.path("number").isInt()) {
            exported.put(row.get("number").asInt(), row.path("upvotes").asInt());
          }
        });
    shown.forEach(
        (n, count) -> {
          if (!count.equals(exported.get(n))) {
            faults.add(
                "a new phone shows "
                    + count
                    + " upvotes of question "
                    + n
                    + ", the export "
                    + exported.get(n));
          }
        });
    return new Verdict(
        truth.registers, truth.unknown, groups.size(), rows.size() - groups.size(), faults);
  }

  private void compare(String what, Set<Integer> members, JsonNode found, List<String> faults) {
    int least = union(sure, members);
    int most = union(perhaps, members);
    boolean right = found.isInt() && found.asInt() >= least && found.asInt() <= most;
    if (!right) {
      faults.add(
          what
              + " has "
              + found
              + " upvotes, acknowledged are "
              + least
              + (most > least ? " to " + most : ""));
    }
  }

  private static String root(Map<String, JsonNode> rows, String id, List<String> faults) {
    String top = id;
    for (int i = 0; i <= rows.size(); i++) {
      JsonNode into = rows.get(top).path("mergedInto");
      if (!into.isTextual()) return top;
      if (!rows.containsKey(into.asText())) {
        faults.add("question " + top + " was merged into " + into + ", which is not in the export");
        return top;
      }
      top = into.asText();
    }
    faults.add("question " + id + " was merged in a circle");
    return id;
  }

  private static int union(Map<Integer, Set<Integer>> people, Set<Integer> members) {
    Set<Integer> all = new HashSet<>();
    members.forEach(n -> all.addAll(people.getOrDefault(n, Set.of())));
    return all.size();
  }
}
