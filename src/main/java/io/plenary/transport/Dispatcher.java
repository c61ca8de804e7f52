package io.plenary.transport;

import io.plenary.identity.Action;
import io.plenary.poll.service.PollCommands;
import io.plenary.poll.service.Votes;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.*;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.room.service.Refusals;
import io.plenary.room.service.RoomCommands;
import io.vertx.core.Future;

/** Takes each message of a connection that has said hello to the service it is for, if its role may send it. */
final class Dispatcher implements ClientMessage.Handler<Session, Void> {
  private final Votes votes;
  private final PollCommands polls;
  private final RoomCommands rooms;
  private final VoteOutcomes outcomes;

  Dispatcher(Votes votes, PollCommands polls, RoomCommands rooms, VoteOutcomes outcomes) {
    this.outcomes = outcomes;
    this.votes = votes;
    this.polls = polls;
    this.rooms = rooms;
  }

  @Override
  public Void hello(Hello message, Session session) {
    session.reply(ServerMessage.Error.of(null, ErrorCode.HELLO_TWICE));
    return null;
  }

  @Override
  public Void ping(Ping message, Session session) {
    session.reply(new ServerMessage.Pong());
    return null;
  }

  @Override
  public Void castVote(CastVote message, Session session) {
    Session.Identity who = session.identity();
    if (!who.may(Action.CAST_VOTE)) return deny(message, session);
    votes.cast(who.eventId(), who.participant(), message).onSuccess(answer -> {
      outcomes.note(answer);
      session.reply(answer);
    });
    return null;
  }

  @Override
  public Void openPoll(OpenPoll m, Session s) {
    return run(Action.OPEN_POLL, m, s, e -> polls.open(e, m));
  }

  @Override
  public Void lockPoll(LockPoll m, Session s) {
    return run(Action.LOCK_POLL, m, s, e -> polls.lock(e, m));
  }

  @Override
  public Void finalisePoll(FinalisePoll m, Session s) {
    return run(Action.FINALISE_POLL, m, s, e -> polls.finalise(e, m));
  }

  @Override
  public Void resetPoll(ResetPoll m, Session s) {
    return run(Action.RESET_POLL, m, s, e -> polls.reset(e, m));
  }

  @Override
  public Void showResults(ShowResults m, Session s) {
    return run(Action.SHOW_RESULTS, m, s, e -> polls.show(e, m));
  }

  @Override
  public Void setStage(SetStage m, Session s) {
    return run(Action.SET_STAGE, m, s, e -> rooms.stage(e, m));
  }

  @Override
  public Void createPoll(CreatePoll m, Session s) {
    return run(Action.CREATE_POLL, m, s, e -> polls.create(e, m));
  }

  @Override
  public Void editPoll(EditPoll m, Session s) {
    return run(Action.EDIT_POLL, m, s, e -> polls.edit(e, m));
  }

  @Override
  public Void duplicatePoll(DuplicatePoll m, Session s) {
    return run(Action.DUPLICATE_POLL, m, s, e -> polls.duplicate(e, m));
  }

  @Override
  public Void movePoll(MovePoll m, Session s) {
    return run(Action.MOVE_POLL, m, s, e -> polls.move(e, m));
  }

  @Override
  public Void deletePoll(DeletePoll m, Session s) {
    return run(Action.DELETE_POLL, m, s, e -> polls.delete(e, m));
  }

  @Override
  public Void editEvent(EditEvent m, Session s) {
    return run(Action.EDIT_EVENT, m, s, e -> rooms.edit(e, m));
  }

  private interface Work {
    Future<String> on(String eventId);
  }

  private static Void run(Action action, Command command, Session session, Work work) {
    if (!session.identity().may(action)) return deny(command, session);
    work.on(session.identity().eventId())
        .onSuccess(id -> session.reply(new ServerMessage.Done(command.ref(), id)))
        .onFailure(e -> session.reply(Refusals.commandError(command.ref(), e)));
    return null;
  }

  private static Void deny(Referenced message, Session session) {
    session.reply(ServerMessage.Error.of(message.ref(), ErrorCode.NOT_ALLOWED));
    return null;
  }
}
