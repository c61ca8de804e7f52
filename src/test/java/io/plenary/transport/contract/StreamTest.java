package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of event streams alone: PROTOCOL.md, "Without WebSockets". */
class StreamTest {
  private static final byte[] PING = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BAD = "{".getBytes(StandardCharsets.UTF_8);
  private static TestServer server;
  private static Guests guests;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
    guests = new Guests(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noProxyIsInvitedToKeepPackOrChangeIt() {
    for (Way way : new Way[] {Way.STREAM, Way.STREAM_OVER_HTTP2}) {
      StreamPeer peer = welcomed(way);
      var head = peer.head().headers();
      assertEquals("text/event-stream", head.firstValue("content-type").orElse(""));
      assertEquals("no-cache, no-store, no-transform", head.firstValue("cache-control").orElse(""));
      assertEquals("no", head.firstValue("x-accel-buffering").orElse(""));
      assertTrue(head.firstValue("content-encoding").isEmpty());
      assertTrue(head.firstValue("access-control-allow-origin").isEmpty());
      assertEquals(
          way == Way.STREAM ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2,
          peer.head().version());
      peer.leave();
    }
  }

  @Test
  void aRepeatedMessageIsTakenOnce() {
    StreamPeer peer = welcomed(Way.STREAM);
    assertEquals(204, peer.post(1, BAD));
    assertEquals(204, peer.post(1, BAD));
    assertEquals(204, peer.post(2, PING));
    assertEquals(204, peer.post(1, BAD));
    assertEquals(204, peer.post(3, PING));
    assertEquals("malformed", peer.error());
    assertEquals(204, peer.post(4, "{\"type\":\"teleport\"}".getBytes(StandardCharsets.UTF_8)));
    assertEquals("unknownType", peer.error(), "the repetition was taken as well");
    peer.leave();
  }

  @Test
  void aMessageThatWasLeftOutIsMissed() {
    StreamPeer peer = welcomed(Way.STREAM);
    assertEquals(409, peer.post(2, PING));
    assertEquals(204, peer.post(1, PING));
    assertEquals(204, peer.post(2, PING));
    peer.leave();
  }

  /**
   * Every POST on a connection of its own, so that about half of them arrive on the loop that the
   * stream does not live on.
   */
  @Test
  void messagesKeepTheirOrderOverManyConnections() throws Exception {
    StreamPeer peer = welcomed(Way.STREAM);
    for (int i = 1; i <= 24; i++) {
      byte[] unknown =
          ("{\"type\":\"openActivity\",\"ref\":" + i + ",\"activity\":\"nosuchpoll00\",\"rev\":1}")
              .getBytes(StandardCharsets.UTF_8);
      HttpRequest request = message(peer.secret(), "" + i, unknown).build();
      assertEquals(
          204,
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode());
    }
    for (int i = 1; i <= 24; i++) assertEquals(i, peer.next("error").getInteger("ref"));
    peer.leave();
  }

  @Test
  void whatNamesNoStreamOrNoNumberIsRefused() throws Exception {
    StreamPeer peer = welcomed(Way.STREAM);
    assertEquals(404, status(message("guessedguessedguesse_w", "1", PING)));
    assertEquals(400, status(message(peer.secret(), "first", PING)));
    assertEquals(400, status(message(peer.secret(), "0", PING)));
    assertEquals(
        403,
        status(message(peer.secret(), "1", PING).header("Origin", "https://elsewhere.example")));
    assertEquals(
        415, status(message(peer.secret(), "1", PING).setHeader("content-type", "text/plain")));
    peer.leave();
    Waiting.until(() -> "an abandoned stream lives on", () -> gone(peer.secret()));
  }

  private boolean gone(String secret) {
    try {
      return status(message(secret, "1", PING)) == 404;
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Proxies still speak it to servers behind them unless told otherwise, and the first bytes have
   * to go through buffers.
   */
  @Test
  void http10IsSentTheSameUntilTheConnectionEnds() throws IOException {
    String hello = guests.attendee().encode();
    try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/stream HTTP/1.0\r\n"
                      + "Host: proxy\r\n"
                      + "Content-Type: application/json\r\n"
                      + "Content-Length: "
                      + hello.length()
                      + "\r\n\r\n"
                      + hello)
                  .getBytes(StandardCharsets.UTF_8));
      String text = new String(readUntil(socket, "attendeeSnapshot"), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("HTTP/1.0 200 "), text);
      String body = text.substring(text.indexOf("\r\n\r\n") + 4);
      assertTrue(
          body.matches(
              "(?s):[ ]{2048}\n\nevent: open\ndata: \\S{58}\n\ndata: \\{\"type\":\"welcome\".*"),
          text);
    }
  }

  private static StreamPeer welcomed(Way way) {
    StreamPeer peer = (StreamPeer) way.connect(server.base()).send(guests.attendee());
    JsonObject welcome = peer.next("welcome");
    assertEquals("attendee", welcome.getString("role"));
    peer.next("attendeeSnapshot");
    return peer;
  }

  private static HttpRequest.Builder message(String secret, String seq, byte[] body) {
    return HttpRequest.newBuilder(server.base().resolve("/api/v1/stream/message"))
        .header("content-type", "application/json")
        .header("plenary-stream", secret)
        .header("plenary-seq", seq)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static byte[] readUntil(Socket socket, String end) throws IOException {
    var read = new java.io.ByteArrayOutputStream();
    while (!read.toString(StandardCharsets.UTF_8).contains(end)) {
      int b = socket.getInputStream().read();
      if (b < 0) break;
      read.write(b);
    }
    return read.toByteArray();
  }
}
