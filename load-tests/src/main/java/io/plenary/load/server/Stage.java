package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.net.JsonLine;
import io.plenary.load.net.Loops;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The screen in the hall: everything it was shown, with the time it came. */
public final class Stage implements AutoCloseable, Screen {
  private final JsonLine line;
  private final List<Shown> shown = new ArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  Stage(Loops loops, int port, String hello) throws IOException {
    line = new JsonLine("/ws", "", hello, this::read).open(loops, port);
    try {
      if (!first.await(15, TimeUnit.SECONDS)) throw new IOException("the stage got no snapshot");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void read(JsonNode message, long at) {
    String type = message.get("type").asText();
    if (type.equals("stageSnapshot")) {
      JsonNode activity = message.get("activity");
      if (activity != null && !activity.isNull()) take(activity.get("id").asText(), activity.get("tally"), at);
      first.countDown();
    } else if (type.equals("tally")) {
      take(message.get("poll").asText(), message.get("tally"), at);
    }
  }

  private void take(String poll, JsonNode tally, long at) {
    if (tally == null || tally.isNull()) return;
    List<Long> counts = new ArrayList<>();
    if (!tally.get("counts").isNull()) tally.get("counts").forEach(n -> counts.add(n.asLong()));
    synchronized (shown) {
      shown.add(new Shown(at, poll, tally.get("voted").asLong() + tally.get("abstained").asLong(), counts));
      shown.notifyAll();
    }
  }

  @Override
  public Shown await(Predicate<Shown> wanted, long ms) throws InterruptedException {
    return Screen.await(shown, wanted, ms);
  }

  @Override
  public List<Shown> all() {
    synchronized (shown) {
      return List.copyOf(shown);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
