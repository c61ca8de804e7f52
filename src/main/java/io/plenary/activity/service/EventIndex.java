package io.plenary.activity.service;

import io.plenary.activity.EventState;
import io.plenary.event.Event;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: finds events without loading them. What a call costs does not depend on how many events
 * there are. Futures fail with {@link StoreUnavailable}.
 */
public interface EventIndex {
  /** Which part of the events there are. */
  enum Scope {
    /** Those that are not archived, the latest last day first, then the archived ones. */
    ALL,
    /** Whose last day is a given one or later, the next first. */
    UPCOMING,
    /** Whose last day is before it, the latest first. */
    PAST,
    /** Those put away, the latest first. The other parts but ALL are without them. */
    ARCHIVED
  }

  /**
   * Which events.
   *
   * @param account whose events; null for all
   * @param words what their names, or those of their rooms, or their codes must hold; empty for any
   * @param day that UPCOMING begins with
   * @param after what a page before answered as {@link Page#next}; null for the first page
   * @param limit most events of the page
   */
  record Query(
      @Nullable String account,
      String words,
      Scope scope,
      LocalDate day,
      @Nullable String after,
      int limit) {
    /** Of all events. */
    public Query(@Nullable String account, String words, @Nullable String after, int limit) {
      this(account, words, Scope.ALL, LocalDate.EPOCH, after, limit);
    }

    public Query fromTheStart() {
      return new Query(account, words, scope, day, null, limit);
    }
  }

  /**
   * @param grant what the account may do there, as the store holds it; null when no account was
   *     asked for
   * @param event null when not even that can be read
   * @param state null when it cannot be read
   * @param unreadable why; null when it can be read
   */
  record Listed(
      String id,
      @Nullable String grant,
      long joined,
      @Nullable Event event,
      @Nullable EventState state,
      @Nullable UnreadableEvent unreadable) {}

  /**
   * @param next where to go on; null at the end. A page may hold fewer events than asked for, even
   *     none, and still not be the last.
   * @param total how many there are in all, null while names are looked for
   */
  record Page(List<Listed> events, @Nullable String next, @Nullable Long total) {}

  Future<Page> page(Query query);

  /**
   * Events that ended, or were last in use, before this moment (ms since 1970), and in which
   * something may end by itself.
   */
  Future<List<String>> ended(long before, int most);

  /**
   * Events in which something may be final and not anonymous yet, those not looked at for longest
   * first.
   */
  Future<List<String>> withFinal(int most);

  /**
   * Notes when an event is to be looked at next, unless it was changed since.
   *
   * @param version that was looked at
   * @param end ms since 1970, null when nothing ends by itself any more
   * @param seen ms since 1970, null when nothing is final and not anonymous
   */
  Future<Void> looked(String eventId, long version, @Nullable Long end, @Nullable Long seen);

  /** What went wrong with it does not keep others waiting: it is looked at after them. */
  Future<Void> postpone(String eventId, long end, long seen);
}
