package io.plenary.voting;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.util.List;
import java.util.Map;

/**
 * What is asked in one round: the kind of its ballots, with the settings they are answered under.
 * Everybody else has ballots as words: what the type encodes, and behind a vertical bar what it
 * contributes, unless both are the same text. So the scripts count, and take away, what they cannot
 * read.
 */
public record BallotPaper<S, B>(BallotType<S, B> type, S settings) {
  private static final char BAR = '|';

  /**
   * The word of an answer.
   *
   * @throws RuleViolation {@link Reason#BAD_ANSWER} with words that say what to do
   */
  public String write(Answer answer) {
    return word(type.read(answer, settings));
  }

  public String word(B ballot) {
    String text = type.encode(ballot);
    if (text.equals(BallotType.ABSTAINED)) return text;
    String counted = contributions(ballot).text();
    return counted.equals(text) ? text : text + BAR + counted;
  }

  public B ballot(String word) {
    int bar = word.indexOf(BAR);
    return type.decode(bar < 0 ? word : word.substring(0, bar));
  }

  public Answer answer(String word) {
    return type.answer(ballot(word));
  }

  /**
   * Adds what the type says of a ballot, not what was kept of it.
   *
   * @param joined the family that each joined one is counted as
   */
  void count(String word, Map<String, String> joined, Map<String, Long> counts) {
    Contributions made = contributions(ballot(word));
    if (joined.isEmpty()) made.sums().forEach((name, by) -> counts.merge(name, by, Long::sum));
    else made.joined(joined).forEach(name -> counts.merge(name, 1L, Long::sum));
  }

  /** Whether its people make the counters. */
  public boolean openEnded() {
    return type instanceof OpenEndedType;
  }

  /** See {@link OpenEndedType#answers}; none of a kind whose counters are known before. */
  public List<OpenAnswer> answers(Tally tally) {
    return type instanceof OpenEndedType<S, B> open ? open.answers(settings, tally) : List.of();
  }

  /** In the shape of the kind; see {@link BallotType#result}. */
  public Object result(Tally tally) {
    return type.result(settings, tally);
  }

  /**
   * See {@link OpenEndedType#called}.
   *
   * @throws RuleViolation {@link Reason#WRONG_STATE} of a kind whose counters are known before
   */
  String called(String text) {
    if (type instanceof OpenEndedType<S, B> open) return open.called(settings, text);
    throw new RuleViolation(Reason.WRONG_STATE, "Answers of this kind are not moderated.");
  }

  /** For phones; see {@link BallotType#brief}. */
  public Object brief(Tally tally) {
    return type.brief(settings, tally);
  }

  private Contributions contributions(B ballot) {
    Contributions made = new Contributions();
    type.contributions(settings, ballot, made);
    return made;
  }
}
