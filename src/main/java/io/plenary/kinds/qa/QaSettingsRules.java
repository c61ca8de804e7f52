package io.plenary.kinds.qa;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;

/**
 * What organisers and moderators can do with a Q&A as a whole. Every rule takes the revision the
 * sender saw: when it has changed since, it refuses with {@link Reason#CONFLICT}, unless what was
 * asked for is already so.
 */
public final class QaSettingsRules {
  private QaSettingsRules() {}

  /**
   * @throws RuleViolation {@link Reason#UNKNOWN_ACTIVITY}
   */
  public static Qa qa(EventState state, String id) {
    Activity found = state.activities().get(id);
    if (found instanceof Qa qa) return qa;
    throw new RuleViolation(
        Reason.UNKNOWN_ACTIVITY, "There are no such questions. They may have been deleted.");
  }

  /** A new one, as it is wanted. */
  public static Qa fresh(String id, Qa.State to, QaSettings settings) {
    return new Qa(id, 1, 1, to, true, settings.checked());
  }

  /**
   * Turns a Q&A on (OPEN), read-only (LOCKED) or off (DRAFT), and changes how it is asked. Once
   * there is a question, names can only become more private: nobody who asked under one promise is
   * to be read under another.
   */
  public static Change edit(
      EventState state, String id, long rev, Qa.State to, QaSettings settings) {
    Qa qa = qa(state, id);
    settings.checked();
    if (to != Qa.State.DRAFT && to != Qa.State.OPEN && to != Qa.State.LOCKED) {
      throw new IllegalArgumentException("to " + to);
    }
    if (qa.state() == to && qa.settings().equals(settings)) return Change.none();
    Lifecycle.seen(Lifecycle.notFinal(qa, "changed"), rev);
    boolean lessPrivate = settings.names().compareTo(qa.settings().names()) > 0;
    Qa next = qa.with(to, qa.asking(), settings);
    return !lessPrivate
        ? put(next, Answers.KEEP)
        : Change.unanswered(
            next,
            Reason.WRONG_STATE,
            "There are questions already, so names can only become more private. Reset the"
                + " questions to ask for names.");
  }

  /** Whether questions are taken, and whether they are read first. */
  public static Change setAsking(
      EventState state, String id, long rev, boolean asking, QaSettings.Check check) {
    Qa qa = qa(state, id);
    if (qa.asking() == asking && qa.settings().check() == check) return Change.none();
    Lifecycle.seen(Lifecycle.notFinal(qa, "changed"), rev);
    return put(qa.with(qa.state(), asking, qa.settings().with(check)), Answers.KEEP);
  }

  private static Change put(Qa next, Answers answers) {
    return Change.of(new PutActivity(next, answers));
  }
}
