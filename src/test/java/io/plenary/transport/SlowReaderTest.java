package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.hub.Frame;
import io.plenary.hub.Outbox;
import io.plenary.protocol.CloseCode;
import io.plenary.redis.Await;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that takes nothing holds neither memory nor a connection, whichever way it is sent to. */
class SlowReaderTest {
  private static final String FRAME = "x".repeat(32_000);
  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong nanos = new AtomicLong();
  private final CompletableFuture<Outbox> outbox = new CompletableFuture<>();
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  @AfterEach
  void close() {
    Await.result(vertx.close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "stream"})
  void isDroppedWhenItStaysStuck(String way) throws Exception {
    connect(way).pause();
    Outbox box = outbox.get(10, TimeUnit.SECONDS);
    run(o -> {
      for (int i = 0; i < 2_000; i++) o.offer(new Frame(FRAME, "snapshot"));
    });
    nanos.set(TimeUnit.SECONDS.toNanos(14));
    run(Outbox::sweep);
    assertFalse(box.closed());
    nanos.set(TimeUnit.SECONDS.toNanos(16));
    run(Outbox::sweep);
    assertTrue(box.closed());
    if (way.equals("stream")) gone.get(10, TimeUnit.SECONDS); // the WebSocket waits for the close frame before it hangs up
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "stream"})
  void getsOnlyTheNewestWhenItReadsAgain(String way) throws Exception {
    NetSocket client = connect(way);
    client.pause();
    outbox.get(10, TimeUnit.SECONDS);
    run(o -> {
      for (int i = 0; i < 2_000; i++) o.offer(new Frame(FRAME, "snapshot"));
      o.offer(new Frame("the newest", "snapshot"));
    });
    CompletableFuture<Integer> read = new CompletableFuture<>();
    Buffer all = Buffer.buffer();
    client.handler(part -> {
      all.appendBuffer(part);
      if (part.toString().contains("the newest")) read.complete(all.length());
    });
    client.resume();
    assertTrue(read.get(10, TimeUnit.SECONDS) < 1_000 * FRAME.length(), "all were sent");
    run(o -> o.close(CloseCode.RESTARTING));
    Await.until(10_000, () -> all.toString().contains("\"type\":\"goodbye\",\"code\":4000"));
    assertEquals(1, all.toString().split("the newest", -1).length - 1);
  }

  private void run(Handler<Outbox> work) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    server.runOnContext(v -> {
      work.handle(outbox.join());
      done.complete(null);
    });
    done.get(10, TimeUnit.SECONDS);
  }

  private io.vertx.core.Context server;

  private NetSocket connect(String way) {
    HttpServer http = vertx.createHttpServer(new HttpServerOptions().setSendBufferSize(32 * 1024));
    http.webSocketHandler(socket -> {
      Outbox box = new Outbox(new WebSocketSink(socket), nanos::get);
      socket.drainHandler(v -> box.drained());
      opened(box);
    });
    http.requestHandler(request -> {
      StreamSink sink = new StreamSink(request.response());
      Outbox box = new Outbox(sink, nanos::get);
      request.response().drainHandler(v -> box.drained()).closeHandler(v -> gone.complete(null));
      sink.open("secret");
      opened(box);
    });
    int port = Await.result(http.listen(0, "127.0.0.1")).actualPort();
    NetSocket client = Await.result(vertx.createNetClient().connect(port, "127.0.0.1"));
    String upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
    client.write("GET / HTTP/1.1\r\nHost: test\r\n" + (way.equals("socket") ? upgrade : "") + "\r\n");
    return client;
  }

  private void opened(Outbox box) {
    server = Vertx.currentContext();
    outbox.complete(box);
  }
}
