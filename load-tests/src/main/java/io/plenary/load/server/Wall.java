package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.net.Loops;

/** The stage while it shows questions: the newest picture, and a line that comes back. */
public final class Wall extends StandingLine {
  private volatile ObjectNode activity;
  private volatile long changedAt;

  Wall(Loops loops, int port, String hello, String ping) {
    super(loops, port, "", hello, ping);
  }

  @Override
  protected void arrived() {}

  @Override
  protected void read(JsonNode message) {
    String type = message.get("type").asText();
    if (type.equals("stageSnapshot") && message.path("activity") instanceof ObjectNode shown) {
      activity = shown;
      changedAt = System.nanoTime();
    } else if (type.equals("questionTotals") && activity != null) {
      ObjectNode next = activity.deepCopy();
      for (String field : new String[] {"totals", "open"}) {
        if (message.has(field)) next.set(field, message.get(field));
      }
      if (next.path("live") instanceof ObjectNode live
          && live.get("n").equals(message.at("/live/n"))) live.set("up", message.at("/live/up"));
      activity = next;
    }
  }

  /** What stands there: totals, the live question, the next ones; null when nothing does. */
  public JsonNode shown() {
    return activity;
  }

  /** When it last changed, {@link System#nanoTime()}. */
  public long changedAt() {
    return changedAt;
  }
}
