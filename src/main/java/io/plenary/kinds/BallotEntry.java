package io.plenary.kinds;

import io.plenary.export.BallotFile;
import io.plenary.protocol.KindWire;
import io.plenary.simulation.Taste;
import io.plenary.voting.service.BallotKind;

/** All that a kind brings in which everybody has one ballot. */
public record BallotEntry(
    BallotKind<?> kind, KindWire wire, BallotFile<?, ?> file, Taste<?> taste) {
  /**
   * @throws IllegalStateException when two parts disagree about the word of the kind, when nothing
   *     reads its draft, or when people answer a record that is not among those of the wire
   */
  public BallotEntry {
    String word = kind.kind();
    if (!wire.word().equals(word) || !file.kind().equals(word)) {
      throw new IllegalStateException(
          "one kind is called " + word + ", " + wire.word() + " and " + file.kind());
    }
    if (wire.draft() == null) throw new IllegalStateException("nothing reads drafts of " + word);
    if (!wire.records().contains(taste.ballot())) {
      throw new IllegalStateException("the wire has no " + taste.ballot() + " of " + word);
    }
  }
}
