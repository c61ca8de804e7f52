package io.plenary.load.yardstick;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.plenary.load.net.Line;
import io.plenary.load.net.Loops;
import io.plenary.load.net.WsLine;
import io.plenary.load.phone.SocketIoPhone;
import io.plenary.load.server.Screen;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The yardstick's stage and organiser in one: opens polls, sees results. */
public final class SocketIoStage implements WsLine.End, PeerStage {
  private final Screen screen = new Screen();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> connected = new LinkedBlockingQueue<>();
  private volatile WsLine line;
  private long asked;

  SocketIoStage(Loops loops, int port) throws IOException {
    loops.connect(loops.next(), port, 0, this);
    take(connected);
  }

  /**
   * @param event and its arguments, as JSON without the brackets; gives the answer's first argument
   */
  private JsonNode ask(String event) throws IOException {
    line.send("42" + ++asked + "[" + event + "]");
    return take(answers).get(0);
  }

  @Override
  public void open(String poll, String audience) throws IOException {
    screen.clear();
    ask("\"open\",{\"id\":\"" + poll + "\",\"audience\":\"" + audience + "\"}");
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    long now = System.nanoTime();
    String text = buf.toString(at, length, StandardCharsets.UTF_8);
    if (text.startsWith("0")) line.send("40{\"participant\":\"stage\",\"role\":\"stage\"}");
    else if (text.equals("2")) line.send("3");
    else if (text.startsWith("40")) connected.add(text);
    else if (text.startsWith("43")) answers.add(json(text));
    else if (text.startsWith("42[\"results\"")) show(json(text).get(1), now);
  }

  private void show(JsonNode results, long now) {
    screen.add(
        new Screen.Shown(
            now, results.get("poll").asText(), results.get("voted").asLong(), counts(results)));
  }

  private static List<Long> counts(JsonNode results) {
    List<Long> counts = new ArrayList<>();
    results.get("counts").forEach(n -> counts.add(n.asLong()));
    return counts;
  }

  @Override
  public List<Long> counts() throws IOException {
    return counts(ask("\"count\""));
  }

  private static JsonNode json(String text) {
    try {
      return Golden.JSON.readTree(text.substring(text.indexOf('[')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T take(BlockingQueue<T> queue) throws IOException {
    try {
      T found = queue.poll(15, TimeUnit.SECONDS);
      if (found == null) throw new IOException("the yardstick does not answer");
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public void connected(WsLine l) {
    line = l;
    l.upgrade(SocketIoPhone.PATH, "");
  }

  @Override
  public void response(WsLine l, int status, String body) {
    l.close();
  }

  @Override
  public void opened(Line l) {}

  @Override
  public void lost(Line l, int code) {}

  @Override
  public void close() {
    line.close();
  }
}
