package io.plenary.transport;

import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage.Goodbye;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** The last message of a connection. */
final class Farewell {
  /** Everybody told to come back comes back spread over this time. */
  private static final int COME_BACK_WITHIN_MS = 2_000;

  private Farewell() {}

  static String text(CloseCode code) {
    long after = code.reconnect() ? ThreadLocalRandom.current().nextInt(COME_BACK_WITHIN_MS) : 0;
    return new String(Codec.encode(Goodbye.of(code, after)), StandardCharsets.UTF_8);
  }
}
