package io.plenary.transport;

import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.PollMessage;
import io.plenary.protocol.QaMessage;
import io.plenary.protocol.RoomMessage;
import io.plenary.protocol.ServerMessage;

/** Takes each message of a connection that has said hello to the handler of its group. */
final class Dispatcher implements ClientMessage.Handler<Session, Void> {
  private final RoomMessages rooms;
  private final PollMessages polls;

  Dispatcher(RoomMessages rooms, PollMessages polls) {
    this.rooms = rooms;
    this.polls = polls;
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
  public Void room(RoomMessage message, Session session) {
    return message.accept(rooms, session);
  }

  @Override
  public Void poll(PollMessage message, Session session) {
    return message.accept(polls, session);
  }

  @Override
  public Void qa(QaMessage message, Session session) {
    if (message instanceof ClientMessage.Referenced asked) {
      session.reply(new ServerMessage.Error(asked.ref(), ErrorCode.UNKNOWN_ACTIVITY, "This room has no Q&A.", null));
    }
    return null;
  }
}
