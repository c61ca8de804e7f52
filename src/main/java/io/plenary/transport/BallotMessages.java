package io.plenary.transport;

import io.plenary.protocol.BallotMessage;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.voting.service.Votes;

/** Takes ballots to the service they are for. */
final class BallotMessages implements BallotMessage.Handler<Session, Void> {
  private final Votes votes;
  private final VoteOutcomes outcomes;

  BallotMessages(Votes votes, VoteOutcomes outcomes) {
    this.votes = votes;
    this.outcomes = outcomes;
  }

  @Override
  public Void castVote(CastVote message, Session session) {
    Session.Identity who = session.identity();
    votes
        .cast(who.eventId(), who.attendee(), message)
        .onSuccess(
            answer -> {
              outcomes.note(answer);
              session.reply(answer);
            });
    return null;
  }
}
