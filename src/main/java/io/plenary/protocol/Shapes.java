package io.plenary.protocol;

import io.plenary.protocol.Wire.EventDetails;

/** Reads the shapes that organisers write, on the wire and in event files alike. */
public final class Shapes {
  private Shapes() {}

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
}
