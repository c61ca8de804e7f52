package io.plenary.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes an event's details acceptable. */
public final class EventRules {
  private static final int MAX_NAME = 120;

  /** Whatever reckons with the days of an event can do so with these. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final int MAX_FRAME_ORIGINS = 10;

  /**
   * RFC 6454 serialisation: scheme, host, optional port; nothing that could break out of a header.
   */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:\\d{1,5})?");

  private EventRules() {}

  /**
   * Reads and checks what an organiser typed.
   *
   * @throws RuleViolation {@link Reason#BAD_DRAFT} naming the field
   */
  public static EventDetails details(
      String name,
      String startsOn,
      String endsOn,
      String timeZone,
      List<String> frameOrigins,
      boolean smallGroup) {
    String clean = Texts.line(name);
    if (clean.isEmpty()) throw bad("Give the event a name.");
    if (Texts.length(clean) > MAX_NAME) {
      throw bad("The name is longer than " + MAX_NAME + " characters.");
    }
    LocalDate first = day(startsOn, "first day");
    LocalDate last = day(endsOn, "last day");
    if (last.isBefore(first)) throw bad("The last day is before the first day.");
    if (frameOrigins.size() > MAX_FRAME_ORIGINS) {
      throw bad("At most " + MAX_FRAME_ORIGINS + " origins may frame the stage.");
    }
    for (String origin : frameOrigins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw bad(
            "An origin that may frame the stage looks like https://intranet.example.org, without a"
                + " path.");
      }
    }
    return new EventDetails(
        clean, first, last, TimeZones.named(timeZone), frameOrigins, smallGroup);
  }

  /**
   * For details that were not typed just now: those of an event that is copied may be older than a
   * rule.
   *
   * @throws RuleViolation {@link Reason#BAD_DRAFT} naming the field
   */
  public static void check(EventDetails event) {
    inRange(event.startsOn(), "first day");
    inRange(event.endsOn(), "last day");
    TimeZones.named(event.timeZone().getId());
    LookRules.check(event.look());
  }

  /**
   * The end of its last day where it takes place; of a day that no event may have any more, the end
   * of the nearest that it may.
   */
  public static Instant end(EventDetails event) {
    LocalDate last =
        event.endsOn().isAfter(LAST_DAY)
            ? LAST_DAY
            : event.endsOn().isBefore(FIRST_DAY) ? FIRST_DAY : event.endsOn();
    return last.plusDays(1).atStartOfDay(event.timeZone()).toInstant();
  }

  /** Whether its last day is past where it takes place. */
  public static boolean past(EventDetails event, Instant now) {
    return !now.isBefore(end(event));
  }

  /** What a copy of an event is called. */
  public static String copyName(String name) {
    return CopyName.of(name, Set.of(), MAX_NAME);
  }

  private static LocalDate day(String text, String which) {
    try {
      LocalDate day = LocalDate.parse(text);
      inRange(day, which);
      return day;
    } catch (DateTimeParseException e) {
      throw bad("The " + which + " is not a date like 2027-03-08.");
    }
  }

  private static void inRange(LocalDate day, String which) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw bad(
          "The "
              + which
              + " is in the year "
              + day.getYear()
              + ". Choose a year from "
              + FIRST_DAY.getYear()
              + " to "
              + LAST_DAY.getYear()
              + ".");
    }
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
