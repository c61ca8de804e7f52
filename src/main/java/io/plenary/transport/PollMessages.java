package io.plenary.transport;

import io.plenary.poll.service.PollCommands;
import io.plenary.poll.service.Votes;
import io.plenary.protocol.PollMessage;
import io.plenary.protocol.PollMessage.CastVote;
import io.plenary.protocol.PollMessage.CreatePoll;
import io.plenary.protocol.PollMessage.DeletePoll;
import io.plenary.protocol.PollMessage.DuplicatePoll;
import io.plenary.protocol.PollMessage.EditPoll;
import io.plenary.protocol.PollMessage.FinalisePoll;
import io.plenary.protocol.PollMessage.LockPoll;
import io.plenary.protocol.PollMessage.MovePoll;
import io.plenary.protocol.PollMessage.OpenPoll;
import io.plenary.protocol.PollMessage.ResetPoll;
import io.plenary.protocol.PollMessage.ShowResults;

/** Takes votes and what is said about polls to the services they are for. */
final class PollMessages implements PollMessage.Handler<Session, Void> {
  private final Votes votes;
  private final PollCommands polls;
  private final VoteOutcomes outcomes;

  PollMessages(Votes votes, PollCommands polls, VoteOutcomes outcomes) {
    this.votes = votes;
    this.polls = polls;
    this.outcomes = outcomes;
  }

  @Override
  public Void castVote(CastVote message, Session session) {
    Session.Identity who = session.identity();
    votes.cast(who.eventId(), who.participant(), message).onSuccess(answer -> {
      outcomes.note(answer);
      session.reply(answer);
    });
    return null;
  }

  @Override
  public Void openPoll(OpenPoll m, Session s) {
    return Commands.run(m, s, e -> polls.open(e, m));
  }

  @Override
  public Void lockPoll(LockPoll m, Session s) {
    return Commands.run(m, s, e -> polls.lock(e, m));
  }

  @Override
  public Void finalisePoll(FinalisePoll m, Session s) {
    return Commands.run(m, s, e -> polls.finalise(e, m));
  }

  @Override
  public Void resetPoll(ResetPoll m, Session s) {
    return Commands.run(m, s, e -> polls.reset(e, m));
  }

  @Override
  public Void showResults(ShowResults m, Session s) {
    return Commands.run(m, s, e -> polls.show(e, m));
  }

  @Override
  public Void createPoll(CreatePoll m, Session s) {
    return Commands.run(m, s, e -> polls.create(e, m));
  }

  @Override
  public Void editPoll(EditPoll m, Session s) {
    return Commands.run(m, s, e -> polls.edit(e, m));
  }

  @Override
  public Void duplicatePoll(DuplicatePoll m, Session s) {
    return Commands.run(m, s, e -> polls.duplicate(e, m));
  }

  @Override
  public Void movePoll(MovePoll m, Session s) {
    return Commands.run(m, s, e -> polls.move(e, m));
  }

  @Override
  public Void deletePoll(DeletePoll m, Session s) {
    return Commands.run(m, s, e -> polls.delete(e, m));
  }
}
