package io.plenary.simulation;

import io.plenary.protocol.Wire;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How simulated people answer ballots of one kind. A room as a whole leans to something, so that a
 * result has a shape; who answers what is up to the person's own randomness. Usable from any
 * thread.
 *
 * @param <B> what attendees see of one
 */
public interface Taste<B extends Wire.BallotView> {
  Class<B> ballot();

  /**
   * The entries of one person's answer, who does not abstain.
   *
   * @param room a number that is the same for all people of a room
   */
  List<String> answer(B ballot, long room, RandomGenerator random);
}
