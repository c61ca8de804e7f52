package io.plenary.event;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser can say of an event.
 *
 * @param name 1 to 120 code points
 * @param startsOn first day, in {@code timeZone}
 * @param endsOn last day, not before the first
 * @param frameOrigins origins that may show the stage in a frame
 * @param smallGroup a rehearsal or small group: in polls opened from now on every vote shows at
 *     once
 * @param look of its stages
 * @param logo on its stages, null for none
 */
public record EventDetails(
    String name,
    LocalDate startsOn,
    LocalDate endsOn,
    ZoneId timeZone,
    List<String> frameOrigins,
    boolean smallGroup,
    Look look,
    @Nullable Logo logo) {
  public EventDetails {
    frameOrigins = List.copyOf(frameOrigins);
  }

  /** With the look of Plenary. */
  public EventDetails(
      String name,
      LocalDate startsOn,
      LocalDate endsOn,
      ZoneId timeZone,
      List<String> frameOrigins,
      boolean smallGroup) {
    this(name, startsOn, endsOn, timeZone, frameOrigins, smallGroup, Look.PLAIN, null);
  }

  public EventDetails with(Look next) {
    return new EventDetails(name, startsOn, endsOn, timeZone, frameOrigins, smallGroup, next, logo);
  }

  public EventDetails with(@Nullable Logo next) {
    return new EventDetails(name, startsOn, endsOn, timeZone, frameOrigins, smallGroup, look, next);
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
