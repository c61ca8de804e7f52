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
import java.util.function.IntUnaryOperator;

/**
 * An independent recount of upvotes (ADR 0008, section 2), from nothing but what phones were told is counted and who stands below whom in
 * the export: per person and question the highest {@code seq} stands, taking back is meant for the whole group, and a group has the people
 * who upvoted at least one of it.
 */
public final class QaTruth {
  /** Whether questions are one group while phones tap: then one withdrawal is for all of them. */
  public enum Merged {
    /** Merged before the first tap and until the end. */
    ALWAYS,
    /** Perhaps, for some time, and only within families. What another withdrawal may have taken along is not known. */
    PERHAPS
  }

  /**
   * What was found.
   *
   * @param registers upvotes that stand by the last word of their people
   * @param unknown upvotes that a withdrawal of another question of the family may have taken along
   * @param groups questions at the top of their trees that were ever public
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
      String counted = registers + " upvotes of acknowledged taps, united over " + groups + " groups (" + merged + " merged)";
      if (!good()) return "WRONG: " + String.join("; ", faults.subList(0, Math.min(5, faults.size()))) + (faults.size() > 5 ? "; and " + (faults.size() - 5) + " more" : "");
      return "export = " + counted + (unknown == 0 ? "" : ", but for " + unknown + " that nobody can know");
    }
  }

  private enum Stands { YES, NO, PERHAPS }

  private final Map<Integer, Set<Integer>> sure = new HashMap<>();
  private final Map<Integer, Set<Integer>> perhaps = new HashMap<>();
  private int registers;
  private int unknown;

  private QaTruth(Collection<List<Tap>> people, IntUnaryOperator family, Merged merged, Set<Integer> numbers) {
    Map<Integer, List<Integer>> families = new HashMap<>();
    numbers.forEach(n -> families.computeIfAbsent(family.applyAsInt(n), f -> new ArrayList<>()).add(n));
    int person = 0;
    for (List<Tap> taps : people) {
      Map<Integer, Stands> own = registers(taps, n -> families.getOrDefault(family.applyAsInt(n), List.of(n)), merged);
      for (Map.Entry<Integer, Stands> e : own.entrySet()) {
        if (e.getValue() == Stands.YES) sure.computeIfAbsent(e.getKey(), n -> new HashSet<>()).add(person);
        if (e.getValue() != Stands.NO) perhaps.computeIfAbsent(e.getKey(), n -> new HashSet<>()).add(person);
        if (e.getValue() == Stands.YES) registers++;
        if (e.getValue() == Stands.PERHAPS) unknown++;
      }
      person++;
    }
  }

  private static Map<Integer, Stands> registers(List<Tap> taps, java.util.function.IntFunction<List<Integer>> family, Merged merged) {
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
   * @param export every question: {@code number}, {@code upvotes}, {@code merged_into}
   * @param people what each was told is counted, in the order of {@code seq}
   * @param family of a question's number: only within it is anything merged
   * @param shown upvotes by number, as a phone that just came shows them
   */
  public static Verdict check(List<JsonNode> export, Collection<List<Tap>> people, IntUnaryOperator family, Merged merged, Map<Integer, Integer> shown) {
    Map<Integer, JsonNode> rows = new TreeMap<>();
    export.forEach(row -> {
      if (row.path("number").isInt()) rows.put(row.get("number").asInt(), row);
    });
    QaTruth truth = new QaTruth(people, family, merged, rows.keySet());
    List<String> faults = new ArrayList<>();
    Map<Integer, Set<Integer>> groups = new TreeMap<>();
    for (int n : rows.keySet()) groups.computeIfAbsent(root(rows, n, faults), r -> new HashSet<>()).add(n);
    groups.forEach((root, members) -> {
      int least = union(truth.sure, members);
      int most = union(truth.perhaps, members);
      int exported = rows.get(root).get("upvotes").asInt();
      if (exported < least || exported > most) {
        faults.add("question " + root + " of group " + members + " has " + exported + " upvotes, acknowledged are " + least + (most > least ? " to " + most : ""));
      }
      if (shown.containsKey(root) && shown.get(root) != exported) {
        faults.add("question " + root + " has " + exported + " upvotes in the export, and a new phone shows " + shown.get(root));
      }
    });
    Set<Integer> surplus = new HashSet<>(shown.keySet());
    surplus.removeAll(groups.keySet());
    if (!surplus.isEmpty()) faults.add("a new phone shows " + surplus + ", which are no groups of the export");
    return new Verdict(truth.registers, truth.unknown, groups.size(), rows.size() - groups.size(), faults);
  }

  private static int root(Map<Integer, JsonNode> rows, int n, List<String> faults) {
    int top = n;
    for (int i = 0; i <= rows.size(); i++) {
      JsonNode into = rows.get(top).path("merged_into");
      if (!into.isInt()) return top;
      if (!rows.containsKey(into.asInt())) {
        faults.add("question " + top + " was merged into " + into + ", which is not in the export");
        return top;
      }
      top = into.asInt();
    }
    faults.add("question " + n + " was merged in a circle");
    return n;
  }

  private static int union(Map<Integer, Set<Integer>> people, Set<Integer> members) {
    Set<Integer> all = new HashSet<>();
    members.forEach(n -> all.addAll(people.getOrDefault(n, Set.of())));
    return all.size();
  }
}
