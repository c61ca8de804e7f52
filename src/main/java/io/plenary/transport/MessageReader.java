package io.plenary.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.plenary.protocol.Codec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of one connection together to messages. The server underneath neither checks that
 * text is UTF-8 (RFC 6455, 8.1) nor answers what is too large with 1009 (7.4.1), so both happen
 * here.
 */
final class MessageReader {
  interface Listener {
    void message(byte[] utf8);

    void tooLarge();

    /** Binary, or text that is not UTF-8. */
    void notText();
  }

  /**
   * The server holds a frame until all of it is there, so of none more than the largest message.
   */
  static final int MAX_FRAME = Codec.MAX_BYTES;

  private final Listener listener;
  private @Nullable ByteArrayOutputStream parts;
  private boolean text;
  private boolean refused;

  MessageReader(Listener listener) {
    this.listener = listener;
  }

  /**
   * @param frame of a message; it is not kept
   */
  void frame(WebSocketFrame frame) {
    if (refused) return;
    if (!(frame instanceof ContinuationWebSocketFrame)) text = frame instanceof TextWebSocketFrame;
    ByteBuf data = frame.content();
    int length = data.readableBytes() + (parts == null ? 0 : parts.size());
    if (length > Codec.MAX_BYTES) {
      refused = true;
      parts = null;
      listener.tooLarge();
    } else if (frame.isFinalFragment() && parts == null) {
      finished(ByteBufUtil.getBytes(data));
    } else {
      if (parts == null) parts = new ByteArrayOutputStream(length);
      parts.writeBytes(ByteBufUtil.getBytes(data));
      if (frame.isFinalFragment()) {
        byte[] whole = parts.toByteArray();
        parts = null;
        finished(whole);
      }
    }
  }

  private void finished(byte[] message) {
    if (text && isUtf8(message)) listener.message(message);
    else listener.notText();
  }

  static boolean isUtf8(byte[] message) {
    return isAscii(message) || decodes(message);
  }

  /** Nearly every message is, and this needs no memory. */
  private static boolean isAscii(byte[] message) {
    for (byte b : message) {
      if (b < 0) return false;
    }
    return true;
  }

  private static boolean decodes(byte[] message) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
