package io.plenary.activity.service;

import io.plenary.activity.EventState;
import io.plenary.event.Event;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: finds events without loading them. What a call costs does not depend on how many events
 * there are. Futures fail with {@link StoreUnavailable}.
 */
public interface EventIndex {
  /**
   * Which events, the latest first day first.
   *
   * @param account whose events; null for all
   * @param words what their names must hold; empty for any
   * @param after what a page before answered as {@link Page#next}; null for the first page
   * @param limit most events of the page
   */
  record Query(@Nullable String account, String words, @Nullable String after, int limit) {}

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
