package io.plenary.voting;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;

/**
 * How one kind of ballot is read, kept and counted. Casting, changing, receipts, recounts,
 * published steps and anonymising are the same for all kinds, and know none.
 *
 * @param <S> settings of what is asked; they never change while ballots of the round are kept
 * @param <B> what one person answered
 */
public interface BallotType<S, B> {
  /** How a ballot that abstains is kept, of every kind. It contributes to no counter. */
  String ABSTAINED = "-";

  /**
   * @param answer entries of 1 to 100 characters, at most 60, of which nothing else is known
   * @throws RuleViolation {@link Reason#BAD_ANSWER} with words that say what to do
   */
  B read(Answer answer, S settings);

  /** The same as somebody would send it. */
  Answer answer(B ballot);

  /**
   * The one way to write it: equal ballots are equal texts. Without blanks and vertical bars, never
   * empty.
   */
  String encode(B ballot);

  /** What {@link #encode} wrote. */
  B decode(String text);

  /**
   * What it adds to the counters; the same for the same ballot and settings, always. A text of
   * {@link #encode} that is its own {@code "counter,counter"} is kept once instead of twice.
   */
  void contributions(S settings, B ballot, Contributions to);

  /**
   * What screens are told of the published counters: a record or a list that is written as JSON, in
   * the shape that the schema of the kind's tally gives it, and never changes.
   */
  Object result(S settings, Tally tally);

  /** The same for phones, which are many: it may say less, in the same shape. */
  default Object brief(S settings, Tally tally) {
    return result(settings, tally);
  }
}
