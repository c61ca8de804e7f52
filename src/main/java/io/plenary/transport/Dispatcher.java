package io.plenary.transport;

import io.plenary.activity.service.ActivityCommands;
import io.plenary.protocol.ActivityMessage;
import io.plenary.protocol.BallotMessage;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.QaMessage;
import io.plenary.protocol.ReactionMessage;
import io.plenary.protocol.RoomMessage;
import io.plenary.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * Takes each message of a connection that has said hello to the handler of its group, if whoever
 * sent it has the right to.
 */
final class Dispatcher implements ClientMessage.Handler<Session, Void> {
  private final Rights rights;
  private final RoomMessages rooms;
  private final ActivityCommands activities;
  private final BallotMessages ballots;
  private final QaMessages questions;
  private final ReactionMessages reactions;

  Dispatcher(
      Rights rights,
      RoomMessages rooms,
      ActivityCommands activities,
      BallotMessages ballots,
      QaMessages questions,
      ReactionMessages reactions) {
    this.rights = rights;
    this.rooms = rooms;
    this.activities = activities;
    this.ballots = ballots;
    this.questions = questions;
    this.reactions = reactions;
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
  public Void reaction(ReactionMessage message, Session session) {
    ErrorCode objection =
        message.activity() == null
            ? rights.inRoom(session, message, message.room())
            : rights.onActivity(session, message, message.activity(), ErrorCode.UNKNOWN_ACTIVITY);
    return denied(message, session, objection) ? null : message.accept(reactions, session);
  }

  @Override
  public Void room(RoomMessage message, Session session) {
    return denied(message, session, rights.inRoom(session, message, message.room()))
        ? null
        : message.accept(rooms, session);
  }

  @Override
  public Void activity(ActivityMessage message, Session session) {
    ErrorCode objection =
        message.activity() == null
            ? rights.inRoom(session, message, message.room())
            : rights.onActivity(session, message, message.activity(), ErrorCode.UNKNOWN_ACTIVITY);
    return denied(message, session, objection)
        ? null
        : Commands.run(message, session, event -> message.accept(activities, event));
  }

  @Override
  public Void ballot(BallotMessage message, Session session) {
    ErrorCode objection =
        rights.onActivity(session, message, message.activity(), ErrorCode.UNKNOWN_POLL);
    return denied(message, session, objection) ? null : message.accept(ballots, session);
  }

  @Override
  public Void qa(QaMessage message, Session session) {
    ErrorCode objection =
        message.activity() == null
            ? rights.inRoom(session, message, message.room())
            : rights.onActivity(session, message, message.activity(), ErrorCode.UNKNOWN_ACTIVITY);
    return denied(message, session, objection) ? null : message.accept(questions, session);
  }

  private static boolean denied(
      ClientMessage message, Session session, @Nullable ErrorCode objection) {
    if (objection == null) return false;
    session.reply(
        ServerMessage.Error.of(
            message instanceof ClientMessage.Referenced asked ? asked.ref() : null, objection));
    return true;
  }
}
