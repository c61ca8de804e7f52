package io.plenary.transport;

import io.plenary.activity.service.Refusals;
import io.plenary.protocol.ClientMessage.Command;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;

/**
 * How every group's commands are carried out and answered. Whether they may be sent was asked
 * before.
 */
public final class Commands {
  public interface Work {
    /** Gives the id of what was made, or null. */
    Future<String> on(String eventId);
  }

  private Commands() {}

  /** Answers, and completes as the work does. */
  public static Future<String> run(Command command, Session session, Work work) {
    return work.on(session.identity().eventId())
        .onSuccess(id -> session.reply(new ServerMessage.Done(command.ref(), id)))
        .onFailure(e -> session.reply(Refusals.commandError(command.ref(), e)));
  }
}
