package io.plenary.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.choice.export.PollFile;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.choice.simulation.PollTaste;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.kinds.ranking.export.RankingFile;
import io.plenary.kinds.ranking.simulation.RankingTaste;
import io.plenary.kinds.ranking.wire.RankingWire;
import io.plenary.protocol.Codec;
import io.plenary.protocol.KindWire;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not belong together is found before a server starts with it. */
class KindRegistryTest {
  private static void refused(String words, Executable made) {
    String message = assertThrows(IllegalStateException.class, made).getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void noTwoKindsHaveOneWord() {
    var choice = new BallotEntry(new PollKind(), ChoiceWire.ALL, new PollFile(), new PollTaste());
    refused("two kinds are called poll", () -> AllKinds.REGISTRY.with(choice));
  }

  @Test
  void noTwoKindsHaveMessagesOfOneType() {
    KindWire ranking = RankingWire.ALL;
    KindWire more =
        new KindWire(
            "ranking",
            ranking.draft(),
            ranking.records(),
            AllKinds.REGISTRY.codec().clientTypes().stream()
                .filter(type -> type.type().equals("openActivity"))
                .toList(),
            List.of());
    refused("two messages are called openActivity", () -> new Codec(List.of(more)));
  }

  @Test
  void thePartsOfAKindAreOfOneWord() {
    refused(
        "poll, ranking and poll",
        () -> new BallotEntry(new PollKind(), RankingWire.ALL, new PollFile(), new PollTaste()));
    refused(
        "poll, poll and ranking",
        () -> new BallotEntry(new PollKind(), ChoiceWire.ALL, new RankingFile(), new PollTaste()));
    refused(
        "of poll",
        () -> new BallotEntry(new PollKind(), ChoiceWire.ALL, new PollFile(), new RankingTaste()));
    KindWire unwritten = new KindWire("poll", null, ChoiceWire.ALL.records());
    refused(
        "drafts of poll",
        () -> new BallotEntry(new PollKind(), unwritten, new PollFile(), new PollTaste()));
  }

  @Test
  void everyPartKnowsTheSameKinds() {
    KindRegistry all = AllKinds.REGISTRY;
    assertEquals(
        all.files().stream().map(f -> f.kind()).toList(),
        all.formats().stream().map(f -> f.kind()).toList());
    assertEquals(
        all.codec().draftKinds(),
        new TreeSet<>(all.ballots().stream().map(b -> b.kind()).toList()));
  }
}
