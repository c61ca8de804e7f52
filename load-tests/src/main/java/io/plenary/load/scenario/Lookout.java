package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.server.QueueDesk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells people which questions there are to upvote, as a desk has them: what is public, and what
 * was until it was merged.
 */
final class Lookout {
  private static final long EVERY_MS = 200;
  private static final List<String> OPEN = List.of("published", "live", "merged");
  private final QueueDesk desk;
  private final Map<Integer, Integer> numbers = new ConcurrentHashMap<>();
  private volatile List<Integer> open = List.of();

  Lookout(QueueDesk desk) {
    this.desk = desk;
    desk.loop().scheduleAtFixedRate(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Map<String, JsonNode> items = desk.view().items();
    numbers.putAll(Audience.numbers(items.values()));
    open =
        items.values().stream()
            .filter(i -> i.has("n") && OPEN.contains(i.get("state").asText()))
            .map(i -> i.get("n").asInt())
            .toList();
  }

  /** Looks now. */
  void lookAgain() throws Exception {
    Audience.on(
        desk,
        () -> {
          look();
          return null;
        });
  }

  /** Questions that were public and are closed now. */
  List<JsonNode> closed() throws Exception {
    return Audience.on(
        desk,
        () ->
            desk.view().items().values().stream()
                .filter(i -> i.has("n") && !OPEN.contains(i.get("state").asText()))
                .toList());
  }

  /** Numbers of the server. */
  List<Integer> open() {
    return open;
  }

  /**
   * The number in the text of a question, by the number of the server; -1 when it was never seen.
   */
  int text(int n) {
    return numbers.getOrDefault(n, -1);
  }
}
