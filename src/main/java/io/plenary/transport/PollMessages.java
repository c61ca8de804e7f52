package io.plenary.transport;

import io.plenary.protocol.PollMessage;
import io.plenary.protocol.PollMessage.CastVote;
import io.plenary.voting.service.Votes;

/** Takes votes to the service they are for. */
final class PollMessages implements PollMessage.Handler<Session, Void> {
  private final Votes votes;
  private final VoteOutcomes outcomes;

  PollMessages(Votes votes, VoteOutcomes outcomes) {
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
