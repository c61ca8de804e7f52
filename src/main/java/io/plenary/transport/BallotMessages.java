package io.plenary.transport;

import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.voting.service.Votes;
import java.util.List;

/** Takes ballots to the service they are for. */
final class BallotMessages {
  private final Votes votes;
  private final VoteOutcomes outcomes;

  BallotMessages(Votes votes, VoteOutcomes outcomes) {
    this.votes = votes;
    this.outcomes = outcomes;
  }

  /** What it takes. */
  List<Route<?>> routes() {
    return List.of(Route.of(CastVote.class, this::castVote));
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
