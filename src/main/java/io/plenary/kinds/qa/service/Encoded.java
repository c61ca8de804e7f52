package io.plenary.kinds.qa.service;

import io.plenary.hub.Frame;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer that is the same for everybody who asks, but for its {@code ref}; encoded once. */
final class Encoded {
  private static final byte[] REF = "\"ref\":0,".getBytes(StandardCharsets.US_ASCII);
  private final byte[] before;
  private final byte[] after;

  private Encoded(byte[] before, byte[] after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param message with the ref 0, which is its first field after the type
   */
  static Encoded of(ServerMessage message) {
    byte[] whole = Codec.encode(message);
    for (int i = 0; i < whole.length - REF.length; i++) {
      if (Arrays.equals(whole, i, i + REF.length, REF, 0, REF.length)) {
        return new Encoded(
            Arrays.copyOf(whole, i + REF.length - 2),
            Arrays.copyOfRange(whole, i + REF.length - 1, whole.length));
      }
    }
    throw new IllegalArgumentException("no ref in " + message);
  }

  Frame reply(long ref) {
    byte[] number = Long.toString(ref).getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(before, before.length + number.length + after.length);
    System.arraycopy(number, 0, whole, before.length, number.length);
    System.arraycopy(after, 0, whole, before.length + number.length, after.length);
    return Frame.reply(whole);
  }
}
