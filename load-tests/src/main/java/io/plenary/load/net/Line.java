package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.SocketAddress;

/**
 * A way for messages to a server and back, whatever they travel on. Everything is called on its
 * event loop.
 */
public interface Line {
  /** Nobody listened. */
  int REFUSED = -2;

  /** What stands at the near end. */
  interface End {
    /** Messages may be sent. */
    void opened(Line line);

    /** A message; the buffer is only valid during the call. */
    void text(ByteBuf buf, int at, int length);

    /**
     * Called once, also when it never stood.
     *
     * @param code of the server's close frame; {@link Line#REFUSED}; else 1006
     */
    void lost(Line line, int code);
  }

  /**
   * @param message begun with {@link Frames#begin}, not sealed; taken over
   */
  void send(ByteBuf message);

  void send(CharSequence text);

  ByteBufAllocator alloc();

  /** Frames or events that came. */
  long frames();

  /** Bytes that came, without what TCP and IP add. */
  long bytes();

  /** The near end's address; null until it is connected. */
  SocketAddress from();

  void close();
}
