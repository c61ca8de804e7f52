package io.plenary.room.service;

import io.vertx.core.Future;
import java.util.List;

/** Port: who has ever joined an event, as codes under a key of the event. Fails with {@link StoreAway}. */
public interface JoinStore {
  /** How many have ever joined the event, and how many of them were in the room; 0 without a room. */
  record Joined(long event, long room) {}

  /**
   * Adds people; those already there change nothing.
   *
   * @param room where they are; null while the event has one room alone, or when they did not choose yet
   */
  Future<Joined> join(String eventId, String room, List<String> people);

  /** @param room null for the whole event */
  Future<Long> joined(String eventId, String room);
}
