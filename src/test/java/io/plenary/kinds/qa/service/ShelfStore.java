package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;

/** A store with many questions, which tells them in pages, as Redis does. */
class ShelfStore extends HeldStore {
  private static final int PAGE = 500;

  /** Whether it tells of the question itself, or of its upvotes alone. */
  private record Told(Question question, boolean itself) {}

  /** By version, what moved then, if nothing moved it again. */
  private final NavigableMap<Long, Told> shelf = new TreeMap<>();

  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Integer> ups = new HashMap<>();
  private final Queue<Runnable> answers = new ArrayDeque<>();
  String epoch = "epoch";

  /** Whether answers wait until {@link #give}. */
  boolean held;

  private long version;

  ShelfStore publish(int n, String text) {
    return put(
        "q" + n,
        new Question(
            "q" + n,
            rev(n),
            n,
            text,
            null,
            new Question.Times(1, 2, 0),
            QuestionState.PUBLISHED,
            null,
            null,
            null,
            List.of(),
            null));
  }

  ShelfStore ask(int n, String text) {
    return put(
        "q" + n,
        new Question(
            "q" + n,
            rev(n),
            0,
            text,
            null,
            new Question.Times(n, 0, 0),
            QuestionState.WAITING,
            null,
            null,
            null,
            List.of(),
            null));
  }

  private int rev(int n) {
    return questions.containsKey("q" + n) ? (int) questions.get("q" + n).rev() + 1 : 1;
  }

  ShelfStore upvote(int n) {
    ups.merge("q" + n, 1, Integer::sum);
    return told(new Told(questions.get("q" + n), false));
  }

  private ShelfStore put(String id, Question q) {
    questions.put(id, q);
    return told(new Told(q, true));
  }

  private ShelfStore told(Told now) {
    shelf
        .values()
        .removeIf(t -> t.itself == now.itself && t.question.id().equals(now.question.id()));
    shelf.put(++version, now);
    return this;
  }

  @Override
  public Future<Moved> since(String eventId, String qaId, long from) {
    reads++;
    Promise<Moved> answer = Promise.promise();
    Runnable give = () -> answer.complete(read(from));
    if (held) answers.add(give);
    else give.run();
    return answer.future();
  }

  /** Answers what was asked first. */
  void give() {
    answers.remove().run();
  }

  private Moved read(long from) {
    List<Map.Entry<Long, Told>> page =
        shelf.tailMap(from, false).entrySet().stream().limit(PAGE).toList();
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Map.Entry<Long, Told> t : page) {
      Question q = t.getValue().question;
      if (t.getValue().itself) {
        entries.add(
            new Entry(
                q,
                new Asker("asked by " + q.times().asked() % 7, "phone-question-" + q.id()),
                null));
      } else {
        counts.put(q.id(), ups.get(q.id()));
      }
    }
    long upTo = page.isEmpty() ? version : page.get(page.size() - 1).getKey();
    return new Moved(epoch, 1, false, upTo, upTo < version, entries, counts);
  }
}
