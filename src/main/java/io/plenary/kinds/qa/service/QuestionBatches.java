package io.plenary.kinds.qa.service;

import io.plenary.activity.service.Batcher;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/**
 * Questions and upvotes of one event loop on their way to the store, many at a time. Lives on that
 * loop.
 */
public final class QuestionBatches {
  private static final int MAX_ASKS = 100;
  private static final int MAX_FLYING = 2;
  private static final int MAX_WAITING = 50_000;

  private record Qa(String eventId, String id) {}

  private final Batcher<Qa, Ask, Asked> asks;
  private final Batcher<Qa, Upvote, Cast> upvotes;
  private final QuestionStore store;

  /**
   * @param maxBatch most upvotes of one call
   */
  public QuestionBatches(QuestionStore store, Context loop, int maxBatch) {
    this.store = store;
    asks =
        new Batcher<>(
            (qa, some) -> store.ask(qa.eventId, qa.id, some),
            loop,
            new Batcher.Limits(MAX_ASKS, MAX_FLYING, MAX_WAITING, false),
            batch -> {});
    upvotes =
        new Batcher<>(
            (qa, some) -> store.upvote(qa.eventId, qa.id, some),
            loop,
            new Batcher.Limits(maxBatch, MAX_FLYING, MAX_WAITING, false),
            batch -> {});
  }

  Future<Asked> ask(String eventId, String qaId, Ask ask) {
    return asks.add(new Qa(eventId, qaId), ask);
  }

  /** Whether this very question of this asker was stored before. */
  Future<Boolean> known(String eventId, String qaId, Ask ask) {
    return store.asked(eventId, qaId, List.of(ask.asker()), ask.phoneId()).map(Objects::nonNull);
  }

  Future<Cast> upvote(String eventId, String qaId, Upvote upvote) {
    return upvotes.add(new Qa(eventId, qaId), upvote);
  }

  /** Whether nothing waits for its answer. May be asked from any thread. */
  public boolean idle() {
    return asks.idle() && upvotes.idle();
  }
}
