package io.plenary.kinds.qa.service;

import io.plenary.abuse.Abuse;
import io.plenary.kinds.qa.Language;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the machine noticed about the questions of one round, each text looked at once. Lives on the
 * owner's context.
 */
final class ModerationHints {
  /** Where a question stands that another one may be the same as. */
  private static final Set<QuestionState> TOLD_OF =
      Set.of(
          QuestionState.WAITING,
          QuestionState.PUBLISHED,
          QuestionState.LIVE,
          QuestionState.ANSWERED);

  /**
   * @param language null where it is not known
   */
  record Marks(String text, boolean abuse, @Nullable String language, boolean rightToLeft) {}

  private final Abuse abuse;
  private final Map<String, Marks> marks = new HashMap<>();

  ModerationHints(Abuse abuse) {
    this.abuse = abuse;
  }

  /** Whether there is little left to look at. */
  boolean knows(QaMemory memory, Question q) {
    Marks known = marks.get(q.id());
    return known != null
        && known.text.equals(q.text())
        && (!TOLD_OF.contains(q.state()) || memory.similar.ready(q.id()));
  }

  Marks of(Question q) {
    Marks known = marks.get(q.id());
    if (known != null && known.text.equals(q.text())) return known;
    Marks fresh =
        new Marks(
            q.text(), abuse.in(q.text()), Language.of(q.text()), Language.rightToLeft(q.text()));
    marks.put(q.id(), fresh);
    return fresh;
  }

  /** Likely duplicates; only for who has still to decide: elsewhere it would be noise. */
  static List<String> like(QaMemory memory, Question q) {
    if (!TOLD_OF.contains(q.state())) return List.of();
    // Also for who need not be told: those that are like it are to be told of it.
    List<String> like =
        memory.similar.to(q.id(), other -> TOLD_OF.contains(memory.questions.known(other).state()));
    return q.state() == QuestionState.WAITING ? like : List.of();
  }
}
