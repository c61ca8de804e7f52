package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.plenary.Waiting;
import io.plenary.hub.Frame;
import io.plenary.hub.Frames;
import io.plenary.redis.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames put together by hand are the ones the server underneath would send, over plain connections
 * and over TLS.
 */
class TextFramesTest {
  private static final String PASSWORD = "for-this-test";

  /**
   * Both sides of every step in the length of a frame's header, and text of two to four bytes a
   * character.
   */
  private static final List<String> TEXTS =
      Stream.concat(
              Stream.of(0, 1, 125, 126, 127, 65_535, 65_536, 200_000).map("x"::repeat),
              Stream.of("Ysgol Llanfair—\u20ac \u0645\u0631\u062d\u0628\u0627 \ud83d\udc4f"))
          .collect(Collectors.toList());

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    Await.result(vertx.close());
  }

  @Test
  void overPlainConnections() throws Exception {
    same(new HttpServerOptions(), new WebSocketClientOptions());
  }

  @Test
  void overTls(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    assertEquals(
        0,
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start()
            .waitFor());
    PfxOptions key = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    same(
        new HttpServerOptions().setSsl(true).setKeyCertOptions(key),
        new WebSocketClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false));
  }

  @Test
  void oneForManyIsNotUsedUpByAConnection() {
    Frame frame = Frames.text("for all", "slot");
    for (int i = 0; i < 3; i++) {
      ByteBuf once = TextFrames.of(frame, UnpooledByteBufAllocator.DEFAULT);
      assertEquals(9, once.readableBytes());
      once.readBytes(new byte[9]);
      once.release();
    }
    ByteBuf again = TextFrames.of(frame, UnpooledByteBufAllocator.DEFAULT);
    assertArrayEquals(
        ByteBufUtil.getBytes(
            TextFrames.of(Frames.text("for all", null), UnpooledByteBufAllocator.DEFAULT)),
        ByteBufUtil.getBytes(again));
  }

  /** Every text as a reply and as a frame that two connections share, then an orderly close. */
  private void same(HttpServerOptions server, WebSocketClientOptions client) throws Exception {
    List<Frame> frames =
        TEXTS.stream().map(t -> Frames.text(t, "slot")).collect(Collectors.toList());
    Consumer<ServerWebSocket> sends =
        socket -> {
          WebSocketConnection sink = QuietListener.take(vertx, socket);
          sink.begin(
              new QuietListener() {
                @Override
                public void message(byte[] hello) {
                  for (int i = 0; i < TEXTS.size(); i++) {
                    sink.write(Frames.text(TEXTS.get(i), null));
                    sink.write(frames.get(i));
                  }
                }
              });
        };
    HttpServer http =
        Await.result(
            vertx
                .createHttpServer(server.setPerMessageWebSocketCompressionSupported(false))
                .webSocketHandler(sends::accept)
                .listen(0, "127.0.0.1"));
    List<String> wanted = TEXTS.stream().flatMap(t -> Stream.of(t, t)).collect(Collectors.toList());
    for (int phone = 0; phone < 2; phone++) {
      List<String> got = received(http.actualPort(), client);
      assertEquals(shortened(wanted), shortened(got));
      assertTrue(wanted.equals(got), "the same to the last character");
    }
  }

  private static List<String> shortened(List<String> texts) {
    return texts.stream()
        .map(t -> t.length() + " " + t.substring(0, Math.min(80, t.length())))
        .collect(Collectors.toList());
  }

  private List<String> received(int port, WebSocketClientOptions options) throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    String end = "closed";
    AtomicInteger left = new AtomicInteger(2 * TEXTS.size());
    WebSocketClient client =
        vertx.createWebSocketClient(options.setMaxMessageSize(1 << 20).setMaxFrameSize(1 << 20));
    client
        .connect(new WebSocketConnectOptions().setHost("localhost").setPort(port).setURI("/"))
        .onSuccess(
            socket ->
                socket
                    .textMessageHandler(
                        text -> {
                          got.add(text);
                          if (left.decrementAndGet() == 0) socket.close();
                        })
                    .closeHandler(v -> got.add(end))
                    .writeTextMessage("hello"))
        .onFailure(e -> got.add(String.valueOf(e)));
    List<String> all = new ArrayList<>();
    for (String text = got.poll(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
        text != null && !text.equals(end);
        text = got.poll(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)) all.add(text);
    Await.result(
        client.close()); // and not before: a client nobody holds is closed with the garbage
    return all;
  }
}
