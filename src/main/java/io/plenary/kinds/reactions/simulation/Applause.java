package io.plenary.kinds.reactions.simulation;

import io.plenary.kinds.reactions.wire.ReactionMessage.React;
import io.plenary.kinds.reactions.wire.ReactionWire.AttendeeReactions;
import io.plenary.kinds.reactions.wire.ReactionWire.Reaction;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.Wire;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Phone;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a person reacts: at a result, at a question that is being answered, and once to see what the
 * buttons do. The shares are guesses.
 */
public final class Applause implements Habit {
  private static final double TRIES_IT = 0.2;
  private static final double CLAPS = 0.4;
  private static final double CARES = 0.15;
  private static final int MOST = 5;
  private static final String RESULT = "result ";

  private final RandomGenerator random;
  private boolean on;
  private String applauded = "";

  public Applause(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public void sees(Phone phone, AttendeeSnapshot now) {
    boolean before = on;
    on = Wire.find(now.beside(), AttendeeReactions.class) != null;
    if (!on) return;
    String moment = moment(now);
    boolean news = !moment.isEmpty() && !moment.equals(applauded);
    applauded = moment;
    if (!before && random.nextDouble() < TRIES_IT) react(phone, any());
    if (news && random.nextDouble() < (moment.startsWith(RESULT) ? CLAPS : CARES)) {
      react(phone, moment.startsWith(RESULT) ? Reaction.CLAP : any());
    }
  }

  private Reaction any() {
    return Reaction.values()[random.nextInt(Reaction.values().length)];
  }

  /** What there is to react to; empty for nothing. */
  private static String moment(AttendeeSnapshot now) {
    Wire.BallotView poll = Phone.ballot(now);
    if (poll != null && poll.state() != ActivityState.OPEN && poll.results() == Results.EVERYONE) {
      return RESULT + poll.id() + " " + poll.round();
    }
    return now.beside().stream()
        .filter(Wire.WithSubject.class::isInstance)
        .map(beside -> ((Wire.WithSubject) beside).subject())
        .filter(Objects::nonNull)
        .findFirst()
        .map(subject -> "subject " + subject)
        .orElse("");
  }

  @Override
  public Set<String> ignored() {
    return Set.of("reactions");
  }

  private void react(Phone phone, Reaction kind) {
    phone.later(300 + random.nextLong(3_000), () -> react(phone, kind, 1 + random.nextInt(MOST)));
  }

  /** Where the room takes none any more, it is forgotten. */
  private static void react(Phone phone, Reaction kind, int count) {
    AttendeeReactions on =
        phone.seen() == null ? null : Wire.find(phone.seen().beside(), AttendeeReactions.class);
    if (on != null) phone.send(new React(on.id(), kind, count));
  }
}
