package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/**
 * Cuts an event stream (WHATWG HTML, 9.2.6) into events, as far as our server makes use of it: line
 * ends are LF, one line of data per event. Chunks and events need not have the same borders.
 * Nothing is copied unless an event arrives in pieces.
 */
final class EventReader {
  interface Sink {
    /**
     * @param name empty when it has none. The buffer with its data is only valid during the call
     */
    void event(String name, ByteBuf buf, int at, int length);
  }

  private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event:".getBytes(StandardCharsets.US_ASCII);
  private final Sink sink;
  private ByteBuf rest;
  private String name = "";
  private int dataAt;
  private int dataEnd;

  EventReader(Sink sink) {
    this.sink = sink;
  }

  /** The next piece, cut anywhere. */
  void read(ByteBuf buf, int at, int length) {
    if (rest == null) {
      int used = events(buf, at, at + length);
      if (used < at + length) {
        rest =
            buf.alloc().buffer((at + length - used) * 2).writeBytes(buf, used, at + length - used);
      }
      return;
    }
    rest.writeBytes(buf, at, length);
    rest.readerIndex(events(rest, rest.readerIndex(), rest.writerIndex()));
    if (rest.isReadable()) rest.discardReadBytes();
    else release();
  }

  void release() {
    if (rest != null) rest.release();
    rest = null;
  }

  /** Where the first event that is not whole begins. */
  private int events(ByteBuf buf, int from, int to) {
    int begin = from;
    forget();
    for (int at = from; at < to; ) {
      int end = ByteBufUtil.indexOf(buf, at, to, (byte) '\n');
      if (end < 0) break;
      if (end == at) {
        if (dataAt >= 0) sink.event(name, buf, dataAt, dataEnd - dataAt);
        forget();
        begin = end + 1;
      } else {
        line(buf, at, end);
      }
      at = end + 1;
    }
    return begin;
  }

  private void forget() {
    name = "";
    dataAt = -1;
  }

  private void line(ByteBuf buf, int at, int end) {
    int value = value(buf, at, end, DATA);
    if (value >= 0) {
      if (dataAt >= 0) throw new IllegalStateException("an event with two lines of data");
      dataAt = value;
      dataEnd = end;
      return;
    }
    value = value(buf, at, end, EVENT);
    if (value >= 0) name = buf.toString(value, end - value, StandardCharsets.UTF_8);
  }

  /** Where the field's value begins, -1 when this is another field or a comment. */
  private static int value(ByteBuf buf, int at, int end, byte[] field) {
    if (end - at < field.length) return -1;
    for (int i = 0; i < field.length; i++) {
      if (buf.getByte(at + i) != field[i]) return -1;
    }
    int value = at + field.length;
    return value < end && buf.getByte(value) == ' ' ? value + 1 : value;
  }
}
