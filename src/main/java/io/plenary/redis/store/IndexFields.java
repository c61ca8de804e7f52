package io.plenary.redis.store;

import io.plenary.event.Event;
import io.plenary.event.EventRules;
import java.util.List;
import java.util.Locale;

/** What the indexes of all events hold of one: first day, name, end. */
final class IndexFields {
  private IndexFields() {}

  static List<String> of(Event event) {
    return List.of(
        String.valueOf(event.details().startsOn().toEpochDay()),
        searched(event.details().name()),
        String.valueOf(EventRules.end(event.details()).toEpochMilli()));
  }

  /** Names, and what is looked for in them, are compared like this. */
  static String searched(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
