package io.plenary.protocol;

import io.plenary.protocol.ServerMessage.VoteCounted;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The message that a whole hall gets one by one, each person their own, within a second, from a
 * server that has written none yet: a few lines that are compiled at once, where the general way is
 * through hundreds. To the byte what that writes.
 */
final class PlainAnswer {
  private PlainAnswer() {}

  /** Null when something in it has to be escaped. */
  static byte @Nullable [] of(VoteCounted message) {
    if (!plain(message.activity()) || !plain(message.vote()) || !plain(message.receipt())) {
      return null;
    }
    String json =
        "{\"type\":\"voteCounted\",\"ref\":"
            + message.ref()
            + ",\"activity\":\""
            + message.activity()
            + "\",\"round\":"
            + message.round()
            + ",\"vote\":\""
            + message.vote()
            + "\",\"seq\":"
            + message.seq()
            + ",\"receipt\":\""
            + message.receipt()
            + "\"}";
    return json.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') return false;
    }
    return true;
  }
}
