package io.plenary.load.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpReaderTest {
  private static final String OK =
      "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 13\r\nX: y\r\n\r\n{\"token\":\"a\"}";
  private static final String SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n";
  private final HttpReader reader = new HttpReader();

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }

  @Test
  void reads_status_and_body() {
    HttpReader.Answer answer = reader.read(bytes(OK));
    assertEquals(200, answer.status());
    assertEquals("{\"token\":\"a\"}", answer.body());
  }

  @Test
  void waits_until_an_answer_is_whole_wherever_it_is_cut() {
    for (int cut = 1; cut < OK.length(); cut++) {
      assertNull(reader.read(bytes(OK.substring(0, cut))), "cut at " + cut);
      assertEquals("{\"token\":\"a\"}", reader.read(bytes(OK.substring(cut))).body());
    }
  }

  @Test
  void the_same_connection_answers_again_and_what_follows_is_left() {
    ByteBuf both = bytes(OK + SWITCHING + "frame");
    assertEquals(200, reader.read(both).status());
    HttpReader.Answer upgrade = reader.read(both);
    assertEquals(101, upgrade.status());
    assertEquals("", upgrade.body());
    assertEquals("frame", both.toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_long_answer_fits() {
    String body = "x".repeat(5_000);
    String text = "HTTP/1.1 404 Not Found\r\ncontent-length: 5000\r\n\r\n" + body;
    assertEquals(body, reader.read(bytes(text)).body());
  }
}
