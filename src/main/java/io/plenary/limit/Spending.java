package io.plenary.limit;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** What forgets all that is counted, however much; each limit counts nothing below 0. */
  private static final int ALL = -999_999;

  private static final int PARTS = 3;

  private record Taken(String limit, String key) {}

  private final Map<String, Limit> limits = new ConcurrentHashMap<>();
  private final Map<Taken, Integer> waiting = new ConcurrentHashMap<>();

  /** Of which all that was taken before what waits is forgotten. */
  private final Set<Taken> forgotten = ConcurrentHashMap.newKeySet();

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
    if (full() && !waiting.containsKey(taken)) return;
    waiting.merge(taken, units, Integer::sum);
    wake.run();
  }

  /**
   * All that was taken for the key is forgotten, at every node: whatever each knows of it, because
   * texts are lost, and cross.
   */
  public void forgot(String limit, String key) {
    Taken taken = new Taken(limit, key);
    waiting.remove(taken);
    if (full() && !forgotten.contains(taken)) return;
    forgotten.add(taken);
    wake.run();
  }

  private boolean full() {
    return waiting.size() + forgotten.size() >= MOST;
  }

  /** What was not told yet, a line "limit key units" for each; "" when there is nothing. */
  public String drain() {
    StringBuilder text = new StringBuilder();
    for (Taken taken : List.copyOf(forgotten)) {
      if (forgotten.remove(taken)) write(text, taken, ALL);
    }
    for (Taken taken : List.copyOf(waiting.keySet())) {
      Integer units = waiting.remove(taken);
      if (units != null && units != 0) write(text, taken, units);
    }
    return text.toString();
  }

  private static void write(StringBuilder text, Taken taken, int units) {
    text.append(taken.limit).append(' ').append(taken.key).append(' ').append(units).append('\n');
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
