package io.plenary.voting.service;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import java.util.List;

/**
 * Port: who was connected while an activity was open, under the keys that the activity knows its
 * voters by. Fails with {@link StoreUnavailable}.
 */
public interface ConnectedStore {
  /**
   * @param heldMs how long ago they were seen to be connected
   */
  record Seen(String voter, long heldMs) {}

  /**
   * Notes people, those of an activity that was locked meanwhile if they were there before the lock
   * and now is within {@code graceMs} of it, as with votes. Of another round, and of an activity
   * that is anonymised or gone, it notes nobody.
   *
   * @param people 1 to {@link io.plenary.activity.service.NoteQueue#CHUNK}
   * @return how many were not noted before
   */
  Future<Long> note(String eventId, String activityId, long round, List<Seen> people, long graceMs);
}
