package io.plenary.kinds.qa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decided act on questions, to be committed whole or not at all: only if every written question
 * still has the revision before, and the live one is still the one it was decided on.
 *
 * @param live null when it does not matter which question is live
 * @param groups whose members, or whether they take upvotes, changed
 */
public record QaChange(
    List<Question> writes, @Nullable Live live, List<Group> groups, List<Line> audit) {
  public QaChange {
    writes = List.copyOf(writes);
    groups = List.copyOf(groups);
    audit = List.copyOf(audit);
  }

  /** Nothing to do: what was asked for is already so. */
  public static QaChange none() {
    return new QaChange(List.of(), null, List.of(), List.of());
  }

  public boolean isEmpty() {
    return writes.isEmpty();
  }

  /**
   * Whether it takes away words and leaves groups as they are: all that may be done once a Q&A is
   * final.
   */
  public boolean onlyErases() {
    return groups.isEmpty() && audit.stream().allMatch(line -> line.act() == Transitions.ERASE);
  }

  /** Which question is live before and after, by id; null is none. */
  public record Live(@Nullable String from, @Nullable String to) {}

  /**
   * A group as it is after the change.
   *
   * @param members ids, the root's first
   * @param open whether they take upvotes
   * @param regrouped whether they were not one group before, so that their people must be counted
   */
  public record Group(List<String> members, boolean open, boolean regrouped) {
    public Group {
      members = List.copyOf(members);
    }
  }

  /** A line of the audit trail, without who and when. */
  public record Line(
      Transitions act,
      String question,
      QuestionState from,
      QuestionState to,
      @Nullable DeclineReason reason) {}
}
