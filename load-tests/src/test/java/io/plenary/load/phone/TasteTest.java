package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.load.phone.Taste.Kind;
import io.plenary.load.phone.Upvoter.Tap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is merged within families meanwhile, it must not matter in the end. */
class TasteTest {
  private final List<Integer> open = IntStream.range(0, 40).boxed().toList();
  private final Map<Integer, Set<Integer>> given = new HashMap<>();
  private int back;

  private void tap(Taste taste, Tap tap, boolean counted) {
    Set<Integer> has = given.computeIfAbsent(tap.n() / 5, f -> new HashSet<>());
    assertEquals(!tap.on(), has.contains(tap.n()), "nothing is given twice or taken back twice");
    if (!tap.on()) back++;
    taste.answered(tap, counted);
    if (!counted) return;
    if (tap.on()) has.add(tap.n());
    else has.remove(tap.n());
  }

  @Test
  void some_give_one_per_family() {
    Taste taste = new Taste(1, Kind.ONE, n -> n / 5);
    for (int i = 0; i < 2_000; i++) {
      Tap tap = taste.next(open);
      if (tap != null) tap(taste, tap, i % 7 > 0);
      given.values().forEach(has -> assertTrue(has.size() <= 1));
    }
    assertTrue(back > 100, "taken back " + back);
  }

  @Test
  void some_take_all_of_a_family_back_before_they_give_again() {
    Taste taste = new Taste(2, Kind.ALL_OR_NONE, n -> n / 5);
    Set<Integer> clearing = new HashSet<>();
    int several = 0;
    for (int i = 0; i < 2_000; i++) {
      Tap tap = taste.next(open);
      if (tap == null) continue;
      int family = tap.n() / 5;
      assertTrue(!tap.on() || !clearing.contains(family), "gave while taking back");
      tap(taste, tap, true);
      if (given.get(family).isEmpty()) clearing.remove(family);
      else if (!tap.on()) clearing.add(family);
      if (given.get(family).size() > 1) several++;
    }
    assertTrue(back > 100 && several > 100, back + " taken back, several at once " + several);
    while (taste.rest() != null) tap(taste, taste.rest(), true);
    clearing.forEach(family -> assertEquals(Set.of(), given.get(family)));
  }

  @Test
  void some_take_back_only_what_is_the_only_one() {
    Taste taste = new Taste(3, Kind.KEEPS, n -> n / 5);
    for (int i = 0; i < 2_000; i++) {
      Tap tap = taste.next(open);
      if (tap == null) continue;
      if (!tap.on()) assertEquals(1, given.get(tap.n() / 5).size());
      tap(taste, tap, i % 3 > 0);
    }
    assertTrue(back > 3, "taken back " + back);
    assertEquals(40, given.values().stream().mapToInt(Set::size).sum());
  }
}
