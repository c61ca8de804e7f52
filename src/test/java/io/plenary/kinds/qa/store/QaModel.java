package io.plenary.kinds.qa.store;

import io.plenary.kinds.qa.Groups;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionSet;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.Standing;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.kinds.qa.service.QuestionStore.UpvoteOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the store must do with upvotes, written the plain way: one at a time, each count made anew
 * from sets of people.
 */
final class QaModel {
  private final Map<String, Map<String, Standing>> registers = new HashMap<>();

  Cast cast(QuestionSet questions, Upvote u) {
    Question q = questions.byId(u.question());
    Standing stands =
        registers
            .getOrDefault(u.question(), Map.of())
            .getOrDefault(u.upvoter(), new Standing(0, false));
    Standing wanted = new Standing(u.seq(), u.on());
    Question root = q == null ? null : Groups.root(questions, q);
    boolean open = root != null && root.upvotable();
    if (stands.equals(wanted)) return new Cast(UpvoteOutcome.REPEATED, null);
    if (!wins(wanted, stands)) {
      if (open) put(questions, root, u);
      return new Cast(UpvoteOutcome.SUPERSEDED, stands);
    }
    if (!open) return new Cast(UpvoteOutcome.NOT_UPVOTABLE, null);
    put(questions, root, u);
    return new Cast(UpvoteOutcome.COUNTED, null);
  }

  private void put(QuestionSet questions, Question root, Upvote u) {
    List<String> targets =
        u.on()
            ? List.of(u.question())
            : Groups.tree(questions, root).stream().map(Question::id).toList();
    for (String target : targets) {
      registers
          .computeIfAbsent(target, id -> new HashMap<>())
          .merge(
              u.upvoter(),
              new Standing(u.seq(), u.on()),
              (old, next) -> wins(next, old) ? next : old);
    }
  }

  private static boolean wins(Standing next, Standing old) {
    return next.seq() > old.seq() || (next.seq() == old.seq() && old.on() && !next.on());
  }

  Set<String> people(String question) {
    Set<String> people = new HashSet<>();
    registers
        .getOrDefault(question, Map.of())
        .forEach(
            (person, r) -> {
              if (r.on()) people.add(person);
            });
    return people;
  }

  int count(QuestionSet questions, Question root) {
    return (int)
        Groups.tree(questions, root).stream()
            .flatMap(q -> people(q.id()).stream())
            .distinct()
            .count();
  }
}
