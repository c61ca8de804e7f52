package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest implements MessageReader.Listener {
  private final List<String> heard = new ArrayList<>();
  private final MessageReader reader = new MessageReader(this);

  @Test
  void aMessageInOneFrame() {
    reader.frame(WebSocketFrame.textFrame("{\"type\":\"ping\"}", true));
    assertEquals(List.of("{\"type\":\"ping\"}"), heard);
  }

  @Test
  void aMessageInPiecesThatSplitACharacter() {
    byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
    reader.frame(text(false, euro[0]));
    reader.frame(
        WebSocketFrame.continuationFrame(Buffer.buffer(new byte[] {euro[1], euro[2]}), true));
    assertEquals(List.of("€"), heard);
  }

  @Test
  void textThatIsNotUtf8IsRefusedAndTheNextMessageIsRead() {
    reader.frame(text(true, (byte) 0xC3, (byte) 0x28));
    reader.frame(WebSocketFrame.textFrame("ok", true));
    assertEquals(List.of("not text", "ok"), heard);
  }

  @Test
  void binaryIsRefused() {
    reader.frame(WebSocketFrame.binaryFrame(Buffer.buffer("x"), true));
    assertEquals(List.of("not text"), heard);
  }

  @Test
  void theLargestMessageIsReadAndOneByteMoreIsNot() {
    reader.frame(WebSocketFrame.textFrame("x".repeat(65_536), true));
    assertEquals(65_536, heard.get(0).length());
    reader.frame(WebSocketFrame.textFrame("x".repeat(65_537), true));
    reader.frame(WebSocketFrame.textFrame("after", true));
    assertEquals(List.of("too large"), heard.subList(1, heard.size()));
  }

  @Test
  void manySmallPiecesAreStoppedAtTheSameSize() {
    reader.frame(WebSocketFrame.textFrame("x".repeat(40_000), false));
    reader.frame(WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(40_000)), false));
    assertEquals(List.of("too large"), heard);
  }

  private static WebSocketFrame text(boolean last, byte... bytes) {
    return new io.vertx.core.http.impl.websocket.WebSocketFrameImpl(
        io.vertx.core.http.WebSocketFrameType.TEXT,
        io.netty.buffer.Unpooled.wrappedBuffer(bytes),
        last);
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
