package io.plenary.qa;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.room.Activity;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.PutActivity;
import io.plenary.room.EventState;

/**
 * What organisers and moderators can do with a Q&A as a whole. Every rule takes the revision the sender saw: when it has changed since, it
 * refuses with {@link Reason#CONFLICT}, unless what was asked for is already so.
 */
public final class QaSettingsRules {
  private QaSettingsRules() {}

  /** @throws Refused {@link Reason#UNKNOWN_ACTIVITY} */
  public static Qa qa(EventState state, String id) {
    Activity found = state.activities().get(id);
    if (found instanceof Qa) return (Qa) found;
    throw new Refused(Reason.UNKNOWN_ACTIVITY, "There are no such questions. They may have been deleted.");
  }

  /** A new one, as it is wanted. */
  public static Qa fresh(String id, Qa.State to, QaSettings settings) {
    return new Qa(id, 1, 1, to, true, settings.checked());
  }

  /**
   * Turns a Q&A on (OPEN), read-only (LOCKED) or off (DRAFT), and changes how it is asked. Once there is a question, names can only become
   * more private: nobody who asked under one promise is to be read under another.
   */
  public static Change edit(EventState state, String id, long rev, Qa.State to, QaSettings settings) {
    Qa qa = qa(state, id);
    settings.checked();
    if (to != Qa.State.DRAFT && to != Qa.State.OPEN && to != Qa.State.LOCKED) throw new IllegalArgumentException("to " + to);
    if (qa.state() == to && qa.settings().equals(settings)) return Change.none();
    seen(notFinal(qa), rev);
    boolean lessPrivate = settings.names().compareTo(qa.settings().names()) > 0;
    Qa next = qa.with(to, qa.asking(), settings);
    return !lessPrivate ? put(next, Answers.KEEP) : Change.unanswered(next, Reason.WRONG_STATE,
        "There are questions already, so names can only become more private. Reset the questions to ask for names.");
  }

  /** Whether questions are taken, and whether they are read first. */
  public static Change setAsking(EventState state, String id, long rev, boolean asking, QaSettings.Check check) {
    Qa qa = qa(state, id);
    if (qa.asking() == asking && qa.settings().check() == check) return Change.none();
    seen(notFinal(qa), rev);
    return put(qa.with(qa.state(), asking, qa.settings().with(check)), Answers.KEEP);
  }

  /** Deletes every question and upvote, and starts a new round that is off. */
  public static Change reset(EventState state, String id, long rev) {
    Qa qa = seen(notFinal(qa(state, id)), rev);
    return put(new Qa(qa.id(), qa.rev() + 1, qa.round() + 1, Qa.State.DRAFT, true, qa.settings()), Answers.DELETE);
  }

  /** Ends a Q&A for good; questions and upvotes stay, who gave them is destroyed. */
  public static Change finalise(EventState state, String id, long rev) {
    Qa qa = qa(state, id);
    if (qa.isFinal()) return Change.none();
    if (qa.state() == Qa.State.DRAFT) {
      throw new Refused(Reason.WRONG_STATE, "Questions are off. Make them read-only first, so that you see what is finalised.");
    }
    return put(seen(qa, rev).finalised(), Answers.KEEP);
  }

  /** The same, by the server long after the event. What was turned off with questions in it is seen by nobody then, either. */
  public static Change end(EventState state, String id) {
    Qa qa = qa(state, id);
    return qa.isFinal() ? Change.none() : put(qa.finalised(), Answers.KEEP);
  }

  /** Notes that nothing of a single asker or upvoter is left. */
  public static Change seal(EventState state, String id) {
    Qa qa = qa(state, id);
    return qa.state() == Qa.State.FINAL ? put(qa.with(Qa.State.SEALED), Answers.KEEP) : Change.none();
  }

  private static Change put(Qa next, Answers answers) {
    return Change.of(new PutActivity(next, answers));
  }

  private static Qa notFinal(Qa qa) {
    if (!qa.isFinal()) return qa;
    throw new Refused(Reason.WRONG_STATE, "This Q&A is finalised, so it cannot be changed any more.");
  }

  private static Qa seen(Qa qa, long rev) {
    if (qa.rev() == rev) return qa;
    throw new Refused(Reason.CONFLICT,
        "Somebody else changed this just now. Look at the newest state and do it again if you still want to.");
  }
}
