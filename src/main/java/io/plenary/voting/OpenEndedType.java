package io.plenary.voting;

import java.util.List;

/**
 * A kind of ballot whose people make the counters: they answer in words, or numbers, of their own.
 *
 * <p>A counter is {@code family/form}. Forms of one family are one answer, written differently. A
 * ballot adds one to a family at most, and to no counter twice; its text is its own list of
 * contributions. Moderators may join families ({@link Rulings}): the tally then has the forms of
 * all under the family they are joined into, and each person in it once.
 */
public interface OpenEndedType<S, B> extends BallotType<S, B> {
  /**
   * Everything that was answered, as moderators see it, most counted first: what they have hidden
   * and what waits for them, too, and families that are joined into others, with no count of their
   * own.
   */
  List<OpenAnswer> answers(S settings, Tally tally);

  /**
   * A name that moderators give to an answer, cleaned as the kind cleans what people write.
   *
   * @throws io.plenary.event.RuleViolation {@code BAD_ANSWER} with words that say what to do
   */
  String called(S settings, String text);
}
