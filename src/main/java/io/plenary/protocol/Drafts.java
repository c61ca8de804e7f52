package io.plenary.protocol;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the draft of each kind is read. */
final class Drafts {
  private final SortedMap<String, KindWire.DraftReader> readers = new TreeMap<>();

  Drafts(Collection<KindWire> kinds) {
    for (KindWire kind : kinds) {
      if (kind.draft() != null) readers.put(kind.word(), kind.draft());
    }
  }

  /** The words of the kinds that have drafts. */
  Set<String> kinds() {
    return Collections.unmodifiableSet(readers.keySet());
  }

  /**
   * Of a message with {@code kind} and {@code draft}.
   *
   * @throws BadMessage for a kind of which there are no drafts, with those there are
   */
  WireDraft read(Fields f) throws BadMessage {
    KindWire.DraftReader reader = Objects.requireNonNull(readers.get(kind(f)));
    return reader.read(f.object("draft"));
  }

  String kind(Fields f) throws BadMessage {
    return f.oneOf("kind", readers.keySet());
  }
}
