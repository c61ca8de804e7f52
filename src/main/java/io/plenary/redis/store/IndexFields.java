package io.plenary.redis.store;

import io.plenary.activity.Room;
import io.plenary.event.Event;
import io.plenary.event.EventRules;
import java.util.List;
import java.util.Locale;

/** What the indexes of all events hold of one. */
final class IndexFields {
  private static final String ARCHIVED = "1";

  private IndexFields() {}

  /** Last day, words that it is looked for by, end, and whether it is archived. */
  static List<String> of(Event event) {
    return List.of(
        String.valueOf(event.details().endsOn().toEpochDay()),
        searched(event.details().name() + " " + event.code()),
        String.valueOf(EventRules.end(event.details()).toEpochMilli()),
        event.archived() ? ARCHIVED : "");
  }

  /** Words that the event of this room is looked for by. */
  static String of(Room room) {
    return searched(room.code() == null ? room.name() : room.name() + " " + room.code());
  }

  /** Names and codes, and what is looked for in them, are compared like this. */
  static String searched(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** What is looked for, as the code that it may be: people type it with spaces. */
  static String asCode(String text) {
    return searched(text).replaceAll("[\\s-]", "");
  }
}
