package io.plenary.redis.store;

import io.plenary.redis.store.StepHistory.Said;
import io.plenary.redis.store.StepHistory.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who knows of everybody when they voted and whether their mind really changed, and has
 * every frame: every step is an equation, the sum of what the people in it chose, less what was
 * published for them before. A choice is certain when every history that solves all equations has
 * it. The search looks for another such history, from what really happened, by exchanging one
 * choice and mending the equations one after the other; what it does not find counts as certain, so
 * it never takes a leak for none.
 */
final class StepAttacker {
  private static final int MOST_EXCHANGES = 7;
  private static final int MOST_LOOKS = 6_000;

  /** The nth choice that was published for somebody. */
  private record Place(int who, int nth) {}

  private final StepHistory history;
  private final Set<Step> ignored;
  private final Map<Place, Integer> value = new HashMap<>();
  private final Map<Step, List<Place>> in = new HashMap<>();
  private final Map<Step, int[]> wrong = new HashMap<>();
  private final Set<Place> exchanged = new HashSet<>();
  private int looks;

  /**
   * @param ignored steps of which the attacker has no frame
   */
  StepAttacker(StepHistory history, Set<Step> ignored) {
    this.history = history;
    this.ignored = ignored;
    history.said.forEach(
        (who, all) -> {
          for (int nth = 0; nth < all.size(); nth++) {
            Place place = new Place(who, nth);
            value.put(place, all.get(nth).value());
            in.computeIfAbsent(all.get(nth).step(), s -> new ArrayList<>()).add(place);
          }
        });
    history.steps.forEach(step -> wrong.put(step, new int[history.values]));
  }

  /** Whether the nth published choice of a person is certain. */
  boolean certain(int who, int nth) {
    Place place = new Place(who, nth);
    if (twin(place)) return false;
    for (int other = 0; other < history.values; other++) {
      if (other == value.get(place)) continue;
      looks = 0;
      for (int depth = 1; depth <= MOST_EXCHANGES; depth++) {
        if (exchange(place, other, depth)) return false;
      }
    }
    return true;
  }

  /** Somebody who was in the same steps and chose otherwise: the two cannot be told apart. */
  private boolean twin(Place place) {
    List<Said> mine = history.said.get(place.who);
    for (Place near : in.get(mine.get(place.nth).step())) {
      List<Said> other = history.said.get(near.who);
      if (near.nth != place.nth
          || other.size() != mine.size()
          || other.get(near.nth).value() == mine.get(place.nth).value()) continue;
      boolean same = true;
      for (int i = 0; i < mine.size() && same; i++) {
        same = mine.get(i).step() == other.get(i).step();
      }
      if (same) return true;
    }
    return false;
  }

  /**
   * Exchanges one choice, and as many as are left to mend what that breaks; everything is as before
   * when it answers.
   */
  private boolean exchange(Place place, int to, int left) {
    if (exchanged.contains(place) || ++looks > MOST_LOOKS) return false;
    int from = value.get(place);
    set(place, from, to);
    exchanged.add(place);
    boolean found = mended(left - 1);
    exchanged.remove(place);
    set(place, to, from);
    return found;
  }

  private void set(Place place, int from, int to) {
    value.put(place, to);
    List<Said> of = history.said.get(place.who);
    move(of.get(place.nth).step(), from, to);
    if (place.nth + 1 < of.size()) move(of.get(place.nth + 1).step(), to, from);
  }

  private void move(Step step, int from, int to) {
    wrong.get(step)[from]--;
    wrong.get(step)[to]++;
  }

  private boolean mended(int left) {
    Step broken = broken();
    Place unmoved = broken == null ? unmoved() : null;
    if (broken == null && unmoved == null) return true;
    if (left == 0) return false;
    if (unmoved != null) {
      for (int to = 0; to < history.values; to++) {
        if (to != value.get(unmoved) && exchange(unmoved, to, left)) return true;
        Place before = new Place(unmoved.who, unmoved.nth - 1);
        if (to != value.get(before) && exchange(before, to, left)) return true;
      }
      return false;
    }
    int[] off = wrong.get(broken);
    for (Place place : in.get(broken)) {
      for (int to = 0; to < history.values; to++) {
        if (to != value.get(place)
            && (off[value.get(place)] > 0 || off[to] < 0)
            && exchange(place, to, left)) return true;
        if (place.nth == 0) continue;
        Place before = new Place(place.who, place.nth - 1);
        if (to != value.get(before)
            && (off[value.get(before)] < 0 || off[to] > 0)
            && exchange(before, to, left)) return true;
      }
    }
    return false;
  }

  private Step broken() {
    for (Step step : history.steps) {
      if (ignored.contains(step)) continue;
      for (int off : wrong.get(step)) {
        if (off != 0) return step;
      }
    }
    return null;
  }

  /** Somebody whose mind changed, and would not have: the attacker knows better. */
  private Place unmoved() {
    for (Place place : exchanged) {
      for (int nth = Math.max(1, place.nth); nth <= place.nth + 1; nth++) {
        Place after = new Place(place.who, nth);
        if (value.containsKey(after)
            && value.get(after).equals(value.get(new Place(place.who, nth - 1)))) return after;
      }
    }
    return null;
  }
}
