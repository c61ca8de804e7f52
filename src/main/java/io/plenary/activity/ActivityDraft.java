package io.plenary.activity;

import io.plenary.activity.Change.Answered;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * An activity of one kind as an organiser wrote it, before it was checked. Methods throw {@link
 * RuleViolation} with {@link Reason#BAD_DRAFT} and what to mend.
 */
public interface ActivityDraft {
  /** The kind of what it makes. */
  String kind();

  /** A new activity, as it is written. */
  Activity create(String id);

  /**
   * Whether an activity of this kind was made of this draft, so that whoever sends it again has
   * what they want.
   */
  boolean made(Activity found);

  /** What it makes of an activity of this kind. */
  Edit edit(Activity activity);

  /**
   * @param next the activity in its next revision, or as it was when it is already so
   * @param frozen what is said once people have answered; null when that does not matter, nor
   *     whether the activity is final
   */
  record Edit(Activity next, @Nullable Answered frozen) {}
}
