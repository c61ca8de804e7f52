package io.plenary.transport;

import io.plenary.activity.service.Refusals;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.BallotMessage.GetAnswers;
import io.plenary.protocol.BallotMessage.ModerateAnswers;
import io.plenary.voting.service.AnswerModeration;
import io.plenary.voting.service.Votes;
import java.util.List;

/** Takes ballots, and what moderators decide of them, to the services they are for. */
final class BallotMessages {
  private final Votes votes;
  private final VoteOutcomes outcomes;
  private final AnswerModeration moderation;

  BallotMessages(Votes votes, VoteOutcomes outcomes, AnswerModeration moderation) {
    this.votes = votes;
    this.outcomes = outcomes;
    this.moderation = moderation;
  }

  /** What it takes. */
  List<Route<?>> routes() {
    return List.of(
        Route.of(CastVote.class, this::castVote),
        Route.of(GetAnswers.class, this::getAnswers),
        Route.of(ModerateAnswers.class, this::moderateAnswers));
  }

  private void getAnswers(GetAnswers message, Session session) {
    moderation
        .answers(session.identity().eventId(), message)
        .onSuccess(session::reply)
        .onFailure(e -> session.reply(Refusals.commandError(message.ref(), e)));
  }

  private void moderateAnswers(ModerateAnswers message, Session session) {
    Commands.run(
        message, session, event -> moderation.moderate(event, message).map(done -> (String) null));
  }

  private void castVote(CastVote message, Session session) {
    Session.Identity who = session.identity();
    votes
        .cast(who.eventId(), who.attendee(), message)
        .onSuccess(
            answer -> {
              outcomes.note(answer);
              session.reply(answer);
            });
  }
}
