package io.plenary.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The plain types of values: numbers, switches, durations, host names, folders. */
final class ValueTypes {
  private ValueTypes() {}

  private interface Reader<T> {
    T read(String text) throws ValueType.BadValue;
  }

  private record Simple<T>(String label, String allowed, Reader<T> reader, boolean secret)
      implements ValueType<T> {
    Simple(String label, String allowed, Reader<T> reader) {
      this(label, allowed, reader, false);
    }

    @Override
    public T read(String text) throws BadValue {
      return reader.read(text);
    }
  }

  static ValueType<Integer> number(int least, int most, String note) {
    String allowed =
        "a whole number from " + least + " to " + most + (note.isEmpty() ? "" : "; " + note);
    return new Simple<>(
        "<number>",
        allowed,
        text -> {
          if (!text.matches("-?[0-9]{1,18}")) {
            throw new ValueType.BadValue("'" + text + "' is not a whole number");
          }
          long value = Long.parseLong(text);
          if (value < least || value > most) {
            throw new ValueType.BadValue(text + " is too " + (value < least ? "small" : "large"));
          }
          return (int) value;
        });
  }

  static ValueType<Boolean> flag() {
    return new Simple<>(
        "<true|false>",
        "true or false",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new ValueType.BadValue("'" + text + "' is neither true nor false");
            });
  }

  static ValueType<String> oneOf(String... values) {
    return new Simple<>(
        "<" + String.join("|", values) + ">",
        String.join(" or ", values),
        text -> {
          String value = text.toLowerCase(Locale.ROOT);
          if (!List.of(values).contains(value)) {
            throw new ValueType.BadValue("'" + text + "' is neither of them");
          }
          return value;
        });
  }

  static ValueType<Duration> duration(Duration least, Duration most) {
    String allowed =
        "a duration from "
            + Durations.say(least)
            + " to "
            + Durations.say(most)
            + ", units ms, s, m, h, d";
    return new Simple<>(
        "<duration>",
        allowed,
        text -> {
          Duration value = Durations.read(text);
          if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new ValueType.BadValue(
                text + " is too " + (value.compareTo(least) < 0 ? "short" : "long"));
          }
          return value;
        });
  }

  static ValueType<String> text(int longest) {
    return new Simple<>("<text>", "up to " + longest + " characters", text -> line(text, longest));
  }

  /** One that no message repeats. */
  static ValueType<String> secret(int longest) {
    return new Simple<>(
        "<secret>", "up to " + longest + " characters", text -> line(text, longest), true);
  }

  private static String line(String text, int longest) throws ValueType.BadValue {
    if (text.isBlank()) throw new ValueType.BadValue("is empty");
    if (text.length() > longest) throw new ValueType.BadValue("is too long");
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new ValueType.BadValue("has more than one line");
    }
    return text.strip();
  }

  static ValueType<String> host() {
    return new Simple<>(
        "<address>",
        "a host name or an IP address",
        text -> {
          if (!text.matches("[A-Za-z0-9.:_-]{1,253}")) {
            throw new ValueType.BadValue("'" + text + "' is not a host name or an IP address");
          }
          return text;
        });
  }

  static ValueType<Path> folder() {
    return new Simple<>(
        "<folder>",
        "a folder; made when missing",
        text -> {
          try {
            return Path.of(text);
          } catch (InvalidPathException e) {
            throw new ValueType.BadValue("'" + text + "' is not a path of this system");
          }
        });
  }
}
