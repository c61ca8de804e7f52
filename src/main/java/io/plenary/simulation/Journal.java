package io.plenary.simulation;

import io.plenary.protocol.ServerMessage.VoteCounted;
import io.plenary.protocol.ServerMessage.VoteRefused;

/**
 * Told what happens to one phone's votes and connections, in order, on the phone's event loop.
 * Tests keep their own books with it.
 */
public interface Journal {
  Journal NONE = new Journal() {};

  default void made(Vote vote) {}

  /** Sent for the first time or again. */
  default void sent(Vote vote) {}

  default void counted(VoteCounted answer) {}

  default void refused(VoteRefused answer) {}

  /** Told to send it again later, with {@code tryAgain} or {@code busy} for example. */
  default void notNow(Vote vote) {}

  /** The connection was lost, or closed by the server with {@code code}. */
  default void offline(int code) {}

  default void online() {}

  /** A connection stands; the server does not know yet whose it is. */
  default void opened() {}

  /** One that stood is gone, whoever ended it; also after the phone was stopped. */
  default void closed() {}
}
