package io.plenary.transport;

import io.plenary.identity.Action;
import io.plenary.protocol.ClientMessage.Command;
import io.plenary.protocol.ClientMessage.Referenced;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.room.service.Refusals;
import io.vertx.core.Future;

/** How every group's commands are carried out and answered, if the role of the session may send them. */
final class Commands {
  interface Work {
    /** Gives the id of what was made, or null. */
    Future<String> on(String eventId);
  }

  private Commands() {}

  static Void run(Action action, Command command, Session session, Work work) {
    if (!session.identity().may(action)) return deny(command, session);
    work.on(session.identity().eventId())
        .onSuccess(id -> session.reply(new ServerMessage.Done(command.ref(), id)))
        .onFailure(e -> session.reply(Refusals.commandError(command.ref(), e)));
    return null;
  }

  static Void deny(Referenced message, Session session) {
    session.reply(ServerMessage.Error.of(message.ref(), ErrorCode.NOT_ALLOWED));
    return null;
  }
}
