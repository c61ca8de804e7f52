package io.plenary.room.service;

import io.vertx.core.Future;
import java.util.List;

/** Port: who has ever joined an event, as codes under a key of the event. Fails with {@link StoreAway}. */
public interface JoinStore {
  /** Adds people; those already there change nothing. Answers how many have joined in all. */
  Future<Long> join(String eventId, List<String> people);

  Future<Long> joined(String eventId);
}
