package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.AsciiString;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 answer that does not end, chunk by chunk (RFC 9112, 7.1). Nothing is copied
 * unless a chunk arrives in pieces.
 */
final class ChunkReader {
  interface Sink {
    /** Once. When the status is not 200, nothing else is called. */
    void head(int status);

    /** The buffer is only valid during the call. */
    void chunk(ByteBuf buf, int at, int length);

    void end();
  }

  private static final String END = "\r\n\r\n";
  private static final String CHUNKED = "\r\ntransfer-encoding: chunked\r\n";
  private static final int MOST_DIGITS = 7;
  private final Sink sink;
  private final StringBuilder head = new StringBuilder();
  private ByteBuf rest;
  private boolean inBody;
  private boolean over;

  ChunkReader(Sink sink) {
    this.sink = sink;
  }

  /**
   * Takes the buffer over.
   *
   * @throws IllegalStateException when this is no such answer
   */
  void read(ByteBuf in) {
    ByteBuf buf = rest == null ? in : rest.writeBytes(in);
    if (rest != null) in.release();
    rest = null;
    try {
      while (!over && (inBody ? chunk(buf) : head(buf))) {}
      if (!over && buf.isReadable()) {
        rest =
            buf == in
                ? buf.alloc().buffer(Math.max(512, buf.readableBytes() * 2)).writeBytes(buf)
                : buf.discardReadBytes();
      }
    } finally {
      if (rest != buf) buf.release();
    }
  }

  void release() {
    over = true;
    if (rest != null) rest.release();
    rest = null;
  }

  /** Whether the head is whole now. */
  private boolean head(ByteBuf buf) {
    while (buf.isReadable()) {
      head.append(AsciiString.b2c(buf.readByte()));
      int from = head.length() - END.length();
      if (from < 0 || head.indexOf(END, from) < 0) continue;
      int status = Integer.parseInt(head.substring(9, 12));
      if (status == 200 && head.toString().toLowerCase(Locale.ROOT).indexOf(CHUNKED) < 0) {
        throw new IllegalStateException("not in chunks: " + head);
      }
      inBody = true;
      over = status != 200;
      sink.head(status);
      return true;
    }
    return false;
  }

  private boolean chunk(ByteBuf buf) {
    int at = buf.readerIndex();
    int line = ByteBufUtil.indexOf(buf, at, buf.writerIndex(), (byte) '\n');
    if (line < 0) return false;
    int size = size(buf, at, line);
    int data = line + 1;
    if (buf.writerIndex() < data + size + 2) return false;
    if (buf.getByte(data + size) != '\r' || buf.getByte(data + size + 1) != '\n') {
      throw new IllegalStateException("a chunk is not " + size + " bytes");
    }
    buf.readerIndex(data + size + 2);
    over = size == 0;
    if (over) sink.end();
    else sink.chunk(buf, data, size);
    return true;
  }

  private static int size(ByteBuf buf, int at, int end) {
    int size = 0;
    int i = at;
    for (int digit; i < end && (digit = Character.digit(buf.getByte(i), 16)) >= 0; i++) {
      size = size << 4 | digit;
    }
    boolean good =
        i > at && i - at <= MOST_DIGITS && (buf.getByte(i) == '\r' || buf.getByte(i) == ';');
    if (!good) throw new IllegalStateException("no size of a chunk");
    return size;
  }
}
