package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every question of a room as a moderator's page holds it that went through all pages. Pure; says
 * itself what to ask for next.
 */
public final class QueueView {
  private Map<String, ObjectNode> items = new TreeMap<>();
  private final Map<Integer, String> byNumber = new TreeMap<>();
  private JsonNode counts;
  private String feed;
  private long frame;
  private String after;
  private boolean gathering;
  private boolean gap = true;

  public void head(JsonNode head) {
    feed = head.get("feed").asText();
    frame = head.get("frame").asLong();
    counts = head.get("counts");
    items = new TreeMap<>();
    byNumber.clear();
    gap = false;
    gathering = true;
    after = null;
    head.get("items").forEach(this::put);
  }

  public void page(JsonNode page) {
    if (!gathering) return;
    page.get("items").forEach(this::put);
    after = page.path("after").isTextual() ? page.get("after").asText() : null;
    gathering = after != null;
  }

  public void moved(JsonNode moved) {
    if (gap || feed == null) return;
    long number = moved.get("frame").asLong();
    boolean same = moved.get("feed").asText().equals(feed);
    if (same && number <= frame) return;
    gap = !same || number != frame + 1;
    if (gap) return;
    frame = number;
    JsonNode up = moved.path("up");
    for (int i = 0; i + 1 < up.size(); i += 2) {
      String id = byNumber.get(up.get(i).asInt());
      if (id != null) items.put(id, items.get(id).deepCopy().set("up", up.get(i + 1)));
    }
    moved.path("put").forEach(this::put);
    if (moved.has("counts")) counts = moved.get("counts");
  }

  private void put(JsonNode item) {
    String id = item.get("id").asText();
    ObjectNode held = items.get(id);
    if (held != null && held.get("rev").asLong() > item.get("rev").asLong()) return;
    items.put(id, (ObjectNode) item);
    if (item.has("n")) byNumber.put(item.get("n").asInt(), id);
  }

  /** Whether a head is needed. */
  public boolean gap() {
    return gap;
  }

  /** Whether a page is: the one behind {@link #after}. */
  public boolean gathering() {
    return gathering;
  }

  /** Null at the beginning. */
  public String after() {
    return after;
  }

  public boolean whole() {
    return !gap && !gathering;
  }

  /** Every question by id. A copy. */
  public Map<String, JsonNode> items() {
    return new TreeMap<>(items);
  }

  public int size() {
    return items.size();
  }

  public JsonNode counts() {
    return counts;
  }
}
