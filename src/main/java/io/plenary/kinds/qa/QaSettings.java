package io.plenary.kinds.qa;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;

/**
 * What an organiser can set of a Q&A.
 *
 * @param maxLength longest question in code points
 * @param perPerson how many questions that were not withdrawn one person may have
 * @param openCounts whether everybody is told how many questions were received, approved, merged
 *     and declined
 */
public record QaSettings(
    Check check, Names names, int maxLength, int perPerson, boolean openCounts) {
  public static final int MIN_LENGTH = 50;
  public static final int MAX_LENGTH = 1_000;
  public static final int MAX_PER_PERSON = 50;

  /** Whether moderators read a question before or after the room sees it. */
  public enum Check {
    BEFORE,
    AFTER
  }

  /** How people may ask, from the most private on. */
  public enum Names {
    ANONYMOUS,
    CHOICE,
    NAMED
  }

  public static QaSettings usual() {
    return new QaSettings(Check.BEFORE, Names.CHOICE, 300, 10, false);
  }

  /**
   * @throws RuleViolation {@link Reason#BAD_DRAFT} with what to mend
   */
  QaSettings checked() {
    if (maxLength < MIN_LENGTH || maxLength > MAX_LENGTH) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "A question may be at least "
              + MIN_LENGTH
              + " and at most "
              + MAX_LENGTH
              + " characters long.");
    }
    if (perPerson < 1 || perPerson > MAX_PER_PERSON) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "One person may ask at least 1 and at most " + MAX_PER_PERSON + " questions.");
    }
    return this;
  }

  QaSettings with(Check next) {
    return new QaSettings(next, names, maxLength, perPerson, openCounts);
  }
}
