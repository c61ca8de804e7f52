package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Groups;
import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionSet;
import io.plenary.kinds.qa.Similar;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one round of a Q&A, as far as this node has read them. Lives on the owner's
 * context.
 */
final class QaMemory {
  final QuestionSet questions = new QuestionSet();
  final Similar similar = new Similar();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Integer, PublicQuestion> publics = new HashMap<>();
  private final Map<String, Asker> askers = new HashMap<>();
  private final Map<String, String> by = new HashMap<>();
  private final Map<String, Set<String>> asked = new HashMap<>();

  /** Read by other threads too. */
  private final Map<Integer, String> ids = new ConcurrentHashMap<>();

  private @Nullable String epoch;
  private long round;
  private long version;
  private int newest;

  /** Where to read on. */
  long version() {
    return version;
  }

  long round() {
    return round;
  }

  @Nullable String epoch() {
    return epoch;
  }

  /** Whether what was read belongs to what is known; else everything is to be forgotten. */
  boolean continues(Moved moved) {
    return epoch == null || (epoch.equals(moved.epoch()) && round == moved.round());
  }

  QuestionDelta apply(Moved moved) {
    epoch = moved.epoch();
    round = moved.round();
    version = moved.version();
    QuestionDelta moves = new QuestionDelta();
    for (Entry entry : moved.entries()) {
      moves.alike.addAll(similar.found(entry.question().id()));
      questions.put(entry.question());
      if (questions.byId(entry.question().id()) == entry.question()) {
        by.put(entry.question().id(), entry.by());
      }
      similar.put(entry.question().id(), questions.known(entry.question().id()).text());
      moves.changed.add(entry.question().id());
      if (entry.question().into() != null) {
        counts.remove(entry.question().id()); // they count for its root now
      }
      if (entry.asker() != null) note(entry.question().id(), entry.asker());
    }
    moved
        .counts()
        .forEach(
            (id, up) -> {
              if (!up.equals(counts.put(id, up))) moves.counted.add(id);
            });
    moves.counted.removeAll(moves.changed);
    moves.changed.forEach(id -> changed(questions.known(id), moves));
    moves.counted.forEach(id -> counted(questions.byId(id), moves));
    return moves;
  }

  private void note(String question, Asker asker) {
    askers.put(question, asker);
    asked.computeIfAbsent(asker.key(), k -> new LinkedHashSet<>()).add(question);
  }

  private void changed(Question q, QuestionDelta moves) {
    // What was merged into it tells its askers so.
    Groups.tree(questions, q)
        .forEach(
            below -> {
              Asker asker = askers.get(below.id());
              if (asker != null) moves.askers.add(asker.key());
            });
    if (q.n() == 0) return;
    ids.put(q.n(), q.id());
    newest = Math.max(newest, q.n());
    PublicQuestion now = PublicQuestion.of(q, up(q.id()), questions);
    PublicQuestion before = now == null ? publics.remove(q.n()) : publics.put(q.n(), now);
    if (now == null && before != null) moves.gone.add(q.n());
    if (now != null && !now.equals(before)) moves.put.add(q.n());
    if (now != null && before == null) moves.came.add(q.n());
  }

  private void counted(@Nullable Question q, QuestionDelta moves) {
    if (q == null) return;
    PublicQuestion before = publics.get(q.n());
    if (before == null) return;
    publics.put(q.n(), before.with(up(q.id())));
    moves.up.add(q.n());
  }

  /** Who acted on it last: id of an account, "remote" or "server"; null when its asker did. */
  @Nullable String by(String id) {
    return by.get(id);
  }

  int up(String id) {
    return counts.getOrDefault(id, 0);
  }

  Collection<PublicQuestion> publics() {
    return publics.values();
  }

  /** Safe for any thread; grows. */
  Map<Integer, String> ids() {
    return ids;
  }

  /** The highest number ever given, public still or not; 0 before the first. */
  int newest() {
    return newest;
  }

  /** Ids of what somebody asked, in the order in which it was read. */
  List<String> askedBy(String asker) {
    return List.copyOf(asked.getOrDefault(asker, Set.of()));
  }

  /** Null when it is not known any more. */
  @Nullable Asker askerOf(String id) {
    return askers.get(id);
  }

  Collection<String> askers() {
    return asked.keySet();
  }

  /** Anonymised: nobody is to find out any more. */
  void forgetAskers() {
    askers.clear();
    asked.clear();
  }
}
