package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one short HTTP/1.1 answer after another: status, and a body of stated length. Only that is
 * made a text.
 */
final class HttpReader {
  record Answer(int status, String body) {}

  private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = 9;
  private byte[] read = new byte[512];
  private int length;
  private int head = -1;
  private int end;

  /**
   * Takes from the buffer what belongs to the answer; null while it is not whole. What follows
   * stays in the buffer.
   */
  Answer read(ByteBuf in) {
    while (head < 0 && in.isReadable()) {
      byte next = in.readByte();
      add(next);
      if (next != '\n' || !ended()) continue;
      head = length;
      end = head + bodyLength();
    }
    if (head < 0) return null;
    int more = Math.min(in.readableBytes(), end - length);
    grow(more);
    in.readBytes(read, length, more);
    length += more;
    if (length < end) return null;
    int status = 0;
    for (int i = STATUS_AT; i < STATUS_AT + 3; i++) status = status * 10 + read[i] - '0';
    String body =
        head == end ? "" : new String(read, head, end - head, StandardCharsets.ISO_8859_1);
    length = 0;
    head = -1;
    return new Answer(status, body);
  }

  private void add(byte next) {
    grow(1);
    read[length++] = next;
  }

  private void grow(int more) {
    if (length + more > read.length) read = Arrays.copyOf(read, (length + more) * 2);
  }

  private boolean ended() {
    return length > 3 && read[length - 3] == '\n' && read[length - 2] == '\r';
  }

  private int bodyLength() {
    for (int at = 0; at + LENGTH.length < length; at++) {
      if (read[at] != '\n' || !lengthAt(at)) continue;
      int value = 0;
      for (int i = at + LENGTH.length; read[i] != '\r'; i++) {
        if (read[i] != ' ') value = value * 10 + read[i] - '0';
      }
      return value;
    }
    return 0;
  }

  private boolean lengthAt(int at) {
    for (int i = 1; i < LENGTH.length; i++) {
      int c = read[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != LENGTH[i]) return false;
    }
    return true;
  }
}
