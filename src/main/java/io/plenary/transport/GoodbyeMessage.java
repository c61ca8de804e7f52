package io.plenary.transport;

import io.plenary.hub.Frame;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.ServerMessage.Goodbye;
import java.util.concurrent.ThreadLocalRandom;

/** The last message of a connection. */
final class GoodbyeMessage {
  /** Everybody told to come back comes back spread over this time. */
  private static final int COME_BACK_WITHIN_MS = 2_000;

  private GoodbyeMessage() {}

  static Frame to(CloseCode code) {
    long after = code.reconnect() ? ThreadLocalRandom.current().nextInt(COME_BACK_WITHIN_MS) : 0;
    return Frame.reply(Goodbye.of(code, after));
  }
}
