package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.QaStatistics;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.wire.QaWire.Declined;
import io.plenary.kinds.qa.wire.QaWire.OpenCounts;
import io.plenary.kinds.qa.wire.QaWire.StateCounts;
import io.plenary.kinds.qa.wire.QaWire.Totals;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Counts of questions as the wire says them. */
final class QaCounts {
  private QaCounts() {}

  static Totals totals(PublicIndex index) {
    return new Totals(index.size() - index.answered(), index.answered());
  }

  static StateCounts of(QaStatistics s) {
    return new StateCounts(
        s.in(QuestionState.WAITING),
        s.in(QuestionState.PUBLISHED),
        s.in(QuestionState.LIVE),
        s.in(QuestionState.ANSWERED),
        s.in(QuestionState.DECLINED),
        s.in(QuestionState.MERGED),
        s.in(QuestionState.ARCHIVED),
        s.in(QuestionState.WITHDRAWN),
        s.oldest() == 0 ? null : s.oldest());
  }

  /**
   * @param open whether the organiser wants it told; else null
   */
  static @Nullable OpenCounts open(QaStatistics s, boolean open) {
    if (!open) return null;
    ToLongFunction<DeclineReason> by = s.declined()::get;
    Declined declined =
        new Declined(
            by.applyAsLong(DeclineReason.OFF_TOPIC),
            by.applyAsLong(DeclineReason.ABUSIVE),
            by.applyAsLong(DeclineReason.NAMES_SOMEBODY),
            by.applyAsLong(DeclineReason.DUPLICATE),
            by.applyAsLong(DeclineReason.NOT_A_QUESTION),
            by.applyAsLong(DeclineReason.OTHER));
    return new OpenCounts(
        s.received(),
        s.in(QuestionState.WAITING),
        s.approved(),
        s.in(QuestionState.MERGED),
        declined);
  }
}
