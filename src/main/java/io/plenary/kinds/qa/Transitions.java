package io.plenary.kinds.qa;

import static io.plenary.kinds.qa.QuestionState.ANSWERED;
import static io.plenary.kinds.qa.QuestionState.ARCHIVED;
import static io.plenary.kinds.qa.QuestionState.DECLINED;
import static io.plenary.kinds.qa.QuestionState.LIVE;
import static io.plenary.kinds.qa.QuestionState.MERGED;
import static io.plenary.kinds.qa.QuestionState.PUBLISHED;
import static io.plenary.kinds.qa.QuestionState.WAITING;
import static io.plenary.kinds.qa.QuestionState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/** What can be done with a question, and from where: the table of ADR 0008. */
public enum Transitions {
  APPROVE(EnumSet.of(WAITING, DECLINED)),
  /** Takes back an approving. */
  UNPUBLISH(EnumSet.of(PUBLISHED)),
  DECLINE(EnumSet.of(WAITING, PUBLISHED)),
  HIGHLIGHT(EnumSet.of(PUBLISHED)),
  UNHIGHLIGHT(EnumSet.of(LIVE)),
  /** Of an answered one: other words. */
  ANSWER(EnumSet.of(PUBLISHED, LIVE, ANSWERED)),
  /** Other words for the same question: its spelling. */
  CORRECT(EnumSet.of(WAITING, PUBLISHED, LIVE, ANSWERED)),
  MERGE(EnumSet.of(WAITING, PUBLISHED)),
  /** What others may be merged into, if it is the root of its group. */
  RECEIVE(EnumSet.of(WAITING, PUBLISHED, LIVE, ANSWERED)),
  UNMERGE(EnumSet.of(MERGED)),
  ARCHIVE(EnumSet.of(PUBLISHED, ANSWERED, DECLINED)),
  /** Archives what a burst of newcomers asked, before anybody has decided on it. */
  SET_ASIDE(EnumSet.of(WAITING, PUBLISHED)),
  /** Takes back an archiving, declining or answering. */
  RESTORE(EnumSet.of(ARCHIVED, DECLINED, ANSWERED)),
  LABEL(EnumSet.complementOf(EnumSet.of(WITHDRAWN))),
  WITHDRAW(EnumSet.complementOf(EnumSet.of(ANSWERED))),
  ERASE(EnumSet.allOf(QuestionState.class));

  private final Set<QuestionState> from;

  Transitions(Set<QuestionState> from) {
    this.from = Set.copyOf(from);
  }

  public boolean from(QuestionState state) {
    return from.contains(state);
  }
}
