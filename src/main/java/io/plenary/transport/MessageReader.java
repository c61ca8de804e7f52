package io.plenary.transport;

import io.plenary.protocol.Codec;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
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
  private @Nullable Buffer parts;
  private boolean text;
  private boolean refused;

  MessageReader(Listener listener) {
    this.listener = listener;
  }

  void frame(WebSocketFrame frame) {
    if (refused || frame.isPing() || frame.isClose() || frame.type() == WebSocketFrameType.PONG) {
      return;
    }
    if (!frame.isContinuation()) text = frame.isText();
    Buffer data = frame.binaryData();
    int length = data.length() + (parts == null ? 0 : parts.length());
    if (length > Codec.MAX_BYTES) {
      refused = true;
      parts = null;
      listener.tooLarge();
    } else if (!frame.isFinal()) {
      parts = (parts == null ? Buffer.buffer() : parts).appendBuffer(data);
    } else {
      byte[] whole = parts == null ? data.getBytes() : parts.appendBuffer(data).getBytes();
      parts = null;
      finished(whole);
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
