package io.plenary.voting.service;

import io.plenary.protocol.Wire;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import io.plenary.words.Results;
import org.jspecify.annotations.Nullable;

/** Which numbers an audience may see, for every kind of ballot alike. A kind says only how. */
public final class TallyViews {
  private TallyViews() {}

  /** Null unless everyone may see the results. */
  public static Wire.@Nullable Tally attendeeTally(BallotActivity poll, Tally tally) {
    if (poll.results() != Results.EVERYONE) return null;
    return with(poll.paper().brief(tally), poll, tally);
  }

  /**
   * Without a result while results are hidden: the stage still says how many have answered, and not
   * how many of them abstained.
   */
  public static Wire.Tally stageTally(BallotActivity poll, Tally tally) {
    if (poll.results() != Results.HIDDEN) return full(poll, tally);
    return new Wire.Tally(
        tally.round(),
        tally.version(),
        null,
        0,
        0,
        tally.late(),
        tally.answers(),
        tally.connected(),
        Wire.said(poll.closed() && tally.complete()));
  }

  public static Wire.Tally full(BallotActivity poll, Tally tally) {
    return with(poll.paper().result(tally), poll, tally);
  }

  private static Wire.Tally with(Object result, BallotActivity poll, Tally tally) {
    return new Wire.Tally(
        tally.round(),
        tally.version(),
        result,
        tally.voted(),
        tally.abstained(),
        tally.late(),
        tally.answers(),
        tally.connected(),
        Wire.said(poll.closed() && tally.complete()));
  }
}
