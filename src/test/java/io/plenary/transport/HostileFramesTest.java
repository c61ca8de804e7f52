package io.plenary.transport;

import static io.plenary.transport.RawSocket.BINARY;
import static io.plenary.transport.RawSocket.CONTINUATION;
import static io.plenary.transport.RawSocket.CUT;
import static io.plenary.transport.RawSocket.FIN;
import static io.plenary.transport.RawSocket.PONG;
import static io.plenary.transport.RawSocket.RSV1;
import static io.plenary.transport.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.protocol.Golden;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes no page of ours sends, on real sockets, beside an honest stage that must not notice. */
class HostileFramesTest {
  private static final String PING = "{\"type\":\"ping\"}";

  /** Closing with bytes unread resets the connection, and the reason may be lost on the way. */
  private static final Set<Integer> TOLD_OR_CUT = Set.of(4001, CUT);

  private static TestServer server;
  private static Talk stage;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
    stage = Talk.link(server.base(), server.link("stage"));
    stage.hear("stageSnapshot");
  }

  @AfterAll
  static void stop() {
    stage.close();
    server.close();
  }

  @AfterEach
  void theStageDidNotNotice() {
    stage.say(new JsonObject(PING)).hear("pong");
  }

  private static RawSocket open(String... headers) {
    return new RawSocket(server.base(), headers);
  }

  private static String error(RawSocket socket) {
    JsonObject message = new JsonObject(socket.read());
    assertEquals("error", message.getString("type"), message::encode);
    return message.getString("code");
  }

  /** The greeting of an attendee, read up to the snapshot. */
  private static RawSocket greeted() {
    JsonObject joined = new Browser(server.base()).join(server.code());
    RawSocket socket =
        open()
            .text(
                new JsonObject()
                    .put("type", "hello")
                    .put("protocol", 1)
                    .put("role", "attendee")
                    .put("event", joined.getJsonObject("event").getString("id"))
                    .put("token", joined.getString("token"))
                    .encode());
    assertTrue(socket.read().contains("welcome"));
    assertTrue(socket.read().contains("attendeeSnapshot"));
    return socket;
  }

  @Test
  void compressionIsNotAccepted() {
    try (RawSocket socket =
        open(
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits,"
                + " x-webkit-deflate-frame")) {
      assertTrue(socket.answer.startsWith("HTTP/1.1 101"), socket.answer);
      assertFalse(
          socket.answer.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions"),
          socket.answer);
      socket.frame(FIN | RSV1 | TEXT, new byte[] {0x4a, 0x04, 0x00});
      assertEquals(4001, socket.closedWith());
    }
  }

  @Test
  void framesThatBreakTheProtocolEndTheConnection() {
    try (RawSocket unmasked = open();
        RawSocket reserved = open();
        RawSocket stray = open();
        RawSocket mixed = open()) {
      unmasked
          .send(RawSocket.header(FIN | TEXT, PING.length(), false))
          .send(PING.getBytes(StandardCharsets.US_ASCII));
      assertTrue(TOLD_OR_CUT.contains(unmasked.closedWith()));
      assertTrue(TOLD_OR_CUT.contains(reserved.frame(FIN | 3, new byte[1]).closedWith()));
      assertTrue(TOLD_OR_CUT.contains(stray.frame(FIN | CONTINUATION, new byte[1]).closedWith()));
      assertTrue(
          TOLD_OR_CUT.contains(
              mixed.frame(TEXT, new byte[1]).frame(FIN | TEXT, new byte[1]).closedWith()));
    }
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsRead() {
    try (RawSocket one = open();
        RawSocket parts = open();
        RawSocket huge = open()) {
      assertEquals(1009, one.frame(FIN | TEXT, new byte[64 * 1024 + 1]).closedWith());
      parts.frame(TEXT, new byte[40_000]).frame(CONTINUATION, new byte[40_000]);
      assertEquals(1009, parts.closedWith());
      // 1 GiB is announced and never sent
      assertEquals(
          1009,
          huge.send(RawSocket.header(FIN | TEXT, 1L << 30, true)).send(new byte[10]).closedWith());
    }
  }

  @Test
  void whatIsNoTextIsSaidToBeNone() {
    try (RawSocket socket = open()) {
      assertEquals(
          "notText", error(socket.frame(FIN | BINARY, PING.getBytes(StandardCharsets.US_ASCII))));
      assertEquals("notText", error(socket.frame(FIN | TEXT, new byte[] {'"', (byte) 0xc3, '"'})));
      assertEquals(
          "notText",
          error(socket.frame(FIN | TEXT, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})),
          "a lone surrogate");
      assertEquals(
          "notText",
          error(socket.frame(FIN | TEXT, new byte[] {(byte) 0xc0, (byte) 0x80})),
          "an overlong zero");
    }
  }

  @Test
  void pongsAreNothingToComplainAbout() {
    try (RawSocket socket = open()) {
      for (int i = 0; i < 50; i++) socket.frame(FIN | PONG, new byte[] {1});
      assertEquals("helloFirst", error(socket.text(PING)));
    }
  }

  @Test
  void everyPingIsAnsweredWithWhatItHeld() {
    try (RawSocket socket = open()) {
      for (int length : new int[] {0, 1, 125}) {
        byte[] payload = "p".repeat(length).getBytes(StandardCharsets.US_ASCII);
        byte[] pong = socket.frame(FIN | RawSocket.PING, payload).next();
        assertEquals(RawSocket.PONG, pong[0]);
        assertEquals(length, pong.length - 1);
      }
    }
  }

  /** Not each of many, but the last (RFC 6455, 5.5.3). */
  @Test
  void ofManyPingsAtOnceTheLastIsAnswered() {
    int last = 5_000;
    ByteBuffer pings = ByteBuffer.allocate(8 * last);
    for (int i = 1; i <= last; i++) {
      pings.put(RawSocket.header(FIN | RawSocket.PING, 2, true)).putShort((short) i);
    }
    try (RawSocket socket = open()) {
      socket.send(pings.array());
      for (int answered = 0; answered < last; ) {
        byte[] pong = socket.next();
        assertEquals(RawSocket.PONG, pong[0]);
        int next = ByteBuffer.wrap(pong).getShort(1);
        assertTrue(next > answered, next + " after " + answered);
        answered = next;
      }
    }
  }

  @Test
  void everyInvalidMessageIsAnsweredByItsError() {
    var invalid = Golden.files("invalid");
    assertTrue(invalid.size() > 10, "looked at nothing");
    invalid.forEach(
        (name, file) -> {
          try (RawSocket socket = greeted()) {
            JsonObject answer =
                new JsonObject(
                    socket
                        .text((file.has("message") ? file.get("message") : file).toString())
                        .read());
            assertEquals("error", answer.getString("type"), name + " " + answer);
          }
        });
    try (RawSocket socket = greeted()) {
      for (String bad :
          new String[] {
            "",
            "{",
            "[]",
            "null",
            "1",
            "\"x\"",
            PING + PING,
            "{\"type\":\"ping\",\"type\":\"ping\"}",
            "[".repeat(30_000),
            "{\"a\":".repeat(9_000)
          }) {
        assertEquals("malformed", error(socket.text(bad)), bad);
      }
      assertEquals("unknownType", error(socket.text("{\"type\":\"becomeOrganiser\",\"ref\":1}")));
      assertTrue(socket.text(PING).read().contains("pong"), "a few mistakes are forgiven");
    }
  }

  @Test
  void whoIsBadAgainAndAgainIsLetGo() {
    try (RawSocket socket = greeted()) {
      for (int i = 0; i < 25; i++) socket.text("{");
      assertEquals(4001, socket.closedWith());
    }
  }

  @Test
  void aFloodIsSlowedDownAndThenLetGo() {
    try (RawSocket socket = greeted()) {
      for (int i = 0; i < 500; i++) socket.text(PING);
      assertEquals(4001, socket.closedWith());
    }
  }

  @Test
  void nothingWorksBeforeHelloAndHelloWorksOnce() {
    Golden.files("client")
        .forEach(
            (name, message) -> {
              if (name.startsWith("hello")) return;
              try (RawSocket socket = open()) {
                assertEquals("helloFirst", error(socket.text(message.toString())), name);
              }
            });
    try (RawSocket socket = greeted()) {
      assertEquals(
          "helloTwice",
          error(socket.text(Golden.files("client").get("hello-attendee.json").toString())));
    }
  }
}
