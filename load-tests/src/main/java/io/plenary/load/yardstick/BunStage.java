package io.plenary.load.yardstick;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.net.JsonLine;
import io.plenary.load.net.Loops;
import io.plenary.load.phone.BunPhone;
import io.plenary.load.server.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Bun's stage; it can also have a text of any size published to all phones. */
public final class BunStage implements PeerStage {
  private final Screen screen = new Screen();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final JsonLine line;

  BunStage(Loops loops, int port, String secret) throws IOException {
    String hello = "{\"type\":\"hello\",\"stage\":\"" + secret + "\"}";
    line = new JsonLine(BunPhone.PATH, "", hello, this::read).open(loops, port);
    answer("poll");
  }

  private void read(JsonNode message, long at) {
    if (!message.path("type").asText().equals("results")) {
      answers.add(message);
      return;
    }
    screen.add(
        new Screen.Shown(
            at, message.get("poll").asText(), message.get("voted").asLong(), counts(message)));
  }

  private static List<Long> counts(JsonNode message) {
    List<Long> counts = new ArrayList<>();
    message.get("counts").forEach(n -> counts.add(n.asLong()));
    return counts;
  }

  private JsonNode answer(String type) throws IOException {
    try {
      JsonNode found = answers.poll(15, TimeUnit.SECONDS);
      if (found == null) throw new IOException("Bun does not answer");
      if (!found.path("type").asText().equals(type)) {
        throw new IOException("Bun said " + found + " where " + type + " was expected");
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void open(String poll, String audience) throws IOException {
    screen.clear();
    line.send("{\"type\":\"open\",\"id\":\"" + poll + "\",\"audience\":\"" + audience + "\"}");
    answer("opened");
  }

  @Override
  public List<Long> counts() throws IOException {
    line.send("{\"type\":\"count\"}");
    return counts(answer("count"));
  }

  /**
   * One text of that size to every phone; gives when it was asked for, {@link System#nanoTime()}.
   */
  public long publish(int bytes) {
    long sent = System.nanoTime();
    line.send("{\"type\":\"publish\",\"bytes\":" + bytes + "}");
    return sent;
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public void close() {
    line.close();
  }
}
