package io.plenary.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Results of an event's activities, in the order of rooms and run orders. Dates are ISO 8601 days
 * in {@code timeZone} (IANA name).
 *
 * @param losses when something was cut off the store's files since the event was made: what was
 *     confirmed to people may be missing
 */
public record EventResults(
    String id,
    String name,
    String startsOn,
    String endsOn,
    String timeZone,
    List<? extends ActivityResults> activities,
    List<Loss> losses) {
  /**
   * @param at when
   * @param bytes how much
   */
  public record Loss(Instant at, long bytes) {
    public String words() {
      return "On "
          + at.truncatedTo(ChronoUnit.SECONDS)
          + " the last "
          + bytes
          + " bytes of the store were not whole and were cut off. Votes and questions that were"
          + " confirmed to people shortly before may be missing here.";
    }
  }

  public EventResults {
    activities = List.copyOf(activities);
    losses = List.copyOf(losses);
  }

  /** Of a store that lost nothing. */
  public EventResults(
      String id,
      String name,
      String startsOn,
      String endsOn,
      String timeZone,
      List<? extends ActivityResults> activities) {
    this(id, name, startsOn, endsOn, timeZone, activities, List.of());
  }

  public List<PollResults> polls() {
    return of(PollResults.class);
  }

  /** Those of one kind. */
  public <R extends ActivityResults> List<R> of(Class<R> kind) {
    return activities.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
