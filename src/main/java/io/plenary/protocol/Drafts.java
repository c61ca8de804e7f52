package io.plenary.protocol;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the draft of each kind is read. */
final class Drafts {
  static final SortedMap<String, KindWire.DraftReader> READERS = readers();

  private Drafts() {}

  /**
   * Of a message with {@code kind} and {@code draft}.
   *
   * @throws BadMessage for a kind of which there are no drafts, with those there are
   */
  static WireDraft read(Fields f) throws BadMessage {
    return of(kind(f), f.object("draft"));
  }

  /** Of a kind that has drafts. */
  static WireDraft of(String kind, Fields members) throws BadMessage {
    return Objects.requireNonNull(READERS.get(kind), "no drafts of this kind").read(members);
  }

  static String kind(Fields f) throws BadMessage {
    return f.oneOf("kind", READERS.keySet());
  }

  private static SortedMap<String, KindWire.DraftReader> readers() {
    SortedMap<String, KindWire.DraftReader> all = new TreeMap<>();
    WireTables.KINDS.forEach(
        (word, kind) -> {
          if (kind.draft() != null) all.put(word, kind.draft());
        });
    return Collections.unmodifiableSortedMap(all);
  }
}
