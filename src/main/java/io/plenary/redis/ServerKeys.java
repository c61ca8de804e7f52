package io.plenary.redis;

import java.util.BitSet;

/**
 * Names that each server with events has for itself.
 *
 * @param test key that is written to find out whether the server takes writes, and to have copies
 *     confirm
 * @param epoch key of {@link Lineage}
 * @param canary what channels begin with on which {@link SubscriberConnection} tries whether it
 *     hears
 */
record ServerKeys(String test, String epoch, String canary) {
  private static final String TEST = "plenary:test";
  private static final String EPOCH = "plenary:epoch";
  private static final String CANARY = "plenary:canary";

  /** Of a server that has everything. */
  static final ServerKeys ALONE = new ServerKeys(TEST, EPOCH, CANARY);

  /** Of one that has these slots, at least one: always the same for the same slots. */
  static ServerKeys in(BitSet slots) {
    if (slots.cardinality() == Slots.COUNT) return ALONE;
    int n = 0;
    while (!slots.get(Slots.of("{" + n + "}"))) n++;
    String own = ":{" + n + "}";
    return new ServerKeys(TEST + own, EPOCH + own, CANARY + own);
  }
}
