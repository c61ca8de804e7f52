package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest implements MessageReader.Listener {
  private final List<String> heard = new ArrayList<>();
  private final MessageReader reader = new MessageReader(this);

  @Test
  void aMessageInOneFrame() {
    reader.frame(text(true, "{\"type\":\"ping\"}"));
    assertEquals(List.of("{\"type\":\"ping\"}"), heard);
  }

  @Test
  void aMessageInPiecesThatSplitACharacter() {
    byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
    reader.frame(text(false, euro[0]));
    reader.frame(new ContinuationWebSocketFrame(true, 0, Unpooled.wrappedBuffer(euro, 1, 2)));
    assertEquals(List.of("€"), heard);
  }

  @Test
  void textThatIsNotUtf8IsRefusedAndTheNextMessageIsRead() {
    reader.frame(text(true, (byte) 0xC3, (byte) 0x28));
    reader.frame(text(true, "ok"));
    assertEquals(List.of("not text", "ok"), heard);
  }

  @Test
  void binaryIsRefused() {
    reader.frame(new BinaryWebSocketFrame(bytes("x")));
    assertEquals(List.of("not text"), heard);
  }

  @Test
  void theLargestMessageIsReadAndOneByteMoreIsNot() {
    reader.frame(text(true, "x".repeat(65_536)));
    assertEquals(65_536, heard.get(0).length());
    reader.frame(text(true, "x".repeat(65_537)));
    reader.frame(text(true, "after"));
    assertEquals(List.of("too large"), heard.subList(1, heard.size()));
  }

  @Test
  void manySmallPiecesAreStoppedAtTheSameSize() {
    reader.frame(text(false, "x".repeat(40_000)));
    reader.frame(new ContinuationWebSocketFrame(false, 0, bytes("x".repeat(40_000))));
    assertEquals(List.of("too large"), heard);
  }

  private static TextWebSocketFrame text(boolean last, String text) {
    return new TextWebSocketFrame(last, 0, bytes(text));
  }

  private static TextWebSocketFrame text(boolean last, byte... bytes) {
    return new TextWebSocketFrame(last, 0, Unpooled.wrappedBuffer(bytes));
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }

  @Override
  public void message(byte[] utf8) {
    heard.add(new String(utf8, StandardCharsets.UTF_8));
  }

  @Override
  public void tooLarge() {
    heard.add("too large");
  }

  @Override
  public void notText() {
    heard.add("not text");
  }
}
