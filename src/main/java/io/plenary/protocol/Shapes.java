package io.plenary.protocol;

import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.Look;
import io.plenary.words.Theme;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the shapes that organisers write, on the wire and in event files alike. */
public final class Shapes {
  /** Where notes of whoever runs an activity stand, on the wire and in files. */
  public static final String NOTES = "notes";

  private static final int MAX_NOTES = 2_000;

  /** 40 KiB in base64: with the rest of its message it fits into one. */
  public static final int MAX_LOGO = 54_616;

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  private Shapes() {}

  /** Notes of an activity, of several lines; empty for none. */
  public static String notes(Fields f) throws BadMessage {
    return f.lines(NOTES, 0, MAX_NOTES);
  }

  public static EventDetails details(Fields f) throws BadMessage {
    EventDetails details =
        new EventDetails(
            f.text("name", 1, 120),
            f.day("startsOn"),
            f.day("endsOn"),
            f.text("timeZone", 1, 60),
            f.texts("frameOrigins", 10, 1, 200),
            f.has("smallGroup") && f.flag("smallGroup"));
    f.end();
    return details;
  }

  public static Look look(Fields f) throws BadMessage {
    Look look =
        new Look(
            f.oneOf("theme", Theme.values()),
            colour(f, "ground"),
            colour(f, "bar"),
            colour(f, "leader"));
    f.end();
    return look;
  }

  private static @Nullable String colour(Fields f, String name) throws BadMessage {
    if (f.isNull(name)) return null;
    String colour = f.string(name);
    if (COLOUR.matcher(colour).matches()) return colour;
    throw f.wrong(name, "must be a colour like #4a2c82, or null");
  }

  /** A picture in base64; what it is a picture of, the rules judge. */
  public static String logo(Fields f, String name) throws BadMessage {
    String text = f.string(name);
    if (text.length() > MAX_LOGO) {
      throw f.wrong(name, "is a picture of more than 40 KiB. Make it smaller");
    }
    return text;
  }
}
