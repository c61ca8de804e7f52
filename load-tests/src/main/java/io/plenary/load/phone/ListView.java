package io.plenary.load.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The public list as a page holds it whose reader went down to the end and pressed "new" whenever
 * it was there (web/src/kinds/qa/attendee/list.ts). Pure: says what to ask for next, and asks for
 * nothing itself.
 */
public final class ListView {
  /** What is to be asked for. */
  public enum Next {
    NOTHING,
    HEAD,
    PAGE
  }

  private Map<Integer, ObjectNode> items = new TreeMap<>();
  private Map<Integer, ObjectNode> gathered;
  private final Set<Integer> missing = new TreeSet<>();
  private String feed;
  private long frame;
  private JsonNode last;
  private boolean gap;
  private int gaps;
  private int crossed;

  public void head(JsonNode head) {
    feed = head.get("feed").asText();
    frame = head.get("frame").asLong();
    gap = false;
    missing.clear();
    gathered = new TreeMap<>();
    last = null;
    take(head);
  }

  public void page(JsonNode page) {
    if (gathered != null && !gap) take(page);
  }

  private void take(JsonNode part) {
    for (JsonNode item : part.get("items")) {
      gathered.put(item.get("n").asInt(), (ObjectNode) item);
      last = item;
    }
    if (part.get("more").asBoolean() && !part.get("items").isEmpty()) return;
    items = gathered;
    gathered = null;
    missing.removeAll(items.keySet());
    if (missing.isEmpty()) return;
    crossed++;
    gap = true;
  }

  /** A numbered frame; one that is left out, or of another feed, leaves a gap. */
  public void moved(JsonNode moved) {
    if (feed == null || gap) return;
    long number = moved.get("frame").asLong();
    boolean same = moved.get("feed").asText().equals(feed);
    if (same && number <= frame) return;
    if (!same || number != frame + 1) {
      gap = true;
      gaps++;
      return;
    }
    frame = number;
    JsonNode up = moved.path("up");
    for (int i = 0; i + 1 < up.size(); i += 2) up(up.get(i).asInt(), up.get(i + 1));
    moved.path("put").forEach(item -> put(item.get("n").asInt(), (ObjectNode) item));
    moved.path("gone").forEach(n -> gone(n.asInt()));
  }

  /**
   * A number that is unknown: nothing, while a page may still bring it; but it may have climbed
   * past the page that was asked for.
   */
  private void up(int n, JsonNode count) {
    boolean held = set(items, n, count);
    if (gathered != null) held = set(gathered, n, count);
    if (held) return;
    missing.add(n);
    if (gathered != null) return;
    crossed++;
    gap = true;
  }

  private static boolean set(Map<Integer, ObjectNode> in, int n, JsonNode count) {
    ObjectNode item = in.get(n);
    if (item == null) return false;
    in.put(n, item.deepCopy().set("up", count));
    return true;
  }

  private void put(int n, ObjectNode item) {
    items.put(n, item);
    if (gathered != null) gathered.put(n, item);
    missing.remove(n);
  }

  private void gone(int n) {
    items.remove(n);
    if (gathered != null) gathered.remove(n);
    missing.remove(n);
  }

  public Next next() {
    if (gap || feed == null) return Next.HEAD;
    return gathered == null ? Next.NOTHING : Next.PAGE;
  }

  /** The cursor below which the next page begins. */
  public JsonNode last() {
    return last;
  }

  /** Everything that is public, by number, as far as this page knows. A copy. */
  public Map<Integer, JsonNode> items() {
    return new TreeMap<>(items);
  }

  /** Frames that did not come. */
  public int gaps() {
    return gaps;
  }

  /** How often a question climbed past the page that was just asked for, so that it was on none. */
  public int crossed() {
    return crossed;
  }
}
