package io.plenary.redis.store;

import io.vertx.redis.client.Response;

/**
 * What lists of all events say of one, as unsettled.lua answers it.
 *
 * @param version of the rest; {@link #GONE} when the event is gone, empty when none was noted yet
 * @param day its last day, days since 1970; empty when it is in no list, {@link #NEVER} when it was
 *     never noted
 * @param words it is looked for by, one line for itself and each of its rooms; empty: never noted
 * @param ends ms since 1970
 */
record Listing(String version, String day, boolean archived, String words, String ends) {
  private static final String GONE = "gone";
  private static final String NEVER = "?";

  static Listing of(Response reply) {
    if (reply.size() == 0) return new Listing(GONE, "", false, "", "");
    return new Listing(
        reply.get(0).toString(),
        reply.get(1).toString(),
        !reply.get(2).toString().isEmpty(),
        reply.get(3).toString(),
        reply.get(4).toString());
  }

  boolean gone() {
    return version.equals(GONE);
  }

  /** Whether it is known where in the lists it stands; else it stays there. */
  boolean hasDay() {
    return !day.isEmpty() && !day.equals(NEVER);
  }

  /** Whether it can be looked for by these words. */
  boolean hasWords() {
    return !day.isEmpty() && !words.isEmpty();
  }
}
