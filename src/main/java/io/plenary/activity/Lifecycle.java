package io.plenary.activity;

import io.plenary.activity.ActivityDraft.Edit;
import io.plenary.activity.ActivityType.Step;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.event.CopyName;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.words.Results;
import io.plenary.words.TextLimits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What organisers can do with an activity, the same for every kind. Every rule that takes the
 * revision the organiser saw refuses with {@link Reason#CONFLICT} when the activity has changed
 * since, unless what was asked for is already so.
 */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * @throws RuleViolation {@link Reason#UNKNOWN_ACTIVITY}
   */
  public static Activity activity(EventState state, String id) {
    Activity found = state.activities().get(id);
    if (found != null) return found;
    throw new RuleViolation(
        Reason.UNKNOWN_ACTIVITY, "There is no such activity. It may have been deleted.");
  }

  /** Sent again under the same id it makes no second activity. */
  public static Change create(
      EventState state, String room, String id, ActivityDraft draft, @Nullable String after) {
    Activity fresh = draft.create(id);
    Activity made = state.activities().get(id);
    if (made == null) return RoomRules.add(state, room, fresh, after);
    if (made.kind().equals(draft.kind()) && draft.made(made)) return Change.none();
    throw moved();
  }

  /** The same. The copy is named as one. */
  public static Change duplicate(EventState state, String of, String id) {
    if (state.activities().containsKey(id)) return Change.none();
    Activity activity = taking(Step.DUPLICATE, activity(state, of));
    Room room = state.roomOf(of);
    Set<String> taken =
        state.inOrder(room).values().stream().map(Activity::title).collect(Collectors.toSet());
    Activity copy =
        activity.fresh(id).titled(CopyName.of(activity.title(), taken, TextLimits.QUESTION));
    return RoomRules.add(state, room.id(), copy, of);
  }

  /** Opens, or reopens: what people answered before stays. */
  public static Change open(EventState state, String id, long rev) {
    Activity activity = notFinal(taking(Step.OPEN, activity(state, id)), "opened");
    if (activity.open()) return Change.none();
    return RoomRules.open(state, seen(activity, rev).opened(state.event().details()));
  }

  public static Change lock(EventState state, String id, long rev) {
    Activity activity = taking(Step.LOCK, activity(state, id));
    if (activity.closed()) return Change.none();
    if (!activity.open()) {
      throw new RuleViolation(
          Reason.WRONG_STATE,
          "This " + activity.type().noun() + " is not open, so it cannot be locked.");
    }
    return keep(seen(activity, rev).lock());
  }

  /** Reveals or hides results in this round. */
  public static Change show(EventState state, String id, long rev, Results results) {
    if (!(activity(state, id) instanceof WithResults activity)) {
      throw new RuleViolation(Reason.WRONG_STATE, "This has no results that are shown or hidden.");
    }
    return activity.results() == results ? Change.none() : keep(seen(activity, rev).shown(results));
  }

  /** Keeps notes for those who run it; whoever writes last is right. */
  public static Change note(EventState state, String id, String notes) {
    if (!(activity(state, id) instanceof WithNotes activity)) {
      throw new RuleViolation(Reason.WRONG_STATE, "Notes are kept with what is in the run order.");
    }
    return activity.notes().equals(notes) ? Change.none() : keep(activity.noted(notes));
  }

  /** Deletes every answer and starts a new round as a draft. */
  public static Change reset(EventState state, String id, long rev) {
    Activity activity = seen(notFinal(taking(Step.RESET, activity(state, id)), "reset"), rev);
    return Change.of(new PutActivity(activity.again(), Answers.DELETE));
  }

  /**
   * Ends an activity for good; one that is open is locked by it. What people answered stays, and
   * who did is destroyed once the grace for answers on their way is over.
   */
  public static Change finalise(EventState state, String id, long rev) {
    Activity activity = taking(Step.FINALISE, activity(state, id));
    if (activity.isFinal()) return Change.none();
    if (activity.state() == Activity.State.DRAFT) {
      throw new RuleViolation(Reason.WRONG_STATE, activity.type().neverOpened());
    }
    return keep(seen(activity, rev).with(Activity.State.FINAL));
  }

  /** The same, by the server long after the event, whatever state it was left in. */
  public static Change end(EventState state, String id) {
    Activity activity = activity(state, id);
    return activity.isFinal() ? Change.none() : keep(activity.with(Activity.State.FINAL));
  }

  /** Notes that nothing of a final activity tells any more who answered what. */
  public static Change anonymise(EventState state, String id) {
    Activity activity = activity(state, id);
    return activity.state() == Activity.State.FINAL
        ? keep(activity.with(Activity.State.ANONYMISED))
        : Change.none();
  }

  /**
   * Changes an activity to what was written. What people were asked when they answered is committed
   * only while there is no answer ({@link Answers#MUST_BE_NONE}).
   */
  public static Change edit(EventState state, String id, long rev, ActivityDraft draft) {
    Activity activity = activity(state, id);
    if (!activity.kind().equals(draft.kind())) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "This is of the kind "
              + activity.kind()
              + ", so it cannot be made one of the kind "
              + draft.kind()
              + ". Create that one beside it.");
    }
    Edit edit = draft.edit(activity);
    if (edit.next().equals(activity)) return Change.none();
    if (edit.frozen() == null) {
      seen(activity, rev);
      return keep(edit.next());
    }
    seen(notFinal(activity, "changed"), rev);
    return new Change(List.of(new PutActivity(edit.next(), Answers.MUST_BE_NONE)), edit.frozen());
  }

  public static Change delete(EventState state, String id, long rev) {
    return RoomRules.drop(state, seen(taking(Step.DELETE, activity(state, id)), rev));
  }

  /** Moves an activity to after another one of its room's run order, or to the top. */
  public static Change move(EventState state, String id, @Nullable String after) {
    return RoomRules.move(state, taking(Step.MOVE, activity(state, id)).id(), after);
  }

  /**
   * @throws RuleViolation {@link Reason#CONFLICT} unless the activity is as the sender saw it
   */
  public static <A extends Activity> A seen(A activity, long rev) {
    if (activity.rev() == rev) return activity;
    throw moved();
  }

  /**
   * @param what was to be done with it, as in "it cannot be changed"
   * @throws RuleViolation {@link Reason#WRONG_STATE} when the activity is final
   */
  public static <A extends Activity> A notFinal(A activity, String what) {
    if (!activity.isFinal()) return activity;
    ActivityType type = activity.type();
    throw new RuleViolation(
        Reason.WRONG_STATE,
        "This "
            + type.noun()
            + " is finalised, so it cannot be "
            + what
            + " any more."
            + (type.objection(Step.DUPLICATE) == null ? " Duplicate it to ask again." : ""));
  }

  private static Activity taking(Step step, Activity activity) {
    String objection = activity.type().objection(step);
    if (objection == null) return activity;
    throw new RuleViolation(Reason.WRONG_STATE, objection);
  }

  private static Change keep(Activity next) {
    return Change.of(new PutActivity(next, Answers.KEEP));
  }

  private static RuleViolation moved() {
    return new RuleViolation(
        Reason.CONFLICT,
        "Somebody else changed this just now. Look at the newest state and do it again if you still"
            + " want to.");
  }
}
