package io.plenary.activity.service;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: who has ever joined an event, as codes under a key of the event. Fails with {@link
 * StoreUnavailable}.
 */
public interface JoinStore {
  /** How many have ever joined the event, and how many of them were in the room. */
  record Joined(long event, long room) {}

  /** Adds people who are in a room; those already there change nothing. */
  Future<Joined> join(String eventId, String room, List<String> people);

  /**
   * @param room null for the whole event
   */
  Future<Long> joined(String eventId, @Nullable String room);
}
