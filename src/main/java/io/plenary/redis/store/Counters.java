package io.plenary.redis.store;

import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Field, value, field, value, ... of an activity as the scripts answer it.
 *
 * @param counts the counters of ballots, 0 for those that are gone
 * @param numbers the others
 * @param rulings what moderators decided, where that was sent
 */
record Counters(Map<String, Long> counts, Map<String, Long> numbers, @Nullable Response rulings) {
  private static final String COUNTER = "o:";

  static Counters of(Response flat, int from) {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Long> numbers = new HashMap<>();
    Response rulings = null;
    for (int i = from; i + 1 < flat.size(); i += 2) {
      String field = flat.get(i).toString();
      Response value = flat.get(i + 1);
      if (field.equals("rulings")) rulings = value;
      else if (!field.startsWith(COUNTER)) numbers.put(field, value.toLong());
      else counts.put(field.substring(COUNTER.length()), value.toLong());
    }
    return new Counters(counts, numbers, rulings);
  }

  boolean has(String name) {
    return numbers.containsKey(name);
  }

  long number(String name) {
    return numbers.getOrDefault(name, 0L);
  }
}
