package io.plenary.kinds.words;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.Contributions;
import io.plenary.voting.OpenAnswer;
import io.plenary.voting.OpenEndedType;
import io.plenary.voting.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people wrote: kept as {@code "childcare/Childcare,paygap/Pay%20gap"}, which is what it adds
 * to. A ballot has its terms in the order of their counters, one of each family; nothing, when it
 * abstains.
 */
final class WordsBallots implements OpenEndedType<WordsSettings, List<Term>> {
  private static final String BETWEEN = ",";

  @Override
  public List<Term> read(Answer answer, WordsSettings asked) {
    List<String> entries = answer.entries();
    if (answer.abstain()) {
      if (!entries.isEmpty()) throw bad("A vote either writes or abstains.");
      if (asked.abstain() == null) throw bad("This word cloud offers no way to abstain.");
      return List.of();
    }
    if (entries.isEmpty()) throw bad("Write at least one word.");
    if (entries.size() > asked.entries()) {
      throw bad(
          asked.entries() == 1
              ? "Write one entry."
              : "Write at most " + asked.entries() + " entries.");
    }
    Map<String, Term> first = new TreeMap<>();
    for (String entry : entries) {
      Term term = Terms.of(entry, asked);
      first.putIfAbsent(term.family(), term);
    }
    return sorted(first.values());
  }

  private static List<Term> sorted(Collection<Term> terms) {
    return terms.stream().sorted(Term.ORDER).toList();
  }

  @Override
  public Answer answer(List<Term> ballot) {
    return ballot.isEmpty()
        ? Answer.ABSTAINED
        : new Answer(ballot.stream().map(Term::form).toList(), false);
  }

  @Override
  public String encode(List<Term> ballot) {
    return ballot.isEmpty()
        ? ABSTAINED
        : String.join(BETWEEN, ballot.stream().map(Term::counter).toList());
  }

  @Override
  public List<Term> decode(String text) {
    if (text.equals(ABSTAINED)) return List.of();
    return List.of(text.split(BETWEEN)).stream().map(Term::of).toList();
  }

  @Override
  public void contributions(WordsSettings asked, List<Term> ballot, Contributions to) {
    ballot.forEach(term -> to.add(term.counter()));
  }

  @Override
  public WordsResult result(WordsSettings asked, Tally tally) {
    return WordsResult.of(WordsCount.of(asked, tally), WordsResult.SCREENS);
  }

  @Override
  public WordsResult brief(WordsSettings asked, Tally tally) {
    return WordsResult.of(WordsCount.of(asked, tally), WordsResult.PHONES);
  }

  @Override
  public List<OpenAnswer> answers(WordsSettings asked, Tally tally) {
    return WordsCount.of(asked, tally).answers(tally.rulings());
  }

  /** As long as the longest entry may be, whatever people were asked. */
  @Override
  public String called(WordsSettings asked, String text) {
    return Terms.of(text, WordsDraft.MAX_LENGTH, asked.languages()).form();
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
