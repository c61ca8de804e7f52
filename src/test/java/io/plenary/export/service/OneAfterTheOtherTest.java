package io.plenary.export.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.RoomRules;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.ModelStore;
import io.plenary.activity.service.Turns;
import io.plenary.export.ActivityResults;
import io.plenary.export.EventResults;
import io.plenary.export.FileKind;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.toy.Toy;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Large reads of the store: one at a time, whoever asks. */
class OneAfterTheOtherTest {
  private final ManualLoop loop = new ManualLoop();
  private final ToyExport toys = new ToyExport();
  private final List<String> begun = new ArrayList<>();
  private final List<Promise<ActivityResults>> reads = new ArrayList<>();

  /** Answers when it is told to. */
  private final ActivityExport slow =
      new ActivityExport() {
        @Override
        public FileKind file() {
          return toys;
        }

        @Override
        public Future<ActivityResults> results(Place place, Activity activity) {
          begun.add(activity.id());
          reads.add(Promise.promise());
          return reads.get(reads.size() - 1).future();
        }
      };

  private void answer() {
    reads.get(reads.size() - 1).complete(null);
    loop.run();
  }

  @Test
  @DisplayName("O22 two exports at once read one activity after the other")
  void exports() {
    ModelStore store = new ModelStore(Polls.state(Polls.poll("p0", Poll.State.DRAFT)));
    for (String id : List.of("a", "b", "c")) {
      store.commit(RoomRules.add(store.state(), Polls.HALL, Toy.of(id, Toy.State.OPEN), "p0"));
    }
    EventState state = store.state();
    Exporter exporter =
        new Exporter(
            new Exports(List.of(new PollFile(), toys), null, 0, List.of(slow)),
            loop.context(),
            id -> Future.succeededFuture(List.of()));
    List<Future<EventResults>> files = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      files.add(exporter.results(Connection.loaded(state), a -> a.kind().equals(toys.kind())));
    }
    loop.run();
    for (int i = 1; i <= 6; i++) {
      assertEquals(i, begun.size(), begun.toString());
      answer();
    }
    assertTrue(files.stream().allMatch(Future::succeeded));
  }

  @Test
  @DisplayName("O22 what fails, or throws, ends nothing behind it")
  void failures() {
    Turns turns = new Turns(loop.context());
    Promise<Void> first = Promise.promise();
    Future<Void> one = turns.take(first::future);
    Future<Void> two =
        turns.take(
            () -> {
              throw new IllegalStateException("thrown");
            });
    Future<String> three = turns.take(() -> Future.succeededFuture("done"));
    loop.run();
    assertFalse(two.isComplete() || three.isComplete());
    first.fail("away");
    loop.run();
    assertTrue(one.failed() && two.failed());
    assertEquals("done", three.result());
  }
}
