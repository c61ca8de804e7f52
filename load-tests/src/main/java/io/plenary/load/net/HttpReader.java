package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one short HTTP/1.1 answer after another: status, and a body of stated length. */
final class HttpReader {
  record Answer(int status, String body) {}

  private static final String LENGTH = "\r\ncontent-length:";
  private final StringBuilder text = new StringBuilder();
  private int head = -1;
  private int end;

  /**
   * Takes from the buffer what belongs to the answer; null while it is not whole. What follows
   * stays in the buffer.
   */
  Answer read(ByteBuf in) {
    while (head < 0 && in.isReadable()) {
      char c = (char) (in.readByte() & 0xff);
      text.append(c);
      if (c != '\n'
          || text.length() < 4
          || !"\r\n\r\n".contentEquals(text.subSequence(text.length() - 4, text.length()))) {
        continue;
      }
      head = text.length();
      end = head + bodyLength(head - 4);
    }
    if (head < 0) return null;
    text.append(
        in.readCharSequence(
            Math.min(in.readableBytes(), end - text.length()), StandardCharsets.ISO_8859_1));
    if (text.length() < end) return null;
    Answer answer = new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(head));
    text.setLength(0);
    head = -1;
    return answer;
  }

  private int bodyLength(int head) {
    String lower = text.substring(0, head).toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH);
    if (at < 0) return 0;
    int end = lower.indexOf('\r', at + LENGTH.length());
    return Integer.parseInt(
        lower.substring(at + LENGTH.length(), end < 0 ? lower.length() : end).strip());
  }
}
