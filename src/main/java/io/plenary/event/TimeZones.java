package io.plenary.event;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Time zones by their names in the IANA database, as far as this Java knows them. An offset ({@code
 * +05:30}, {@code Z}, {@code GMT+5}) is no zone: it knows no summer time, and browsers do not know
 * all of them.
 */
public final class TimeZones {
  /** {@code SystemV/...} are Java's own; no browser knows them. */
  private static final Set<String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private TimeZones() {}

  /** Sorted. */
  public static List<String> names() {
    return NAMES.stream().sorted().toList();
  }

  /**
   * @throws RuleViolation {@link Reason#BAD_DRAFT} for what is no name of a zone here, with what to
   *     write instead
   */
  public static ZoneId named(String name) {
    if (NAMES.contains(name)) return ZoneId.of(name);
    throw new RuleViolation(
        Reason.BAD_DRAFT,
        "This server knows no time zone of that name. Name a zone by its place, like Europe/London"
            + " or Asia/Kolkata; an offset like +05:30 or GMT+5 is not taken. For a place that is"
            + " newer than this server, name another one with the same time.");
  }
}
