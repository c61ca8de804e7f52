package io.plenary.transport;

import io.plenary.hub.Sink;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, whichever way its messages travel: hello first, then everything to the
 * dispatcher. Who is silent, or sends too much or too badly, is let go. Lives on one event loop.
 */
final class Conversation extends Watch.Entry implements WebSocketConnection.Listener {
  private static final long HELLO_WITHIN_MS = 10_000;

  /**
   * Pages ping every 25 s; a browser may hold the timers of a page in the background back for a
   * minute.
   */
  private static final long SILENT_MS = 75_000;

  /** A page of ours never sends bad messages: who sends many is told once more and then let go. */
  private static final int MAX_BAD = 20;

  private final Reception reception;
  private final Session session;
  private int bad;
  private boolean ended;

  Conversation(Reception reception, Sink sink, @Nullable String cookie, String address) {
    this.reception = reception;
    this.session = new Session(reception.seat().outbox(sink), cookie, address, System::nanoTime);
    reception.watch().in(HELLO_WITHIN_MS, this);
  }

  /** The peer is there. */
  @Override
  public void heard() {
    session.heard();
  }

  /** A whole message as it came. */
  void received(byte[] bytes) {
    if (bytes.length > Codec.MAX_BYTES) tooLarge();
    else if (!MessageReader.isUtf8(bytes)) notText();
    else message(bytes);
  }

  /** The peer took what was written. */
  @Override
  public void drained() {
    session.outbox.drained();
  }

  /** The connection is gone; calling it again does nothing. */
  @Override
  public void ended() {
    if (ended) return;
    ended = true;
    reception.watch().off(this);
    session.outbox.gone();
    reception.entrance().leave(session, reception.seat());
  }

  /** What came cannot be taken apart into messages. */
  @Override
  public void garbled() {
    session.close(CloseCode.PROTOCOL_ERROR);
  }

  @Override
  public void tooLarge() {
    session.close(CloseCode.TOO_LARGE);
  }

  @Override
  public void notText() {
    bad(ServerMessage.Error.of(null, ErrorCode.NOT_TEXT));
  }

  @Override
  public void message(byte[] utf8) {
    if (session.outbox.closed()) {
      return; // who was told goodbye may leave the connection open, and may no longer do anything
    }
    // on it
    heard();
    if (!session.allows()) {
      bad(ServerMessage.Error.of(null, ErrorCode.SLOW_DOWN));
      return;
    }
    try {
      handle(reception.codec().decode(utf8));
    } catch (BadMessage e) {
      bad(ServerMessage.Error.of(e));
    }
  }

  private void handle(ClientMessage message) {
    if (session.identified()) {
      reception.dispatcher().dispatch(message, session);
    } else if (message instanceof Hello hello && session.greet()) {
      reception.entrance().enter(hello, session, reception.seat());
    } else {
      bad(
          ServerMessage.Error.of(
              null, message instanceof Hello ? ErrorCode.HELLO_TWICE : ErrorCode.HELLO_FIRST));
    }
  }

  private void bad(ServerMessage.Error error) {
    session.reply(error);
    if (++bad >= MAX_BAD || error.code() == ErrorCode.UNSUPPORTED_PROTOCOL) {
      session.close(CloseCode.PROTOCOL_ERROR);
    }
  }

  @Override
  void due() {
    if (session.outbox.closed()) return;
    long left = SILENT_MS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - session.heardAt());
    if (left <= 0 || !session.identified()) session.close(CloseCode.SILENT);
    else reception.watch().in(left, this);
  }
}
