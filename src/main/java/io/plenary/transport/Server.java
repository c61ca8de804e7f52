package io.plenary.transport;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;

/** One event loop's server; as many as there are loops listen on the same port. */
public final class Server extends VerticleBase {
  /** The system caps it; the default of 1024 drops part of a hall that scans one QR code. */
  private static final int BACKLOG = 4_096;

  /** What one event loop needs, made on that loop. */
  public interface Parts {
    Wiring on(io.vertx.core.Vertx vertx);
  }

  private final Parts parts;
  private final String host;
  private final int port;
  private Router router;
  private HttpServer server;

  public Server(Parts parts, String host, int port) {
    this.parts = parts;
    this.host = host;
    this.port = port;
  }

  @Override
  public Future<?> start() {
    Wiring wiring = parts.on(vertx);
    router = Router.router(vertx);
    router.route().handler(Headers.all(wiring.https()));
    wiring.mount(router);
    server =
        vertx
            .createHttpServer(options())
            .connectionHandler(wiring.sockets()::await)
            .webSocketHandshakeHandler(wiring.sockets()::refuse)
            .requestHandler(router);
    return server.listen(port, host);
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setAcceptBacklog(BACKLOG)
        .setTcpNoDelay(true)
        .setReuseAddress(true)
        // Everything is written on the connection's own loop: without it each has a queue of 1,024
        // places for other threads, 4 KB.
        .setStrictThreadMode(true)
        // Deflate per message costs memory per phone and lets a few bytes become many.
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(MessageReader.MAX_FRAME)
        // Ends what moves in neither direction. Who only reads is no sign of life but no reason to
        // close either: on an event stream
        // nothing arrives after hello. Silent peers are the Conversation's to find, stuck readers
        // the Outbox's.
        .setIdleTimeout(75)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }

  @Override
  public Future<?> stop() {
    return server == null ? Future.succeededFuture() : server.close();
  }

  /** All that is asked by HTTP, as it is mounted: what somebody may ask for is held against it. */
  Router router() {
    return router;
  }

  /** The port it listens on, which differs from the wished one when that is 0. */
  public int actualPort() {
    return server.actualPort();
  }
}
