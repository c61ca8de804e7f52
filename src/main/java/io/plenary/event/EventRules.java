package io.plenary.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** What makes an event's details acceptable. */
public final class EventRules {
  private static final int MAX_NAME = 120;
  private static final int MAX_FRAME_ORIGINS = 10;
  /** RFC 6454 serialisation: scheme, host, optional port; nothing that could break out of a header. */
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:\\d{1,5})?");

  private EventRules() {}

  /**
   * Reads and checks what an organiser typed.
   *
   * @throws Refused {@link Reason#BAD_DRAFT} naming the field
   */
  public static EventDetails details(String name, String startsOn, String endsOn, String timeZone, List<String> frameOrigins) {
    String clean = Texts.line(name);
    if (clean.isEmpty()) throw bad("Give the event a name.");
    if (Texts.length(clean) > MAX_NAME) throw bad("The name is longer than " + MAX_NAME + " characters.");
    LocalDate first = day(startsOn, "first day");
    LocalDate last = day(endsOn, "last day");
    if (last.isBefore(first)) throw bad("The last day is before the first day.");
    if (frameOrigins.size() > MAX_FRAME_ORIGINS) throw bad("At most " + MAX_FRAME_ORIGINS + " origins may frame the stage.");
    for (String origin : frameOrigins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw bad("An origin that may frame the stage looks like https://intranet.example.org, without a path.");
      }
    }
    return new EventDetails(clean, first, last, zone(timeZone), frameOrigins);
  }

  /** The end of its last day where it takes place. */
  public static Instant end(EventDetails event) {
    return event.endsOn().plusDays(1).atStartOfDay(event.timeZone()).toInstant();
  }

  private static LocalDate day(String text, String which) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw bad("The " + which + " is not a date like 2027-03-08.");
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw bad("The time zone is not known. Use one like Europe/London.");
    }
  }

  private static Refused bad(String message) {
    return new Refused(Reason.BAD_DRAFT, message);
  }
}
