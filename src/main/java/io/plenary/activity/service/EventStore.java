package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.event.Event;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Port: where events live. Every future fails with {@link StoreUnavailable} while the store cannot
 * answer; whether a write then took effect is unknown, and the caller looks again before it
 * repeats.
 */
public interface EventStore {
  enum Outcome {
    COMMITTED,
    /**
     * A stored revision was not the one before the written one, or an activity to create exists.
     * Nothing was written.
     */
    CONFLICT,
    /**
     * A write wanted {@link Change.Answers#MUST_BE_NONE} and there are answers. Nothing was
     * written.
     */
    HAS_ANSWERS,
    /** The event does not exist. */
    GONE
  }

  /**
   * An event with the secrets its links and ballots need, which never leave the server but in
   * links.
   */
  record LoadedEvent(EventState state, Links links, Map<String, Key> answerKeys) {}

  /** Secrets of stage and remote by room id. */
  record Links(Map<String, String> stage, Map<String, String> remote) {
    @Override
    public String toString() {
      return "Links[…]";
    }
  }

  /**
   * A secret key of one activity: who answered is stored only as a code under it. Two of the same
   * bytes are equal: each load brings its own.
   */
  record Key(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  /**
   * Versions to compare with what is in memory: of the state, and of all tallies of the event
   * together.
   */
  record Versions(String epoch, long state, long answers) {}

  /**
   * Creates an event with all it holds; answers false when the code is taken (nothing is written
   * then). Fails with {@code RuleViolation} when a kind of it is {@link Withheld}.
   */
  Future<Boolean> create(Event event, List<Room> rooms, List<? extends Activity> activities);

  /**
   * Everything of an event, read at one moment; null when there is none. Fails with {@link
   * UnreadableEvent}.
   */
  Future<LoadedEvent> load(String eventId);

  /**
   * Commits a change whole or not at all, raises the version, and publishes that it moved. The
   * store's own clock stamps when an activity stopped being open. Fails with {@code RuleViolation}
   * when it makes an activity of a kind that is {@link Withheld}.
   */
  Future<Outcome> commit(String eventId, Change change);

  /** Null when the event does not exist. */
  Future<Versions> versions(String eventId);

  /** What a join code leads to; {@code room} is null for an event's. */
  record Place(String event, @Nullable String room) {}

  /**
   * Where this join code (without spaces, upper case) leads; null when it is free. A room may be
   * gone, or not be made yet.
   */
  Future<Place> byCode(String code);

  /**
   * Holds a free join code for a room that is about to be made, for ten minutes. @return false when
   * it is taken
   */
  Future<Boolean> reserveCode(String code, Place place);

  /** Makes the code of a room that was made lasting. @return false when it leads elsewhere */
  Future<Boolean> keepCode(String code, Place place);

  /** The room is gone, or was never made. */
  Future<Void> freeCode(String code, Place place);

  /** When the event was made, in ms since 1970; 0: before that was noted. */
  Future<Long> born(String eventId);

  /** Deletes the event and everything of it, answers included. */
  Future<Void> delete(String eventId);

  /**
   * Replaces the secret of a room's link; {@code kind} is "stage" or "remote". Raises the version.
   */
  Future<Outcome> replaceLink(String eventId, String roomId, String kind);
}
