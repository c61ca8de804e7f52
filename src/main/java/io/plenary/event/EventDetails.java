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
 * @param smallGroup a rehearsal or small group: in polls opened from now on every vote shows at
 *     once
 */
public record EventDetails(
    String name,
    LocalDate startsOn,
    LocalDate endsOn,
    ZoneId timeZone,
    List<String> frameOrigins,
    boolean smallGroup) {
  public EventDetails {
    frameOrigins = List.copyOf(frameOrigins);
  }

  /** Of an event whose results show in steps. */
  public EventDetails(
      String name,
      LocalDate startsOn,
      LocalDate endsOn,
      ZoneId timeZone,
      List<String> frameOrigins) {
    this(name, startsOn, endsOn, timeZone, frameOrigins, false);
  }
}
