package io.plenary.load.net;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A connection where every message is read: for the few who look, a stage or an organiser. */
public final class JsonLine implements WsLine.End {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final String path;
  private final String headers;
  private final String hello;
  private final BiConsumer<JsonNode, Long> reader;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private volatile Line line;

  /**
   * @param headers of the upgrade, each ended by CR LF
   * @param hello first message, null for none
   * @param reader gets every message and when it came, in {@link System#nanoTime()}
   */
  public JsonLine(String path, String headers, String hello, BiConsumer<JsonNode, Long> reader) {
    this.path = path;
    this.headers = headers;
    this.hello = hello;
    this.reader = reader;
  }

  public JsonLine open(Loops loops, int port) {
    return open(loops, loops.next(), port);
  }

  public JsonLine open(Loops loops, EventLoop loop, int port) {
    loops.connect(loop, port, 0, this);
    return this;
  }

  public void send(CharSequence text) {
    Line now = line;
    if (now == null) throw new IllegalStateException("not connected");
    now.send(text);
  }

  public void close() {
    if (line != null) line.close();
  }

  /** Completes when the connection is gone. */
  public CompletableFuture<Void> over() {
    return over;
  }

  @Override
  public void connected(WsLine l) {
    l.upgrade(path, headers);
  }

  @Override
  public void response(WsLine l, int status, String body) {
    over.completeExceptionally(
        new IOException("the upgrade of " + path + " was answered with " + status));
    l.close();
  }

  @Override
  public void opened(Line l) {
    line = l;
    if (hello != null) l.send(hello);
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    long now = System.nanoTime();
    try {
      reader.accept(JSON.readTree(ByteBufUtil.getBytes(buf, at, length)), now);
    } catch (IOException e) {
      over.completeExceptionally(e);
    }
  }

  @Override
  public void lost(Line l, int code) {
    over.completeExceptionally(new IOException("the connection was lost (" + code + ")"));
  }
}
