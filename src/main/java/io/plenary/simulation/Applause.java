package io.plenary.simulation;

import io.plenary.protocol.PollState;
import io.plenary.protocol.QaWire.AttendeeQuestions;
import io.plenary.protocol.QaWire.QuestionItem;
import io.plenary.protocol.ReactionWire.AttendeeReactions;
import io.plenary.protocol.ReactionWire.Reaction;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.Wire;
import io.plenary.words.Results;
import java.util.random.RandomGenerator;

/**
 * When a person reacts: at a result, at a question that is being answered, and once to see what the
 * buttons do. The shares are guesses.
 */
final class Applause {
  private static final double TRIES_IT = 0.2;
  private static final double CLAPS = 0.4;
  private static final double CARES = 0.15;
  private static final int MOST = 5;

  private final RandomGenerator random;
  private boolean on;
  private String applauded = "";

  Applause(RandomGenerator random) {
    this.random = random;
  }

  void sees(Phone phone, AttendeeSnapshot now) {
    boolean before = on;
    on = Wire.find(now.beside(), AttendeeReactions.class) != null;
    if (!on) return;
    String moment = moment(now);
    boolean news = !moment.isEmpty() && !moment.equals(applauded);
    applauded = moment;
    if (!before && random.nextDouble() < TRIES_IT) react(phone, any());
    if (news && random.nextDouble() < (moment.startsWith("poll") ? CLAPS : CARES)) {
      react(phone, moment.startsWith("poll") ? Reaction.CLAP : any());
    }
  }

  private Reaction any() {
    return Reaction.values()[random.nextInt(Reaction.values().length)];
  }

  /** What there is to react to; empty for nothing. */
  private static String moment(AttendeeSnapshot now) {
    Wire.BallotView poll = Phone.ballot(now);
    if (poll != null && poll.state() != PollState.OPEN && poll.results() == Results.EVERYONE) {
      return "poll " + poll.id() + " " + poll.round();
    }
    AttendeeQuestions qa = Wire.find(now.beside(), AttendeeQuestions.class);
    QuestionItem live = qa == null ? null : qa.live();
    return live == null ? "" : "question " + live.n();
  }

  private void react(Phone phone, Reaction kind) {
    phone.later(300 + random.nextLong(3_000), () -> phone.react(kind, 1 + random.nextInt(MOST)));
  }
}
