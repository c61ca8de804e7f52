package io.plenary.event;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What an organiser can say of an event.
 *
 * @param name 1 to 120 code points
 * @param startsOn first day, in {@code timeZone}
 * @param endsOn last day, not before the first
 * @param frameOrigins origins that may show the stage in a frame
 */
public record EventDetails(String name, LocalDate startsOn, LocalDate endsOn, ZoneId timeZone, List<String> frameOrigins) {
  public EventDetails {
    frameOrigins = List.copyOf(frameOrigins);
  }
}
