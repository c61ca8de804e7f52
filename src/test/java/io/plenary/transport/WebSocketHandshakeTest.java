package io.plenary.transport;

import static io.plenary.transport.RawSocket.FIN;
import static io.plenary.transport.RawSocket.TEXT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSocketHandshakeTest {
  private static final String LINE = "GET /ws HTTP/1.1";
  private static final String PING = "{\"type\":\"ping\"}";

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static URI base() {
    return server.base();
  }

  private static RawSocket send(String text) {
    return new RawSocket(base(), text.getBytes(US_ASCII));
  }

  private static String shake(String line, String... headers) {
    return new String(RawSocket.request(line, base(), headers), US_ASCII);
  }

  /** It takes messages, and answers them. */
  private static void lives(RawSocket socket) {
    assertTrue(socket.answer.startsWith("HTTP/1.1 101 "), socket.answer);
    assertTrue(socket.answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), socket.answer);
    socket.text(PING);
    assertEquals("helloFirst", new JsonObject(socket.read()).getString("code"));
  }

  @Test
  void whatComesWithTheRequestIsTheFirstMessage() {
    byte[] ping = PING.getBytes(US_ASCII);
    byte[] both =
        Buffer.buffer(RawSocket.request(LINE, base()))
            .appendBytes(RawSocket.header(FIN | TEXT, ping.length, true))
            .appendBytes(ping)
            .getBytes();
    try (RawSocket socket = new RawSocket(base(), both)) {
      assertEquals("helloFirst", new JsonObject(socket.read()).getString("code"));
      lives(socket);
    }
  }

  @Test
  void aRequestThatIsTornIsOne() {
    byte[] whole = RawSocket.request(LINE, base());
    for (int at : new int[] {1, 17, whole.length - 3, whole.length - 1}) {
      byte[] first = Arrays.copyOf(whole, at);
      byte[] rest = Arrays.copyOfRange(whole, at, whole.length);
      try (RawSocket socket = new RawSocket(base(), first, rest)) {
        lives(socket);
      }
    }
  }

  @Test
  void theTargetMayBeAWholeAddressAndHaveAQuery() {
    try (RawSocket socket = send(shake("GET " + base() + "/ws HTTP/1.1"))) {
      lives(socket);
    }
    try (RawSocket socket = send(shake("GET /ws?a=b HTTP/1.1"))) {
      lives(socket);
    }
  }

  @Test
  void itMayFollowOtherRequestsOnTheSameConnection() {
    String other = "GET /nowhere HTTP/1.1\r\nHost: " + base().getAuthority() + "\r\n\r\n";
    try (RawSocket socket = send(other)) {
      assertTrue(socket.answer.startsWith("HTTP/1.1 404 "), socket.answer);
    }
    try (RawSocket socket = send(other.replace("GET", "HEAD"))) {
      assertTrue(socket.answer.startsWith("HTTP/1.1 404 "), socket.answer);
      socket.send(RawSocket.request(LINE, base()));
      assertTrue(socket.head().startsWith("HTTP/1.1 101 "));
      socket.text(PING);
      assertEquals("helloFirst", new JsonObject(socket.read()).getString("code"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /ws HTTP/1.1   | Origin: https://elsewhere.example | 403
          GET /wss HTTP/1.1  | X-Nothing: 1                      | 404
          GET /ws/a HTTP/1.1 | X-Nothing: 1                      | 404
          """)
  void whatIsNoneIsRefused(String line, String header, int status) {
    try (RawSocket socket = send(shake(line, header))) {
      assertTrue(socket.answer.startsWith("HTTP/1.1 " + status + " "), socket.answer);
    }
  }

  @Test
  void aRequestWithABodyIsNone() {
    try (RawSocket socket = send(shake(LINE, "Content-Length: 2") + "ab")) {
      assertTrue(socket.answer.startsWith("HTTP/1.1 400 "), socket.answer);
    }
    try (RawSocket socket = send(shake(LINE, "Content-Length: 0"))) {
      lives(socket);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Version: 13,Version: 8",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==,X-Key: none",
    "GET,POST"
  })
  void whatLacksSomethingIsRefused(String of, String with) {
    try (RawSocket socket = send(shake(LINE).replace(of, with))) {
      assertTrue(socket.answer.startsWith("HTTP/1.1 4"), socket.answer);
    }
  }

  @Test
  void pathsOfTargets() {
    assertEquals("/ws", WebSocketHandshake.path("/ws"));
    assertEquals("/ws", WebSocketHandshake.path("/ws?/x"));
    assertEquals("/ws", WebSocketHandshake.path("http://a.example:80/ws?x"));
    assertEquals("//ws", WebSocketHandshake.path("//ws"));
    assertNull(WebSocketHandshake.path("http://[/ws"));
    assertEquals("*", WebSocketHandshake.path("*"));
  }
}
