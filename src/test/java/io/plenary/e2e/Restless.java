package io.plenary.e2e;

import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Phone;
import io.plenary.words.ActivityState;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** Votes, and changes its mind all the time, as long as the room is told to vote. */
final class Restless implements Habit {
  /** A hall makes 130 votes a second, however large: several at once leave a small machine time. */
  private static final int MOST_MS_OF_80 = 1_100;

  private final AtomicBoolean voting;
  private final SplittableRandom random;
  private final int mostMs;
  private ChoiceWire.Poll open;
  private boolean going;

  /**
   * @param voting whether the room is told to vote
   * @param hall how many phones there are
   */
  Restless(AtomicBoolean voting, SplittableRandom random, int hall) {
    mostMs = MOST_MS_OF_80 * Math.max(80, hall) / 80;
    this.voting = voting;
    this.random = random;
  }

  @Override
  public void sees(Phone phone, AttendeeSnapshot now) {
    ChoiceWire.Poll activity = now.activity() instanceof ChoiceWire.Poll poll ? poll : null;
    open = activity != null && activity.state() == ActivityState.OPEN ? activity : null;
    if (!going) next(phone);
    going = true;
  }

  private void next(Phone phone) {
    phone.later(
        50 + random.nextInt(mostMs),
        () -> {
          // Mostly people wait for the answer; some tap on, so that votes are replaced while they
          // are on their way.
          boolean patient =
              open != null
                  && phone.book().waiting(open.id(), open.round())
                  && random.nextInt(4) > 0;
          if (open != null && voting.get() && !patient) vote(phone);
          next(phone);
        });
  }

  private void vote(Phone phone) {
    boolean abstain = open.abstain() != null && random.nextInt(6) == 0;
    String option = open.options().get(random.nextInt(open.options().size())).id();
    phone.vote(open.id(), open.round(), abstain ? List.of() : List.of(option), abstain);
  }
}
