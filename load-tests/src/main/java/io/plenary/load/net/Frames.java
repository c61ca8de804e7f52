package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;

/**
 * Writes what a client sends: masked frames (RFC 6455, 5.3). One mask for all is enough on
 * loopback, and costs the server the same.
 */
public final class Frames {
  private static final int MASK = 0x5a17c3e9;
  private static final int HEAD = 8;
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8a;

  private Frames() {}

  /** Room for the header is kept; write the payload, then {@link #seal}. */
  public static ByteBuf begin(ByteBufAllocator alloc, int size) {
    ByteBuf buf = alloc.ioBuffer(HEAD + size);
    return buf.setIndex(HEAD, HEAD);
  }

  public static ByteBuf seal(ByteBuf buf) {
    int length = buf.writerIndex() - HEAD;
    if (length > 0xffff) throw new IllegalArgumentException("a client sends nothing that long");
    int start = length < 126 ? HEAD - 6 : 0;
    buf.setByte(start, TEXT);
    buf.setByte(start + 1, 0x80 | (length < 126 ? length : 126));
    if (length >= 126) buf.setShort(2, length);
    buf.setInt(HEAD - 4, MASK);
    int at = HEAD;
    for (int end = buf.writerIndex() - 3; at < end; at += 4) buf.setInt(at, buf.getInt(at) ^ MASK);
    for (int shift = 24; at < buf.writerIndex(); at++, shift -= 8) {
      buf.setByte(at, buf.getByte(at) ^ MASK >>> shift);
    }
    return buf.readerIndex(start);
  }

  public static ByteBuf text(ByteBufAllocator alloc, CharSequence text) {
    ByteBuf buf = begin(alloc, ByteBufUtil.utf8MaxBytes(text));
    ByteBufUtil.writeUtf8(buf, text);
    return seal(buf);
  }

  public static ByteBuf pong(ByteBufAllocator alloc) {
    return alloc.ioBuffer(6).writeByte(PONG).writeByte(0x80).writeInt(MASK);
  }
}
