package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionSet;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all questions of a Q&A, page by page, and the upvotes that belong to the same moment. */
final class QuestionReading {
  /** Nobody can upvote any more, but moderators may still merge: their acts come one at a time. */
  private static final int TRIES = 5;

  /**
   * @param counts upvotes of roots, by id
   * @param raw upvotes of every single question, by id; null when they may not fit the counts
   */
  record Found(
      QuestionSet questions, Map<String, Integer> counts, @Nullable Map<String, Integer> raw) {
    Collection<Question> all() {
      return questions.all();
    }
  }

  private final QuestionStore store;

  QuestionReading(QuestionStore store) {
    this.store = store;
  }

  /** Null when there is no such Q&A in the store. */
  Future<Found> of(String eventId, Qa qa) {
    return attempt(eventId, qa, TRIES);
  }

  private Future<Found> attempt(String eventId, Qa qa, int left) {
    QuestionSet questions = new QuestionSet();
    Map<String, Integer> counts = new HashMap<>();
    return pages(eventId, qa, 0, questions, counts)
        .compose(
            last -> {
              if (last == null) return Future.succeededFuture();
              Found without = new Found(questions, counts, null);
              if (qa.open()) return Future.succeededFuture(without);
              return store
                  .raw(eventId, qa.id())
                  .compose(
                      raw ->
                          store
                              .since(eventId, qa.id(), last.version())
                              .compose(
                                  after -> {
                                    if (after == null) return Future.succeededFuture();
                                    if (same(last, after)) {
                                      return Future.succeededFuture(
                                          new Found(questions, counts, raw));
                                    }
                                    return left > 1
                                        ? attempt(eventId, qa, left - 1)
                                        : Future.succeededFuture(without);
                                  }));
            });
  }

  /** Answers the last page; null when there is no such Q&A. */
  private Future<Moved> pages(
      String eventId, Qa qa, long from, QuestionSet questions, Map<String, Integer> counts) {
    return store
        .since(eventId, qa.id(), from)
        .compose(
            page -> {
              if (page == null) return Future.succeededFuture();
              page.entries().forEach(entry -> questions.put(entry.question()));
              counts.putAll(page.counts());
              return page.more()
                  ? pages(eventId, qa, page.version(), questions, counts)
                  : Future.succeededFuture(page);
            });
  }

  private static boolean same(Moved last, Moved after) {
    return after.epoch().equals(last.epoch())
        && after.round() == last.round()
        && after.entries().isEmpty()
        && after.counts().isEmpty();
  }
}
