package io.plenary.load.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/** Cuts what a WebSocket client sends into whole frames (RFC 6455, 5.2), untouched. */
final class MessageCutter {
  private static final int MASK = 4;
  private ByteBuf rest = Unpooled.EMPTY_BUFFER;
  private long taken;

  /** Takes the buffer over; each frame given belongs to the receiver. */
  void take(ByteBuf in, Consumer<ByteBuf> to) {
    ByteBuf all = rest.isReadable() ? Unpooled.wrappedBuffer(rest, in) : in;
    if (all == in) rest.release();
    rest = Unpooled.EMPTY_BUFFER;
    for (int length = length(all);
        length > 0 && length <= all.readableBytes();
        length = length(all)) {
      taken++;
      to.accept(all.readRetainedSlice(length));
    }
    if (all.isReadable()) rest = all;
    else all.release();
  }

  long taken() {
    return taken;
  }

  void release() {
    rest.release();
    rest = Unpooled.EMPTY_BUFFER;
  }

  /** Of the next frame with its header; 0 when not even that is there. */
  private static int length(ByteBuf buf) {
    int at = buf.readerIndex();
    if (buf.readableBytes() < 4) return 0;
    int length = buf.getByte(at + 1) & 0x7f;
    if (length < 126) return 2 + MASK + length;
    if (length == 126) return 4 + MASK + buf.getUnsignedShort(at + 2);
    throw new IllegalStateException("no phone sends that much");
  }
}
