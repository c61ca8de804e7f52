package io.plenary.redis;

import java.util.BitSet;

/**
 * Keys that each server with events has for itself.
 *
 * @param test written to find out whether the server takes writes, and to have copies confirm
 * @param epoch {@link Lineage}'s
 */
record ServerKeys(String test, String epoch) {
  private static final String TEST = "plenary:test";
  private static final String EPOCH = "plenary:epoch";

  /** Of a server that has everything. */
  static final ServerKeys ALONE = new ServerKeys(TEST, EPOCH);

  /** Of one that has these slots, at least one: always the same for the same slots. */
  static ServerKeys in(BitSet slots) {
    if (slots.cardinality() == Slots.COUNT) return ALONE;
    int n = 0;
    while (!slots.get(Slots.of("{" + n + "}"))) n++;
    return new ServerKeys(TEST + ":{" + n + "}", EPOCH + ":{" + n + "}");
  }
}
