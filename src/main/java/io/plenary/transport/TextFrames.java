package io.plenary.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.plenary.hub.Frame;
import java.nio.ByteBuffer;

/**
 * Messages as WebSocket text frames: final, unmasked, not compressed (RFC 6455, 5.2). What goes to
 * many is put together once, in memory the operating system reads without another copy; the garbage
 * collector gives it back.
 */
final class TextFrames {
  private static final int FINAL_TEXT = 0x81;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int MAX_HEADER = 10;

  /** One for all connections. */
  private record Packed(ByteBuf bytes) {}

  private TextFrames() {}

  /** A buffer to be written once. */
  static ByteBuf of(Frame frame, ByteBufAllocator alloc) {
    if (frame.slot() == null) {
      return put(frame.utf8(), alloc.directBuffer(MAX_HEADER + frame.utf8().length));
    }
    return frame.packed(Packed.class, TextFrames::pack).bytes.duplicate();
  }

  private static Packed pack(Frame frame) {
    ByteBuf bytes =
        Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(MAX_HEADER + frame.utf8().length));
    return new Packed(Unpooled.unreleasableBuffer(put(frame.utf8(), bytes.clear())));
  }

  private static ByteBuf put(byte[] utf8, ByteBuf to) {
    to.writeByte(FINAL_TEXT);
    if (utf8.length < TWO_BYTES) to.writeByte(utf8.length);
    else if (utf8.length <= 0xFFFF) to.writeByte(TWO_BYTES).writeShort(utf8.length);
    else to.writeByte(EIGHT_BYTES).writeLong(utf8.length);
    return to.writeBytes(utf8);
  }
}
