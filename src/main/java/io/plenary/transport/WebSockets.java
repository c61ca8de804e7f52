package io.plenary.transport;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.plenary.hub.Hub;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/** The WebSocket side of one event loop: reads messages, says hello, hands everything else to the dispatcher. */
final class WebSockets {
  private static final long HELLO_WITHIN_MS = 10_000;
  /** A page of ours never sends bad messages: who sends many is told once more and then let go. */
  private static final int MAX_BAD = 20;

  private final Vertx vertx;
  private final Hub.Seat seat;
  private final Entrance entrance;
  private final Dispatcher dispatcher;

  WebSockets(Vertx vertx, Hub.Seat seat, Entrance entrance, Dispatcher dispatcher) {
    this.vertx = vertx;
    this.seat = seat;
    this.entrance = entrance;
    this.dispatcher = dispatcher;
  }

  void accept(ServerWebSocket socket, String cookie, String address) {
    new Connection(socket, cookie, address).start();
  }

  private final class Connection implements MessageReader.Listener {
    private final ServerWebSocket socket;
    private final Session session;
      private int bad;

    Connection(ServerWebSocket socket, String cookie, String address) {
      this.socket = socket;
      this.session = new Session(seat.outbox(new WebSocketSink(socket)), cookie, address);
    }

    void start() {
      long timer = vertx.setTimer(HELLO_WITHIN_MS, id -> {
        if (session.identity() == null) session.close(CloseCode.SILENT);
      });
      MessageReader reader = new MessageReader(this);
      socket.frameHandler(reader::frame);
      socket.drainHandler(v -> session.outbox.drained());
      socket.exceptionHandler(this::broken);
      socket.closeHandler(v -> {
        vertx.cancelTimer(timer);
        session.outbox.gone();
        entrance.leave(session, seat);
      });
    }

    /** Frames that cannot be read are told why before the end (RFC 6455, 7.4.1). */
    private void broken(Throwable e) {
      if (!(e instanceof CorruptedWebSocketFrameException corrupted)) socket.close();
      else session.close(corrupted.closeStatus().code() == CloseCode.TOO_LARGE.number() ? CloseCode.TOO_LARGE : CloseCode.PROTOCOL_ERROR);
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
      if (!session.limit.allows()) {
        bad(ServerMessage.Error.of(null, ErrorCode.SLOW_DOWN));
        return;
      }
      try {
        handle(Codec.decode(utf8));
      } catch (BadMessage e) {
        bad(ServerMessage.Error.of(e));
      }
    }

    private void handle(ClientMessage message) {
      if (session.identity() != null) {
        message.accept(dispatcher, session);
      } else if (message instanceof Hello && session.greet()) {
        entrance.enter((Hello) message, session, seat);
      } else {
        bad(ServerMessage.Error.of(null, message instanceof Hello ? ErrorCode.HELLO_TWICE : ErrorCode.HELLO_FIRST));
      }
    }

    private void bad(ServerMessage.Error error) {
      session.reply(error);
      if (++bad >= MAX_BAD || error.code() == ErrorCode.UNSUPPORTED_PROTOCOL) session.close(CloseCode.PROTOCOL_ERROR);
    }
  }
}
