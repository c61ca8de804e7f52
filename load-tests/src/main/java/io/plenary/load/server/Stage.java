package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.net.JsonLine;
import io.plenary.load.net.Loops;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The screen in the hall: everything it was shown, with the time it came. */
public final class Stage implements AutoCloseable {
  private final JsonLine line;
  private final String ping;
  private final Screen screen = new Screen();
  private final CountDownLatch first = new CountDownLatch(1);

  Stage(Loops loops, int port, String hello, String ping) throws IOException {
    this.ping = ping;
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
      if (activity != null && !activity.isNull()) {
        take(activity.get("id").asText(), activity.get("tally"), at);
      }
      first.countDown();
    } else if (type.equals("tally")) {
      take(message.get("activity").asText(), message.get("tally"), at);
    }
  }

  private void take(String poll, JsonNode tally, long at) {
    if (tally == null || tally.isNull()) return;
    List<Long> counts = new ArrayList<>();
    if (!tally.get("result").isNull()) tally.get("result").forEach(n -> counts.add(n.asLong()));
    screen.add(
        new Screen.Shown(
            at, poll, tally.get("voted").asLong() + tally.get("abstained").asLong(), counts));
  }

  public Screen screen() {
    return screen;
  }

  /** Says that it is there: a server lets go of who is silent for more than a minute. */
  public void ping() {
    line.send(ping);
  }

  /** Whether its connection is gone; it does not come back by itself. */
  public boolean lost() {
    return line.over().isDone();
  }

  @Override
  public void close() {
    line.close();
  }
}
