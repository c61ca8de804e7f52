package io.plenary.load.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final String LONG = "x".repeat(70_000);
  private final List<String> heard = new ArrayList<>();
  private final FrameReader reader =
      new FrameReader(
          new FrameReader.Sink() {
            @Override
            public void text(ByteBuf buf, int at, int length) {
              heard.add(buf.toString(at, length, StandardCharsets.UTF_8));
            }

            @Override
            public void ping() {
              heard.add("ping");
            }

            @Override
            public void close(int code) {
              heard.add("close " + code);
            }
          });

  private static ByteBuf frame(int first, byte[] payload) {
    ByteBuf buf = Unpooled.buffer().writeByte(first);
    if (payload.length < 126) buf.writeByte(payload.length);
    else if (payload.length < 65_536) buf.writeByte(126).writeShort(payload.length);
    else buf.writeByte(127).writeLong(payload.length);
    return buf.writeBytes(payload);
  }

  private static ByteBuf frame(int first, String payload) {
    return frame(first, payload.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuf all() {
    return Unpooled.wrappedBuffer(
        frame(0x81, "one"),
        frame(0x81, "y".repeat(300)),
        frame(0x89, ""),
        frame(0x01, "two "),
        frame(0x80, "parts"),
        frame(0x81, ""),
        frame(0x88, new byte[] {(byte) (4000 >> 8), (byte) 4000}));
  }

  private static final List<String> WANTED =
      List.of("one", "y".repeat(300), "ping", "two parts", "", "close 4000");

  @Test
  void wherever_it_is_cut_the_messages_are_the_same() {
    int size = all().readableBytes();
    for (int cut = 0; cut <= size; cut++) {
      heard.clear();
      ByteBuf bytes = all();
      reader.read(Unpooled.copiedBuffer(bytes.slice(0, cut)));
      reader.read(Unpooled.copiedBuffer(bytes.slice(cut, size - cut)));
      assertEquals(WANTED, heard, "cut at " + cut);
    }
  }

  @Test
  void byte_by_byte_and_counted() {
    ByteBuf bytes = all();
    int size = bytes.readableBytes();
    while (bytes.isReadable()) reader.read(Unpooled.copiedBuffer(bytes.readSlice(1)));
    assertEquals(WANTED, heard);
    assertEquals(7, reader.frames());
    assertEquals(size, reader.bytes());
  }

  @Test
  void the_long_form_of_a_length() {
    ByteBuf bytes = frame(0x81, LONG);
    reader.read(bytes.readRetainedSlice(9));
    reader.read(bytes);
    assertEquals(List.of(LONG), heard);
  }
}
