package io.plenary.kinds.qa.service;

import io.plenary.activity.ActivityRef;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Q&A whose questions and upvotes move as a test wants; what moved is read as the store would say
 * it.
 */
final class Crowd {
  final QaSession qa =
      new QaSession(
          new ActivityRef("ev", "qa"),
          new QuestionFeed("qa", "feed1", 0),
          new QueueFeed("qa", "queue1"));
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Entry> changed = new ArrayList<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private long version;

  /** Who acts from now on; null: the askers. */
  String by;

  /** Publishes question {@code n}, or changes its text. */
  Crowd put(int n, String text) {
    return put(n, text, QuestionState.PUBLISHED);
  }

  Crowd put(int n, String text, QuestionState state) {
    Question old = questions.get("q" + n);
    Question next =
        new Question(
            "q" + n,
            old == null ? 1 : old.rev() + 1,
            n,
            text,
            null,
            new Question.Times(30_000_000, 30_000_001, 0),
            state,
            null,
            null,
            null,
            List.of(),
            null);
    questions.put(next.id(), next);
    changed.add(new Entry(next, new Asker("asker" + n % 7, "phone-question-" + n), by));
    return this;
  }

  Crowd gone(int n) {
    return put(n, questions.get("q" + n).text(), QuestionState.ARCHIVED);
  }

  Crowd up(int n) {
    counts.merge("q" + n, 1, Integer::sum);
    counted.put("q" + n, counts.get("q" + n));
    return this;
  }

  /** The node reads what moved; the first time, all there is, as at its start. */
  QuestionDelta read() {
    QuestionDelta moves =
        qa.memory.apply(new Moved("epoch", 1, false, ++version, false, changed, counted));
    changed.clear();
    counted.clear();
    if (!qa.whole) moves = QuestionDelta.afresh();
    qa.whole = true;
    qa.feed.note(moves);
    qa.show();
    return moves;
  }
}
