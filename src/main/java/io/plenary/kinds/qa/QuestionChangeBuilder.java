package io.plenary.kinds.qa;

import io.plenary.kinds.qa.QaChange.Group;
import io.plenary.kinds.qa.QaChange.Line;
import io.plenary.kinds.qa.QaChange.Live;
import io.plenary.kinds.qa.Question.Declined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change in the making. Whoever alters a group, or whether it takes upvotes, writes its root, so
 * that two who do so at once collide.
 */
final class QuestionChangeBuilder {
  private final Questions questions;
  private final Transitions act;
  private final Map<String, Question> writes = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Line> audit = new ArrayList<>();
  private @Nullable Live live;

  QuestionChangeBuilder(Questions questions, Transitions act) {
    this.questions = questions;
    this.act = act;
  }

  /** Writes a question that keeps its group and whether it takes upvotes. */
  QuestionChangeBuilder writes(Question from, Question to) {
    writes.put(to.id(), to);
    boolean declined = act == Transitions.DECLINE && to.state() == QuestionState.DECLINED;
    Declined why = declined ? to.declined() : null;
    audit.add(new Line(act, to.id(), from.state(), to.state(), why == null ? null : why.reason()));
    if (from.state() == QuestionState.LIVE) {
      live = new Live(from.id(), live == null ? null : live.to());
    }
    if (to.state() == QuestionState.LIVE) {
      live = new Live(live == null ? null : live.from(), to.id());
    }
    return this;
  }

  /** Writes the root of a group that stays one. */
  QuestionChangeBuilder moves(Question from, Question to) {
    return writes(from, to).group(to, Groups.tree(questions, from), false);
  }

  /**
   * Writes a question that stops being what others are merged into: they return to where they were,
   * each with its own tree; those of a group that was put away stay so.
   */
  QuestionChangeBuilder leaves(Question from, Question to) {
    writes(from, to);
    Question root = Groups.root(questions, from);
    boolean had = false;
    for (Question child : questions.mergedInto(from.id())) {
      had = true;
      Question back = child.edit().leaving(root).next();
      writes(child, back).group(back, Groups.tree(questions, child), true);
    }
    return group(to, List.of(to), had || from.into() != null);
  }

  /** A merged question leaves its group with its tree. */
  QuestionChangeBuilder parted(Question from) {
    if (from.into() == null) return this;
    Question root = Groups.root(questions, from);
    List<Question> rest = new ArrayList<>(Groups.tree(questions, root));
    rest.removeAll(Groups.tree(questions, from));
    return touch(root).group(root, rest, true);
  }

  /** The next revision of a question that is otherwise as it was. */
  QuestionChangeBuilder touch(Question root) {
    writes.put(root.id(), root.edit().next());
    return this;
  }

  /**
   * @param members with the root first
   */
  QuestionChangeBuilder group(Question root, List<Question> members, boolean regrouped) {
    groups.put(
        root.id(),
        new Group(members.stream().map(Question::id).toList(), root.upvotable(), regrouped));
    return this;
  }

  QaChange decided() {
    return new QaChange(List.copyOf(writes.values()), live, List.copyOf(groups.values()), audit);
  }
}
