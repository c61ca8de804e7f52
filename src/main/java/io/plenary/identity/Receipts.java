package io.plenary.identity;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The receipt a voter sees, such as {@code 7F4KQ-2MX9A}: proves that a vote was counted and says
 * nothing of the choice. Its MAC has a label of its own, so that a stored voter key leads to its
 * receipt only for somebody who holds the poll's key, and to nobody once that is destroyed. It is
 * made from the voter key and not from the participant because a finalised poll lists the hashes of
 * all receipts, and participants are stored nowhere. One instance per event loop.
 */
public final class Receipts {
  private static final int LENGTH = 10;
  private static final long SPACE = space();

  private final Hmac hmac;

  public Receipts(Hmac hmac) {
    this.hmac = hmac;
  }

  /**
   * HMAC-SHA256 over {@code "receipt" 0x00 round/voterKey} under the poll's key; its first 8 bytes
   * as a big-endian unsigned number modulo 31^10, written with 10 of the symbols of {@link
   * JoinCode}, most significant first. 49.5 bits: in a room of 20,000 two people have the same
   * receipt with a chance of 1 in 4 million.
   *
   * @param round of the poll, so that a reset makes older receipts void
   */
  public String receipt(MacKey pollKey, long round, String voterKey) {
    byte[] mac = hmac.full(pollKey, "receipt", round + "/" + voterKey);
    long rest = Long.remainderUnsigned(ByteBuffer.wrap(mac).getLong(), SPACE);
    char[] shown = new char[LENGTH + 1];
    shown[LENGTH / 2] = '-';
    for (int i = LENGTH; i >= 0; i--) {
      if (i != LENGTH / 2) {
        shown[i] = Symbols.UNAMBIGUOUS.charAt((int) (rest % Symbols.UNAMBIGUOUS.length()));
        rest /= Symbols.UNAMBIGUOUS.length();
      }
    }
    return new String(shown);
  }

  /**
   * SHA-256 over {@code plenary/v1/receipt/poll/round/receipt}, 64 hex digits: whoever reads a list
   * of them cannot show a receipt of it.
   */
  public static String hash(String poll, long round, String receipt) {
    return HexFormat.of()
        .formatHex(Digests.sha256Bytes("plenary/v1/receipt/" + poll + "/" + round + "/" + receipt));
  }

  private static long space() {
    long space = 1;
    for (int i = 0; i < LENGTH; i++) {
      space *= Symbols.UNAMBIGUOUS.length();
    }
    return space;
  }
}
