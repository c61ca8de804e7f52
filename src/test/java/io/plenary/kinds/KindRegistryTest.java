package io.plenary.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.activity.service.ActivityKind;
import io.plenary.export.FileKind;
import io.plenary.export.service.ActivityExport;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.choice.simulation.PollTaste;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.kinds.qa.export.QaFile;
import io.plenary.kinds.qa.service.QaFormat;
import io.plenary.kinds.qa.service.QaKind;
import io.plenary.kinds.qa.simulation.Curiosity;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.kinds.reactions.export.ReactionFile;
import io.plenary.kinds.reactions.service.ReactionExport;
import io.plenary.kinds.reactions.service.ReactionFormat;
import io.plenary.module.KindModule;
import io.plenary.module.KindService;
import io.plenary.module.LoopServices;
import io.plenary.module.NodeServices;
import io.plenary.protocol.Codec;
import io.plenary.protocol.KindWire;
import io.plenary.simulation.Habit;
import io.plenary.toy.PebblesFile;
import io.plenary.toy.PebblesTaste;
import io.plenary.toy.PebblesWire;
import io.plenary.transport.KindHandlers;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
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
    KindWire pebbles = PebblesWire.ALL;
    KindWire more =
        new KindWire(
            "pebbles",
            pebbles.draft(),
            pebbles.records(),
            AllKinds.REGISTRY.codec().clientTypes().stream()
                .filter(type -> type.type().equals("openActivity"))
                .toList(),
            List.of());
    refused("two messages are called openActivity", () -> new Codec(List.of(more)));
  }

  @Test
  void thePartsOfAKindAreOfOneWord() {
    refused(
        "poll, pebbles and poll",
        () -> new BallotEntry(new PollKind(), PebblesWire.ALL, new PollFile(), new PollTaste()));
    refused(
        "poll, poll and pebbles",
        () -> new BallotEntry(new PollKind(), ChoiceWire.ALL, new PebblesFile(), new PollTaste()));
    refused(
        "of poll",
        () -> new BallotEntry(new PollKind(), ChoiceWire.ALL, new PollFile(), new PebblesTaste()));
    KindWire unwritten = new KindWire("poll", null, ChoiceWire.ALL.records());
    refused(
        "drafts of poll",
        () -> new BallotEntry(new PollKind(), unwritten, new PollFile(), new PollTaste()));
  }

  /** Questions, but for the parts that are given, and for where reactions are read. */
  private record Mixed(ActivityFormat format, FileKind file) implements KindModule {
    @Override
    public KindWire wire() {
      return QaWire.ALL;
    }

    @Override
    public Habit habit(RandomGenerator random) {
      return new Curiosity(random);
    }

    @Override
    public KindService start(NodeServices node) {
      return new KindService() {
        @Override
        public ActivityKind kind() {
          return new QaKind(null, hint -> {}, null);
        }

        @Override
        public ActivityExport export() {
          return new ReactionExport(null);
        }

        @Override
        public KindHandlers handlers(LoopServices loop) {
          return List::of;
        }
      };
    }
  }

  @Test
  void thePartsOfAModuleAreOfOneWord() {
    var format = new Mixed(new ReactionFormat(), QaFile.ONE);
    refused(
        "qa, but also reactions and qa",
        () -> new KindRegistry(List.of(), List.of(format), id -> null));
    var file = new Mixed(new QaFormat(), ReactionFile.ONE);
    refused(
        "qa, but also qa and reactions",
        () -> new KindRegistry(List.of(), List.of(file), id -> null));
    var started = new Mixed(new QaFormat(), QaFile.ONE);
    refused("qa, but also qa and reactions", () -> KindRegistry.start(started, null));
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
