package io.plenary.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/**
 * What was said and has no answer yet, to be said again unchanged but for its ref; oldest first.
 *
 * @param <K> what is kept once: a newer one replaces it
 * @param <M> a message, made from its ref
 */
public final class Kept<K, M> {
  private final Map<K, LongFunction<M>> pending = new LinkedHashMap<>();

  public void put(K key, LongFunction<M> message) {
    pending.remove(key);
    pending.put(key, message);
  }

  public void remove(K key) {
    pending.remove(key);
  }

  public void forEach(BiConsumer<K, LongFunction<M>> each) {
    new LinkedHashMap<>(pending).forEach(each);
  }

  public int size() {
    return pending.size();
  }
}
