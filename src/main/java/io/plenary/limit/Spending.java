package io.plenary.limit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is taken here of limits that all nodes hold together, until the others are told, and what
 * these say that they took. Each node lets through what is there as far as it knows, without asking
 * anybody; what was too much is paid off after. However much is tried, what there is to tell has a
 * bounded length. Usable from any thread.
 */
public final class Spending {
  /** A limit that takes up what was taken elsewhere, whether it is there or not. */
  public interface Limit {
    /**
     * @param units below 0: given back
     */
    void takenElsewhere(String key, int units);
  }

  /** Of what is beyond, each node counts its own alone. */
  static final int MOST = 500;

  private static final int PARTS = 3;

  private record Taken(String limit, String key) {}

  private final Map<String, Limit> limits = new ConcurrentHashMap<>();
  private final Map<Taken, Integer> waiting = new ConcurrentHashMap<>();
  private volatile Runnable wake = () -> {};

  /**
   * @param listener called from any thread, whenever there is something to tell
   */
  public void listen(Runnable listener) {
    wake = listener;
  }

  /** From now on the limit of this name takes up what other nodes say of it. */
  public void share(String name, Limit limit) {
    limits.put(name, limit);
  }

  /**
   * @param key without spaces and line breaks; it should tell nobody whom it is about
   * @param units below 0: given back
   */
  public void took(String limit, String key, int units) {
    Taken taken = new Taken(limit, key);
    if (waiting.size() >= MOST && !waiting.containsKey(taken)) return;
    waiting.merge(taken, units, Integer::sum);
    wake.run();
  }

  /** What was not told yet, a line "limit key units" for each; "" when there is nothing. */
  public String drain() {
    StringBuilder text = new StringBuilder();
    for (Taken taken : List.copyOf(waiting.keySet())) {
      Integer units = waiting.remove(taken);
      if (units == null || units == 0) continue;
      text.append(taken.limit).append(' ').append(taken.key).append(' ').append(units).append('\n');
    }
    return text.toString();
  }

  /** Takes up what another node drained. What is none of that is passed over. */
  public void heard(String text) {
    text.lines()
        .map(line -> line.split(" "))
        .filter(parts -> parts.length == PARTS && parts[2].matches("-?\\d{1,6}"))
        .forEach(
            parts -> {
              Limit limit = limits.get(parts[0]);
              if (limit != null) limit.takenElsewhere(parts[1], Integer.parseInt(parts[2]));
            });
  }
}
