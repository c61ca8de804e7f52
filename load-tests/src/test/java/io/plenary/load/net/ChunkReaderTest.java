package io.plenary.load.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chunks and the events in them, as the server writes them and as a proxy may cut them anew. */
class ChunkReaderTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\n"
          + "content-type: text/event-stream\r\n"
          + "Transfer-Encoding: chunked\r\n"
          + "x: y\r\n\r\n";
  private static final String EVENTS =
      ":"
          + " ".repeat(300)
          + "\n\nevent: open\ndata: s3cret\n\n"
          + ":\n\n"
          + "data: {\"a\":\"ü: x\"}\n\n"
          + "event: other\ndata:no blank\n\n"
          + "id: 7\ndata\ndatum: no\n\n"
          + "data: "
          + "y".repeat(5_000)
          + "\n\n"
          + "data: \n\n";
  private static final List<String> WANTED =
      List.of(
          "200",
          "open=s3cret",
          "={\"a\":\"ü: x\"}",
          "other=no blank",
          "=" + "y".repeat(5_000),
          "=",
          "end");

  private final List<String> heard = new ArrayList<>();

  private ChunkReader reader() {
    heard.clear();
    EventReader events =
        new EventReader(
            (name, buf, at, length) ->
                heard.add(name + "=" + buf.toString(at, length, StandardCharsets.UTF_8)));
    return new ChunkReader(
        new ChunkReader.Sink() {
          @Override
          public void head(int status) {
            heard.add("" + status);
          }

          @Override
          public void chunk(ByteBuf buf, int at, int length) {
            events.read(buf, at, length);
          }

          @Override
          public void end() {
            heard.add("end");
          }
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param most bytes per chunk
   */
  private static byte[] answer(int most) {
    ByteBuf all = Unpooled.buffer().writeBytes(bytes(HEAD));
    byte[] events = bytes(EVENTS);
    for (int at = 0; at < events.length; at += most) {
      int size = Math.min(most, events.length - at);
      all.writeBytes(bytes(Integer.toHexString(size) + (size % 2 == 0 ? ";x=1" : "") + "\r\n"))
          .writeBytes(events, at, size)
          .writeBytes(bytes("\r\n"));
    }
    all.writeBytes(bytes("0\r\n\r\n"));
    byte[] out = new byte[all.readableBytes()];
    all.readBytes(out);
    return out;
  }

  @Test
  void byte_by_byte_and_in_any_chunks() {
    for (int most : new int[] {1, 3, 16, 333, 100_000}) {
      ChunkReader reader = reader();
      for (byte b : answer(most)) reader.read(Unpooled.wrappedBuffer(new byte[] {b}));
      assertEquals(WANTED, heard, "chunks of " + most);
    }
  }

  @Test
  void wherever_it_is_cut_the_events_are_the_same() {
    byte[] all = answer(200);
    for (int cut = 0; cut <= all.length; cut++) {
      ChunkReader reader = reader();
      reader.read(Unpooled.copiedBuffer(all, 0, cut));
      reader.read(Unpooled.copiedBuffer(all, cut, all.length - cut));
      assertEquals(WANTED, heard, "cut at " + cut);
    }
  }

  @Test
  void an_event_that_is_not_whole_is_none() {
    ChunkReader reader = reader();
    reader.read(Unpooled.copiedBuffer(bytes(HEAD + "a\r\ndata: one\n\r\n")));
    assertEquals(List.of("200"), heard);
    reader.read(Unpooled.copiedBuffer(bytes("1\r\n\n\r\n")));
    assertEquals(List.of("200", "=one"), heard);
  }

  @Test
  void a_refusal_is_a_status_and_nothing_else() {
    reader()
        .read(
            Unpooled.copiedBuffer(
                bytes(
                    "HTTP/1.1 503 Service Unavailable\r\n"
                        + "content-length: 12\r\n\r\n"
                        + "5\r\n"
                        + "data:\r\n\r\n")));
    assertEquals(List.of("503"), heard);
  }

  @Test
  void what_is_no_chunk_is_not_guessed() {
    for (String bad : List.of("\r\n", "5 \r\n", "-1\r\n", "100000000\r\n", "2\r\nabc\r\n")) {
      ChunkReader reader = reader();
      assertThrows(
          IllegalStateException.class,
          () -> reader.read(Unpooled.copiedBuffer(bytes(HEAD + bad))),
          bad);
    }
    assertThrows(
        IllegalStateException.class,
        () ->
            reader()
                .read(
                    Unpooled.copiedBuffer(bytes("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n"))));
  }
}
