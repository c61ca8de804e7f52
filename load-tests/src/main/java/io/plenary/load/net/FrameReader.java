package io.plenary.load.net;

import io.netty.buffer.ByteBuf;

/**
 * Cuts what a server sends into WebSocket messages (RFC 6455, section 5) and counts. Nothing is
 * copied unless a frame arrives in pieces: ten thousand of these share two cores with the server
 * under test.
 */
public final class FrameReader {
  /** Told of every message; the buffer is only valid during the call. */
  public interface Sink {
    void text(ByteBuf buf, int at, int length);

    void ping();

    /**
     * @param code as the server gave it, 1005 when it gave none
     */
    void close(int code);
  }

  /** Bits of extensions (5.2): browsers offer compression, and no server here takes it. */
  private static final int RESERVED = 0x70;

  private static final int CONTINUATION = 0;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int NO_CODE = 1005;

  private final Sink sink;
  private ByteBuf rest;
  private ByteBuf message;
  private long frames;
  private long bytes;

  public FrameReader(Sink sink) {
    this.sink = sink;
  }

  /** Takes the buffer over. */
  public void read(ByteBuf in) {
    ByteBuf buf = in;
    if (rest != null) {
      buf = rest.writeBytes(in);
      rest = null;
      in.release();
    }
    while (frame(buf)) {}
    if (!buf.isReadable()) {
      buf.release();
    } else if (buf == in) {
      rest = buf.alloc().buffer(Math.max(512, buf.readableBytes() * 2)).writeBytes(buf);
      buf.release();
    } else {
      rest = buf.discardReadBytes();
    }
  }

  public void release() {
    if (rest != null) rest.release();
    if (message != null) message.release();
    rest = null;
    message = null;
  }

  public long frames() {
    return frames;
  }

  /** Headers and payloads, without what TCP and IP add. */
  public long bytes() {
    return bytes;
  }

  private boolean frame(ByteBuf buf) {
    int at = buf.readerIndex();
    int there = buf.readableBytes();
    if (there < 2) return false;
    int first = buf.getByte(at);
    if ((first & RESERVED) != 0) throw new IllegalStateException("a frame that is compressed");
    long length = buf.getByte(at + 1) & 0x7f;
    int head = 2;
    if (length == 126) {
      head = 4;
      if (there < head) return false;
      length = buf.getUnsignedShort(at + 2);
    } else if (length == 127) {
      head = 10;
      if (there < head) return false;
      length = buf.getLong(at + 2);
    }
    if (there < head + length) return false;
    frames++;
    bytes += head + length;
    buf.readerIndex(at + head + (int) length);
    take(first & 15, first < 0, buf, at + head, (int) length);
    return true;
  }

  private void take(int opcode, boolean last, ByteBuf buf, int at, int length) {
    if (opcode == PING) sink.ping();
    else if (opcode == CLOSE) sink.close(length < 2 ? NO_CODE : buf.getUnsignedShort(at));
    else if (opcode == PONG) return;
    else if (last && opcode != CONTINUATION) sink.text(buf, at, length);
    else join(last, buf, at, length);
  }

  private void join(boolean last, ByteBuf buf, int at, int length) {
    if (message == null) message = buf.alloc().buffer(length * 2);
    message.writeBytes(buf, at, length);
    if (!last) return;
    sink.text(message, 0, message.readableBytes());
    message.release();
    message = null;
  }
}
