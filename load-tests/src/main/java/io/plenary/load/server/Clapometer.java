package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.net.Loops;
import io.plenary.load.phone.Applause;
import io.plenary.load.wire.Beside;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A stage, as far as it shows reactions. Fed from one event loop, read by scenarios. */
public final class Clapometer extends StandingLine {
  private final List<Long> added = new ArrayList<>(Collections.nCopies(Applause.KINDS.size(), 0L));
  private List<Long> totals;
  private boolean back;
  private boolean away;
  private long frames;
  private long changedAt;

  Clapometer(Loops loops, int port, String hello, String ping)
      throws IOException, InterruptedException {
    super(loops, port, "", hello, ping);
    open();
    if (!await(t -> true, 15_000)) throw new IOException("the stage shows no reactions");
  }

  @Override
  protected void arrived() {}

  @Override
  protected synchronized void read(JsonNode message) {
    long at = System.nanoTime();
    switch (message.get("type").asText()) {
      case "stageSnapshot" -> {
        away |= message.path("store").asText("ok").equals("away");
        JsonNode reactions = Beside.reactions(message);
        if (reactions.isObject()) take(Ovation.counts(reactions.get("totals")), at);
      }
      case "reactions" -> {
        frames++;
        List<Long> more = Ovation.counts(message.get("added"));
        for (int i = 0; i < added.size(); i++) added.set(i, added.get(i) + more.get(i));
        take(Ovation.counts(message.get("totals")), at);
      }
      case "store" -> away |= message.get("status").asText().equals("away");
      default -> {}
    }
  }

  private void take(List<Long> next, long at) {
    for (int i = 0; totals != null && i < next.size(); i++) back |= next.get(i) < totals.get(i);
    if (!next.equals(totals)) changedAt = at;
    totals = next;
    notifyAll();
  }

  /** Whether the totals were so in time. */
  public synchronized boolean await(Predicate<List<Long>> so, long ms) throws InterruptedException {
    long until = System.nanoTime() + ms * 1_000_000;
    while (totals == null || !so.test(totals)) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) return false;
      wait(left);
    }
    return true;
  }

  /** What stands there, by kind. */
  public synchronized List<Long> totals() {
    return totals;
  }

  /** The sum of what frames said was added, by kind. */
  public synchronized List<Long> added() {
    return List.copyOf(added);
  }

  /** Whether a total ever went back. */
  public synchronized boolean wentBack() {
    return back;
  }

  /**
   * Whether the server ever said that its store was away: what it was to store then is lost, by
   * promise.
   */
  public synchronized boolean storeWasAway() {
    return away;
  }

  public synchronized long frames() {
    return frames;
  }

  /** When totals last changed, {@link System#nanoTime()}. */
  public synchronized long changedAt() {
    return changedAt;
  }
}
