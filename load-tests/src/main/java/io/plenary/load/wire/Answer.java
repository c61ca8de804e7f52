package io.plenary.load.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Looks at a server message without parsing it: its type, and one number in it. */
public final class Answer {
  public enum Kind {
    WELCOME,
    SNAPSHOT,
    VOTE_COUNTED,
    VOTE_REFUSED,
    ERROR,
    DONE,
    GOODBYE,
    UPVOTE_COUNTED,
    UPVOTE_REFUSED,
    QUESTION_ASKED,
    QUESTION_REFUSED,
    QUESTIONS_HEAD,
    QUESTIONS_MOVED,
    QUESTION_PAGE,
    QUESTION_TOTALS,
    OWN_QUESTIONS,
    REACTIONS,
    BEAT,
    PONG,
    OTHER
  }

  private static final byte[] TYPE = "\"type\":\"".getBytes(StandardCharsets.US_ASCII);
  public static final byte[] REF = "\"ref\":".getBytes(StandardCharsets.US_ASCII);
  public static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
  public static final byte[] RETRY_AFTER = "\"retryAfterMs\":".getBytes(StandardCharsets.US_ASCII);

  /** How far into a message the type is looked for; the server writes it first. */
  private static final int NEAR = 64;

  private Answer() {}

  public static Kind kind(ByteBuf buf, int at, int length) {
    int from = find(buf, at, Math.min(length, NEAR), TYPE);
    if (from < 0) throw new IllegalStateException("a message without a type near its beginning");
    return switch (buf.getByte(from)) {
      case 'w' -> Kind.WELCOME;
      case 'a' -> Kind.SNAPSHOT;
      case 'e' -> Kind.ERROR;
      case 'g' -> Kind.GOODBYE;
      case 'd' -> Kind.DONE;
      case 'v' -> buf.getByte(from + 4) == 'C' ? Kind.VOTE_COUNTED : Kind.VOTE_REFUSED;
      case 'u' -> buf.getByte(from + 6) == 'C' ? Kind.UPVOTE_COUNTED : Kind.UPVOTE_REFUSED;
      case 'q' -> question(buf, from + "question".length());
      case 'o' -> buf.getByte(from + 1) == 'w' ? Kind.OWN_QUESTIONS : Kind.OTHER;
      case 'r' -> Kind.REACTIONS;
      case 'b' -> Kind.BEAT;
      case 'p' -> buf.getByte(from + 1) == 'o' ? Kind.PONG : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  /**
   * @param at the first letter behind "question"
   */
  private static Kind question(ByteBuf buf, int at) {
    return switch (buf.getByte(at)) {
      case 'A' -> Kind.QUESTION_ASKED;
      case 'R' -> Kind.QUESTION_REFUSED;
      case 'P' -> Kind.QUESTION_PAGE;
      case 'T' -> Kind.QUESTION_TOTALS;
      case 's' -> buf.getByte(at + 1) == 'H' ? Kind.QUESTIONS_HEAD : Kind.QUESTIONS_MOVED;
      default -> Kind.OTHER;
    };
  }

  /** The whole number after the first {@code key}; -1 when there is none. */
  public static long number(ByteBuf buf, int at, int length, byte[] key) {
    int from = find(buf, at, length, key);
    if (from < 0) return -1;
    long value = 0;
    int digits = 0;
    for (int end = at + length; from < end; from++, digits++) {
      int c = buf.getByte(from) - '0';
      if (c < 0 || c > 9) break;
      value = value * 10 + c;
    }
    return digits == 0 ? -1 : value;
  }

  /** Index behind the key, -1 when it is not there. */
  private static int find(ByteBuf buf, int at, int length, byte[] key) {
    for (int i = at, last = at + length - key.length; i <= last; i++) {
      int n = 0;
      while (n < key.length && buf.getByte(i + n) == key[n]) n++;
      if (n == key.length) return i + n;
    }
    return -1;
  }
}
