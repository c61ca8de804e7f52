package io.plenary.export;

import java.util.List;

/** Results of an event's polls, in run order. Dates are ISO 8601 days in {@code timeZone} (IANA name). */
public record EventResults(String id, String name, String startsOn, String endsOn, String timeZone, List<PollResults> polls) {
  public EventResults {
    polls = List.copyOf(polls);
  }
}
