package io.plenary.kinds.qa;

import static io.plenary.kinds.qa.QuestionState.ARCHIVED;
import static io.plenary.kinds.qa.QuestionState.DECLINED;
import static io.plenary.kinds.qa.QuestionState.LIVE;
import static io.plenary.kinds.qa.QuestionState.MERGED;
import static io.plenary.kinds.qa.QuestionState.PUBLISHED;
import static io.plenary.kinds.qa.QuestionState.WAITING;
import static io.plenary.kinds.qa.QuestionState.WITHDRAWN;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import io.plenary.kinds.qa.Question.Answer;
import io.plenary.kinds.qa.Question.Declined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What moderators, presenters and askers can do with questions. A rule that takes a revision
 * refuses with {@link Reason#CONFLICT} when the question has changed since, unless what was asked
 * for is already so. All throw {@link RuleViolation}.
 */
public final class QaRules {
  public static final int MAX_NOTE = 200;
  public static final int MAX_ANSWER = 2_000;

  private final Qa qa;
  private final Questions questions;
  private final long minute;

  /**
   * @param minute now, in minutes since 1970-01-01T00:00Z
   */
  public QaRules(Qa qa, Questions questions, long minute) {
    this.qa = qa;
    this.questions = questions;
    this.minute = minute;
  }

  public QaChange approve(String id, long rev) {
    Question q = find(id);
    if (q.state().isPublic()) return QaChange.none();
    act(Transitions.APPROVE, q, rev);
    Question next = q.edit().published(minute).next();
    return new QuestionChangeBuilder(questions, Transitions.APPROVE).moves(q, next).decided();
  }

  /**
   * Takes an approving back: it waits again, with its number and its upvotes, and with what was
   * merged into it. The room may have read it.
   */
  public QaChange unpublish(String id, long rev) {
    Question q = find(id);
    if (q.state() == WAITING) return QaChange.none();
    act(Transitions.UNPUBLISH, q, rev);
    return new QuestionChangeBuilder(questions, Transitions.UNPUBLISH)
        .moves(q, q.edit().unpublished().next())
        .decided();
  }

  /**
   * Declines a question with all that is merged into it: those ask the same, so they go and come
   * back with it.
   *
   * @param note what the asker is told beside the reason; null for nothing
   */
  public QaChange decline(String id, long rev, DeclineReason reason, @Nullable String note) {
    Question q = find(id);
    Declined why = new Declined(reason, Words.orNull(note, MAX_NOTE, "The note"));
    if (q.state() == DECLINED && why.equals(q.declined())) return QaChange.none();
    act(Transitions.DECLINE, q, rev);
    return new QuestionChangeBuilder(questions, Transitions.DECLINE)
        .moves(q, q.edit().declined(why).next())
        .decided();
  }

  /** Puts a question away with all that is merged into it. */
  public QaChange archive(String id, long rev) {
    Question q = find(id);
    if (q.state() == ARCHIVED) return QaChange.none();
    act(Transitions.ARCHIVE, q, rev);
    return new QuestionChangeBuilder(questions, Transitions.ARCHIVE)
        .moves(q, q.edit().archived().next())
        .decided();
  }

  /**
   * Takes an archiving back; also a declining, or an answering with its words. Its group comes back
   * with it as it was. What waited before it was declined waits again, also if it was public once.
   * Of an answer that had other words before, only another answer with these brings them back.
   */
  public QaChange restore(String id, long rev) {
    Question q = find(id);
    if (q.state() == WAITING || q.state() == PUBLISHED || q.state() == LIVE) return QaChange.none();
    act(Transitions.RESTORE, q, rev);
    Edit edit = q.edit();
    switch (q.state()) {
      case ARCHIVED -> edit.returned();
      case ANSWERED -> edit.unanswered();
      default -> edit.state(q.times().published() > 0 ? PUBLISHED : WAITING);
    }
    return new QuestionChangeBuilder(questions, Transitions.RESTORE)
        .moves(q, edit.next())
        .decided();
  }

  /**
   * Puts away what a burst of newcomers asked, as far as it stands where that can be done.
   *
   * @param burst the minute it began in
   */
  public QaChange setAside(Collection<String> ids, long burst) {
    notFinal();
    QuestionChangeBuilder changing = new QuestionChangeBuilder(questions, Transitions.SET_ASIDE);
    for (String id : ids) {
      Question q = find(id);
      if (!Transitions.SET_ASIDE.from(q.state()) || q.erased()) continue;
      changing.moves(q, q.edit().setAside(burst).next());
    }
    return changing.decided();
  }

  /** Takes that back: what is still aside returns to where it was. */
  public QaChange bringBack(Collection<String> ids, long burst) {
    notFinal();
    QuestionChangeBuilder changing = new QuestionChangeBuilder(questions, Transitions.RESTORE);
    for (String id : ids) {
      Question q = find(id);
      if (Objects.equals(q.burst(), burst)) changing.moves(q, q.edit().returned().next());
    }
    return changing.decided();
  }

  public QaChange label(String id, long rev, List<String> add, List<String> remove) {
    Question q = find(id);
    List<String> next = Words.labels(q.labels(), add, remove);
    if (next.equals(q.labels())) return QaChange.none();
    act(Transitions.LABEL, q, rev);
    return new QuestionChangeBuilder(questions, Transitions.LABEL)
        .writes(q, q.edit().labels(next).next())
        .decided();
  }

  /**
   * Corrects the spelling. What its asker wrote is kept beside it; to write that again takes the
   * correcting back.
   *
   * @param text as long as a question may be here, or as it is already
   */
  public QaChange correct(String id, long rev, String text) {
    Question q = find(id);
    int max = Math.max(qa.settings().maxLength(), longest(q));
    String words = Words.wanted(text, max, "Write the question.", "The question");
    if (words.equals(q.text())) return QaChange.none();
    act(Transitions.CORRECT, q, rev);
    return new QuestionChangeBuilder(questions, Transitions.CORRECT)
        .writes(q, q.edit().corrected(words).next())
        .decided();
  }

  /** Of its words, as they are and as they were asked. */
  private static int longest(Question q) {
    String original = q.original();
    int now = Texts.length(q.text());
    return original == null ? now : Math.max(now, Texts.length(original));
  }

  /** Answers in writing, or changes the words. */
  public QaChange answer(String id, long rev, String text) {
    Question q = find(id);
    Answer answer = new Answer(Words.wanted(text, MAX_ANSWER, "Write the answer.", "The answer"));
    if (q.state() == QuestionState.ANSWERED && answer.equals(q.answer())) return QaChange.none();
    act(Transitions.ANSWER, q, rev);
    return answered(q, answer);
  }

  /** Answered aloud. */
  public QaChange answered(int n) {
    Question q = findPublic(n);
    if (q.state() == QuestionState.ANSWERED) return QaChange.none();
    act(Transitions.ANSWER, q, q.rev());
    return answered(q, new Answer(null));
  }

  private QaChange answered(Question q, Answer answer) {
    Question next = q.edit().answered(answer, minute).next();
    return new QuestionChangeBuilder(questions, Transitions.ANSWER).moves(q, next).decided();
  }

  /**
   * Makes a question the one being answered now, in the place of another.
   *
   * @param n null: none
   * @param seen the live one the sender saw; null: none
   */
  public QaChange highlight(@Nullable Integer n, @Nullable Integer seen) {
    Question was = questions.live();
    Integer live = was == null ? null : was.n();
    if (Objects.equals(n, live)) return QaChange.none();
    if (!Objects.equals(seen, live)) throw conflict();
    notFinal();
    QuestionChangeBuilder changing =
        new QuestionChangeBuilder(
            questions, n == null ? Transitions.UNHIGHLIGHT : Transitions.HIGHLIGHT);
    if (was != null) changing.writes(was, was.edit().published(minute).next());
    if (n != null) {
      Question q = findPublic(n);
      act(Transitions.HIGHLIGHT, q, q.rev());
      changing.writes(q, q.edit().state(LIVE).next());
    }
    return changing.decided();
  }

  /** Puts a question, with all that is merged into it, below another one. */
  public QaChange merge(String id, long rev, String into) {
    Question q = find(id);
    if (q.state() == MERGED && into.equals(q.into())) return QaChange.none();
    act(Transitions.MERGE, q, rev);
    Question target = find(into);
    Question root = Groups.root(questions, target);
    if (root.id().equals(id)) {
      throw wrong("A question cannot be merged into itself, or into what is merged into it.");
    }
    if (!Transitions.RECEIVE.from(root.state()) || root.erased()) {
      throw wrong("Nothing can be merged into that question where it stands now.");
    }
    List<Question> all = new ArrayList<>(Groups.tree(questions, root));
    all.addAll(Groups.tree(questions, q));
    if (all.size() > Groups.MAX) {
      throw new RuleViolation(
          Reason.GROUP_TOO_LARGE, "At most " + Groups.MAX + " questions can be merged into one.");
    }
    return new QuestionChangeBuilder(questions, Transitions.MERGE)
        .writes(q, q.edit().merged(into).next())
        .touch(root)
        .group(root, all, true)
        .decided();
  }

  public QaChange unmerge(String id, long rev) {
    Question q = find(id);
    if (q.state() != MERGED) return QaChange.none();
    act(Transitions.UNMERGE, q, rev);
    QuestionChangeBuilder changing = new QuestionChangeBuilder(questions, Transitions.UNMERGE);
    Question next = q.edit().returned().next();
    changing.writes(q, next).parted(q).group(next, Groups.tree(questions, q), true);
    return changing.decided();
  }

  /** By its asker. Final for the text: it is gone. */
  public QaChange withdraw(String id) {
    Question q = find(id);
    if (q.state() == WITHDRAWN) return QaChange.none();
    boolean answered = q.state() == ARCHIVED && q.before() == QuestionState.ANSWERED;
    if (answered || !Transitions.WITHDRAW.from(q.state())) {
      throw wrong("This question was answered, so it can no longer be withdrawn.");
    }
    notFinal();
    Question next = q.edit().erased().state(WITHDRAWN).next();
    return new QuestionChangeBuilder(questions, Transitions.WITHDRAW)
        .parted(q)
        .leaves(q, next)
        .decided();
  }

  /**
   * By an organiser, also of a finalised Q&A: every word of people about it is gone, so the room no
   * longer sees it; its state stays. One that waits is put away, unless the Q&A is final.
   */
  public QaChange erase(String id, long rev) {
    Question q = find(id);
    if (q.erased()) return QaChange.none();
    seen(q, rev);
    Edit edit = q.edit();
    if (q.state() == LIVE) edit.state(PUBLISHED);
    edit.erased();
    Question next = (qa.isFinal() ? edit : edit.empty()).next();
    QuestionChangeBuilder changing = new QuestionChangeBuilder(questions, Transitions.ERASE);
    return (qa.isFinal() || q.state() == MERGED
            ? changing.writes(q, next)
            : changing.leaves(q, next))
        .decided();
  }

  private Question find(String id) {
    Question q = questions.byId(id);
    if (q == null) throw unknown();
    return q;
  }

  private Question findPublic(int n) {
    Question q = questions.byNumber(n);
    if (q == null || !q.isPublic()) throw unknown();
    return q;
  }

  private void act(Transitions act, Question q, long rev) {
    notFinal();
    seen(q, rev);
    // Without words it can only be put away; older versions left those that waited where they were.
    boolean fits =
        q.erased()
            ? act == Transitions.ARCHIVE && (q.state() == WAITING || act.from(q.state()))
            : act.from(q.state());
    if (!fits) throw wrong("This cannot be done with the question where it stands now.");
  }

  private void notFinal() {
    if (qa.isFinal()) {
      throw wrong("This Q&A is finalised, so nothing of it can be changed any more.");
    }
  }

  private static void seen(Question q, long rev) {
    if (q.rev() != rev) throw conflict();
  }

  private static RuleViolation conflict() {
    return new RuleViolation(
        Reason.CONFLICT,
        "Somebody else changed this just now. Look at the newest state and do it again if you still"
            + " want to.");
  }

  private static RuleViolation unknown() {
    return new RuleViolation(
        Reason.UNKNOWN_QUESTION, "There is no such question. It may have been withdrawn.");
  }

  private static RuleViolation wrong(String message) {
    return new RuleViolation(Reason.WRONG_STATE, message);
  }
}
