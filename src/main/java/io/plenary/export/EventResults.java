package io.plenary.export;

import java.util.List;

/** Results of an event's activities, in the order of rooms and run orders. Dates are ISO 8601 days in {@code timeZone} (IANA name). */
public record EventResults(String id, String name, String startsOn, String endsOn, String timeZone, List<? extends ActivityResults> activities) {
  public EventResults {
    activities = List.copyOf(activities);
  }

  public List<PollResults> polls() {
    return of(PollResults.class);
  }

  /** Those of one kind. */
  public <R extends ActivityResults> List<R> of(Class<R> kind) {
    return activities.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
