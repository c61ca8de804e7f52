package io.plenary.hub;

import io.plenary.protocol.CloseCode;

/** The sending end of one connection. Used on the connection's own event loop only. */
public interface Sink {
  void write(Frame frame);

  /** Whether the peer has not yet taken what was written before. */
  boolean full();

  void close(CloseCode code);
}
