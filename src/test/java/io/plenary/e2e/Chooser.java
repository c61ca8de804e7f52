package io.plenary.e2e;

import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Phone;
import io.plenary.words.ActivityState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Votes once when a poll opens, within about a second; one in five changes their mind, one in ten
 * abstains where that is possible.
 */
final class Chooser implements Habit {
  private final SplittableRandom random;
  private final boolean waits;
  private String seen = "";

  /**
   * @param waits does nothing by itself: the test presses Vote
   */
  Chooser(SplittableRandom random, boolean waits) {
    this.random = random;
    this.waits = waits;
  }

  @Override
  public void sees(Phone phone, AttendeeSnapshot now) {
    ChoiceWire.Poll activity = now.activity() instanceof ChoiceWire.Poll poll ? poll : null;
    if (waits
        || activity == null
        || activity.state() != ActivityState.OPEN
        || seen.equals(activity.id())) return;
    seen = activity.id();
    phone.later(
        random.nextInt(1_000),
        () -> {
          press(phone, activity);
          if (random.nextInt(5) == 0) {
            phone.later(200 + random.nextInt(500), () -> press(phone, activity));
          }
        });
  }

  /** Chooses something that fits the poll, and votes. */
  void press(Phone phone, ChoiceWire.Poll poll) {
    boolean abstain = poll.abstain() != null && random.nextInt(10) == 0;
    phone.vote(poll.id(), poll.round(), abstain ? List.of() : choice(poll), abstain);
  }

  private List<String> choice(ChoiceWire.Poll poll) {
    List<ChoiceWire.Option> options = new ArrayList<>(poll.options());
    Collections.shuffle(options, new Random(random.nextLong()));
    if (options.get(0).exclusive()) return List.of(options.get(0).id());
    return options.stream()
        .filter(o -> !o.exclusive())
        .limit(1 + random.nextInt(poll.maxChoices()))
        .map(ChoiceWire.Option::id)
        .toList();
  }
}
