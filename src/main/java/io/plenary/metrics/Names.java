package io.plenary.metrics;

/**
 * Every meter but those that count what became of the messages of one kind. Prometheus reads dots
 * as underscores, and puts {@code _total} or the unit behind.
 */
final class Names {
  /** Answers to votes, by {@code outcome}: {@code counted}, or the code of the refusal. */
  static final String VOTES = "plenary.votes";

  /**
   * Votes that had been counted before and came again because their answer was lost. Part of {@code
   * outcome="counted"}.
   */
  static final String VOTES_REPEATED = "plenary.votes.repeated";

  /** Votes per write to the store. */
  static final String BATCH_SIZE = "plenary.vote.batch.size";

  /**
   * Joins by {@code outcome}: {@code new}, {@code back} (had a token), or the code of the refusal.
   */
  static final String JOINS = "plenary.joins";

  /** From the first vote that moved a tally to the frame that shows it; the tick is part of it. */
  static final String TICK_LAG = "plenary.tick.lag";

  /** Lateness of a timer on an event loop that serves connections. */
  static final String LOOP_LAG = "plenary.event.loop.lag";

  /** From handing a call to the store to its reply, by {@code call}. */
  static final String STORE_LATENCY = "plenary.store.latency";

  /** Calls the store did not answer, or refused, by {@code call}. */
  static final String STORE_FAILURES = "plenary.store.failures";

  /** 1 while the store answers, else 0. */
  static final String STORE_UP = "plenary.store.up";

  /** Connections to Redis made again after one was lost. */
  static final String STORE_RECONNECTS = "plenary.store.reconnects";

  /** Events in memory: those that are in use. */
  static final String EVENTS_LOADED = "plenary.events.loaded";

  /**
   * Work for one event that failed for another reason than the store being away; other events went
   * on.
   */
  static final String EVENT_FAILURES = "plenary.event.failures";

  static final String FRAMES_OUT = "plenary.frames.out";

  /** Bytes of these frames before framing and encryption. */
  static final String BYTES_OUT = "plenary.frames.out.size";

  /** Readers closed because they took nothing for too long. */
  static final String READERS_DROPPED = "plenary.readers.dropped";

  /** Connections that have said hello, by {@code role}. */
  static final String CONNECTIONS = "plenary.connections";

  private Names() {}
}
