package io.plenary.kinds;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.export.BallotFile;
import io.plenary.export.FileKind;
import io.plenary.kinds.choice.PollRehearsal;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.choice.simulation.PollTaste;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.kinds.qa.export.QaFile;
import io.plenary.kinds.qa.service.QaFormat;
import io.plenary.kinds.ranking.export.RankingFile;
import io.plenary.kinds.ranking.service.RankingKind;
import io.plenary.kinds.ranking.simulation.RankingTaste;
import io.plenary.kinds.ranking.wire.RankingWire;
import io.plenary.kinds.reactions.export.ReactionFile;
import io.plenary.kinds.reactions.service.ReactionFormat;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.QaWire;
import io.plenary.protocol.ReactionWire;
import io.plenary.simulation.Taste;
import io.plenary.voting.Rehearsal;
import io.plenary.voting.service.BallotFormat;
import io.plenary.voting.service.BallotKind;
import java.util.List;
import java.util.stream.Stream;

/** Every kind there is: the one place outside their folders that names them all. */
public final class AllKinds {
  private AllKinds() {}

  /** All that a kind brings in which everybody has one ballot. */
  private record BallotEntry(
      BallotKind<?> kind, KindWire wire, BallotFile<?, ?> file, Taste<?> taste) {}

  private static Stream<BallotEntry> ballotEntries() {
    return Stream.of(
        new BallotEntry(new PollKind(), ChoiceWire.ALL, new PollFile(), new PollTaste()),
        new BallotEntry(new RankingKind(), RankingWire.ALL, new RankingFile(), new RankingTaste()));
  }

  /** Those in which everybody has one ballot. */
  public static List<BallotKind<?>> ballots() {
    return ballotEntries().<BallotKind<?>>map(BallotEntry::kind).toList();
  }

  /** How simulated people answer them. */
  public static List<Taste<?>> tastes() {
    return ballotEntries().<Taste<?>>map(BallotEntry::taste).toList();
  }

  /** How all kinds travel. */
  static List<KindWire> wires() {
    return Stream.concat(
            ballotEntries().map(BallotEntry::wire), Stream.of(QaWire.ALL, ReactionWire.ALL))
        .toList();
  }

  /**
   * What the warm-up plays.
   *
   * @param id of its activity
   */
  public static Rehearsal rehearsal(String id) {
    return PollRehearsal.of(id);
  }

  /** How all kinds stand in the store, these ballots among them. */
  public static List<ActivityFormat> formats(List<BallotKind<?>> ballots) {
    return Stream.<ActivityFormat>concat(
            ballots.stream().map(BallotFormat::new),
            Stream.of(new QaFormat(), new ReactionFormat()))
        .toList();
  }

  /** How they stand in files. */
  public static List<FileKind> files() {
    return Stream.<FileKind>concat(
            ballotEntries().map(BallotEntry::file), Stream.of(QaFile.ONE, ReactionFile.ONE))
        .toList();
  }
}
