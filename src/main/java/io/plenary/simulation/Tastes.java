package io.plenary.simulation;

import io.plenary.protocol.Wire;
import java.util.List;
import java.util.random.RandomGenerator;

/** What one room leans to, in all kinds of ballots. Usable from any thread. */
final class Tastes {
  private final List<Taste<?>> tastes;
  private final long room;

  Tastes(List<Taste<?>> tastes, long room) {
    this.tastes = List.copyOf(tastes);
    this.room = room;
  }

  boolean know(Wire.BallotView ballot) {
    return tastes.stream().anyMatch(taste -> taste.ballot().isInstance(ballot));
  }

  /**
   * @throws java.util.NoSuchElementException for a kind they do not know
   */
  List<String> answer(Wire.BallotView ballot, RandomGenerator random) {
    Taste<?> known =
        tastes.stream().filter(t -> t.ballot().isInstance(ballot)).findFirst().orElseThrow();
    return answer(known, ballot, random);
  }

  private <B extends Wire.BallotView> List<String> answer(
      Taste<B> taste, Wire.BallotView ballot, RandomGenerator random) {
    return taste.answer(taste.ballot().cast(ballot), room, random);
  }
}
