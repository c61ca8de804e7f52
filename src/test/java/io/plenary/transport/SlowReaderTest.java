package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Waiting;
import io.plenary.hub.Frame;
import io.plenary.hub.Frames;
import io.plenary.hub.Outbox;
import io.plenary.hub.Sink;
import io.plenary.protocol.CloseCode;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader that takes nothing holds neither memory nor a connection, whichever way it is sent to.
 */
class SlowReaderTest {
  private static final String FRAME = "x".repeat(32_000);
  private final Vertx vertx = Vertx.vertx();
  private NetClient connections;
  private NetSocket client;
  private Context server;
  private volatile Sink sink;
  private final AtomicLong nanos = new AtomicLong();
  private final CompletableFuture<Outbox> outbox = new CompletableFuture<>();
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  @AfterEach
  void close() {
    client.resume(); // closing waits for what it has not read
    Await.result(vertx.close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "stream"})
  void isDroppedWhenItStaysStuck(String way) throws Exception {
    connect(way).pause();
    Outbox box = Waiting.result(outbox);
    fill();
    nanos.set(TimeUnit.SECONDS.toNanos(14));
    run(Outbox::sweep);
    assertFalse(box.closed());
    nanos.set(TimeUnit.SECONDS.toNanos(16));
    run(Outbox::sweep);
    assertTrue(box.closed());
    Waiting.result(gone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "stream"})
  void getsOnlyTheNewestWhenItReadsAgain(String way) throws Exception {
    connect(way).pause();
    Waiting.result(outbox);
    fill();
    for (int i = 0; i < 100; i++) run(o -> o.offer(frame("an older")));
    run(o -> o.offer(frame("the newest")));
    CompletableFuture<Void> read = new CompletableFuture<>();
    Buffer all = Buffer.buffer();
    client.handler(
        part -> {
          all.appendBuffer(part);
          if (part.toString().contains("the newest")) read.complete(null);
        });
    client.resume();
    Waiting.result(read);
    run(o -> o.close(CloseCode.RESTARTING));
    Await.until(() -> all.toString().contains("\"type\":\"goodbye\",\"code\":4000"));
    assertEquals(1, all.toString().split("the newest", -1).length - 1);
    assertFalse(all.toString().contains("an older"));
  }

  /** Until nothing has moved for a while: the system's own buffers take megabytes. */
  private void fill() throws Exception {
    for (int stuck = 0; stuck < 30; ) {
      run(o -> o.offer(frame(FRAME)));
      stuck = sink.full() ? stuck + 1 : 0;
      TestRedis.pause(stuck > 0 ? 10 : 0);
    }
  }

  private static Frame frame(String text) {
    return Frames.text(text, "snapshot");
  }

  private void run(Handler<Outbox> work) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    server.runOnContext(
        v -> {
          work.handle(outbox.join());
          done.complete(null);
        });
    Waiting.result(done);
  }

  private NetSocket connect(String way) {
    HttpServer http = vertx.createHttpServer();
    http.webSocketHandler(
        socket -> {
          WebSocketConnection its = QuietListener.take(vertx, socket);
          sink = its;
          Outbox box = new Outbox(sink, nanos::get);
          its.begin(new Reader(box));
          opened(box);
        });
    http.requestHandler(
        request -> {
          StreamSink stream = new StreamSink(request);
          sink = stream;
          Outbox box = new Outbox(stream, nanos::get);
          request
              .response()
              .drainHandler(v -> box.drained())
              .closeHandler(v -> gone.complete(null));
          stream.open("secret");
          opened(box);
        });
    int port = Await.result(http.listen(0, "127.0.0.1")).actualPort();
    connections = vertx.createNetClient(); // one nobody holds is closed with the garbage
    client = Await.result(connections.connect(port, "127.0.0.1"));
    String upgrade =
        """
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
        """
            .replace("\n", "\r\n");
    client.write(
        "GET / HTTP/1.1\r\nHost: test\r\n" + (way.equals("socket") ? upgrade : "") + "\r\n");
    return client;
  }

  private void opened(Outbox box) {
    server = Vertx.currentContext();
    outbox.complete(box);
  }

  /** Who sends nothing. */
  private final class Reader extends QuietListener {
    private final Outbox box;

    Reader(Outbox box) {
      this.box = box;
    }

    @Override
    public void drained() {
      box.drained();
    }

    @Override
    public void ended() {
      gone.complete(null);
    }
  }
}
