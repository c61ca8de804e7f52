package io.plenary.protocol;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How the draft of each kind is read: the one place of the wire that knows which kinds have any.
 */
final class Drafts {
  interface Reader {
    WireDraft read(Fields f) throws BadMessage;
  }

  static final Map<String, Reader> READERS = Map.of("poll", Shapes::draft);

  private Drafts() {}

  /**
   * Of a message with {@code kind} and {@code draft}.
   *
   * @throws BadMessage for a kind of which there are no drafts, with those there are
   */
  static WireDraft read(Fields f) throws BadMessage {
    Reader reader = Objects.requireNonNull(READERS.get(kind(f)));
    return reader.read(f.object("draft"));
  }

  static String kind(Fields f) throws BadMessage {
    return f.oneOf("kind", new TreeSet<>(READERS.keySet()));
  }
}
