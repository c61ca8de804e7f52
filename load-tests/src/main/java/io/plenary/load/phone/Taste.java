package io.plenary.load.phone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * What one person upvotes and takes back, chosen so that the result is known whatever moderators
 * merge meanwhile, as long as they merge within families only: who takes an upvote back while
 * others of the same family are still given could lose those too, or not, depending on which came
 * first. One tap after the other: the next is chosen when the last was answered.
 */
public final class Taste {
  /** How a person treats questions of one family. */
  public enum Kind {
    /** Upvotes at most one of them at a time. */
    ONE,
    /** Upvotes several, and takes back all of them before upvoting one again. */
    ALL_OR_NONE,
    /** Upvotes several, and takes nothing back once there are two. */
    KEEPS
  }

  /** Of the taps, those about something that was upvoted before. */
  private static final double SECOND_THOUGHTS = 0.3;

  private static final int TRIES = 8;
  private final Random random;
  private final Kind kind;
  private final IntUnaryOperator family;
  private final Map<Integer, Set<Integer>> given = new HashMap<>();
  private final List<Integer> families = new ArrayList<>();
  private final Set<Integer> clearing = new HashSet<>();

  /**
   * @param family of a question's number; negative: not known, hands off
   */
  public Taste(long seed, Kind kind, IntUnaryOperator family) {
    random = new Random(seed);
    this.kind = kind;
    this.family = family;
  }

  public Kind kind() {
    return kind;
  }

  /** Something of a family that is being taken back whole; null when there is none. */
  public Upvoter.Tap rest() {
    for (int f : clearing) {
      Set<Integer> has = given.getOrDefault(f, Set.of());
      if (!has.isEmpty()) return new Upvoter.Tap(0, has.iterator().next(), false);
    }
    return null;
  }

  /**
   * A tap to be made, its {@code seq} 0; null when there is nothing to do now. @param open numbers
   * that can be upvoted
   */
  public Upvoter.Tap next(List<Integer> open) {
    for (int i = 0; i < TRIES && !open.isEmpty(); i++) {
      boolean second = random.nextDouble() < SECOND_THOUGHTS && !families.isEmpty();
      int f = second ? families.get(random.nextInt(families.size())) : -1;
      int n = second ? any(given.get(f)) : open.get(random.nextInt(open.size()));
      if (!second) f = family.applyAsInt(n);
      if (f < 0) continue;
      Set<Integer> has = given.getOrDefault(f, Set.of());
      if (has.isEmpty()) return new Upvoter.Tap(0, n, true);
      if (takesBack(f, has, second, open)) return new Upvoter.Tap(0, any(has), false);
      if (kind != Kind.ONE && !has.contains(n)) return new Upvoter.Tap(0, n, true);
    }
    return null;
  }

  private boolean takesBack(int f, Set<Integer> has, boolean second, List<Integer> open) {
    boolean now =
        switch (kind) {
          case ONE -> second;
          case ALL_OR_NONE -> clearing.contains(f) || second && open.containsAll(has);
          case KEEPS -> second && has.size() == 1;
        };
    if (now && kind == Kind.ALL_OR_NONE) clearing.add(f);
    return now;
  }

  private int any(Set<Integer> of) {
    return of.stream().skip(random.nextInt(of.size())).findFirst().orElseThrow();
  }

  void answered(Upvoter.Tap tap, boolean counted) {
    if (!counted) return;
    Set<Integer> has = given.computeIfAbsent(family.applyAsInt(tap.n()), f -> new HashSet<>());
    int f = family.applyAsInt(tap.n());
    if (tap.on() && has.isEmpty()) families.add(f);
    if (tap.on()) has.add(tap.n());
    else has.remove(tap.n());
    if (!has.isEmpty()) return;
    families.remove((Integer) f);
    clearing.remove(f);
  }
}
