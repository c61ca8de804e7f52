package io.plenary.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** The kinds there are results of, each once, in the order of the activities. */
  List<FileKind> kinds() {
    Map<String, FileKind> kinds = new LinkedHashMap<>();
    activities.forEach(a -> kinds.putIfAbsent(a.file().kind(), a.file()));
    return List.copyOf(kinds.values());
  }

  List<ActivityResults> of(FileKind kind) {
    return activities.stream()
        .filter(a -> a.file().kind().equals(kind.kind()))
        .<ActivityResults>map(a -> a)
        .toList();
  }

  List<BallotResults<?>> ballots() {
    return activities.stream()
        .filter(a -> a instanceof BallotResults)
        .<BallotResults<?>>map(a -> (BallotResults<?>) a)
        .toList();
  }

  /** Those of one class. */
  public <R extends ActivityResults> List<R> of(Class<R> results) {
    return activities.stream().filter(results::isInstance).map(results::cast).toList();
  }
}
