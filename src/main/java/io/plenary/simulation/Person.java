package io.plenary.simulation;

import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.Wire;
import io.plenary.words.ActivityState;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the question, thinks, votes; sometimes abstains, does nothing, changes their mind or walks
 * through a dead spot. The shares are guesses that make a believable hall, not measurements.
 */
final class Person implements Habit {
  private static final double LOOKS_ON = 0.06;
  private static final double ABSTAINS = 0.08;
  private static final double CHANGES_MIND = 0.1;
  private static final double LOSES_NETWORK = 0.02;

  /** Of those who have voted already when the same poll opens again. */
  private static final double VOTES_AGAIN = 0.5;

  private final Tastes tastes;
  private final RandomGenerator random;
  private final List<Habit> others;

  /** The poll that was open at the last look, null when none was. */
  private Wire.@Nullable BallotView open;

  /**
   * @param others what they do beside voting
   */
  Person(Tastes tastes, List<Habit> others, RandomGenerator random) {
    this.tastes = tastes;
    this.others = List.copyOf(others);
    this.random = random;
  }

  @Override
  public void sees(Phone phone, AttendeeSnapshot now) {
    others.forEach(habit -> habit.sees(phone, now));
    Wire.BallotView activity = Phone.ballot(now);
    Wire.BallotView before = open;
    open = activity != null && activity.state() == ActivityState.OPEN ? activity : null;
    if (open != null && !same(before, open) && tastes.know(open)) begin(phone, open);
  }

  @Override
  public void hears(Phone phone, ServerMessage message) {
    others.forEach(habit -> habit.hears(phone, message));
  }

  @Override
  public void online(Phone phone) {
    others.forEach(habit -> habit.online(phone));
  }

  @Override
  public void offline(Phone phone) {
    others.forEach(habit -> habit.offline(phone));
  }

  @Override
  public Set<String> ignored() {
    return others.stream().flatMap(habit -> habit.ignored().stream()).collect(Collectors.toSet());
  }

  private void begin(Phone phone, Wire.BallotView poll) {
    boolean voted = phone.book().standing(poll.id(), poll.round()).isPresent();
    if (chance(voted ? 1 - VOTES_AGAIN : LOOKS_ON)) return;
    phone.later(
        thinkMs(),
        () -> {
          vote(phone, poll);
          if (chance(CHANGES_MIND)) phone.later(2_000 + thinkMs(), () -> vote(phone, poll));
        });
    if (chance(LOSES_NETWORK)) {
      phone.later(random.nextLong(10_000), () -> phone.drop(1_000 + random.nextLong(4_000)));
    }
  }

  /** Only what is still on the screen can be pressed. */
  private void vote(Phone phone, Wire.BallotView poll) {
    if (!same(open, poll)) return;
    boolean abstain = poll.abstain() != null && chance(ABSTAINS);
    phone.vote(poll.id(), poll.round(), abstain ? List.of() : tastes.answer(poll, random), abstain);
  }

  /** Nobody answers at once, most within five seconds, a few need long. */
  private long thinkMs() {
    return 900 + Math.min(14_000, (long) (-Math.log(1 - random.nextDouble()) * 3_500));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private static boolean same(Wire.@Nullable BallotView a, Wire.BallotView b) {
    return a != null && a.id().equals(b.id()) && a.round() == b.round();
  }
}
