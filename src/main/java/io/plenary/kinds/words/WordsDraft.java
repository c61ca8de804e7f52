package io.plenary.kinds.words;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.words.Results;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word cloud as an organiser wrote it, before it was checked. */
public record WordsDraft(
    String question,
    int entries,
    int length,
    boolean approveFirst,
    List<Language> languages,
    @Nullable String abstain,
    Results results)
    implements BallotDraft<WordsSettings> {
  public static final int MAX_ENTRIES = 5;
  public static final int MIN_LENGTH = 10;
  public static final int MAX_LENGTH = 40;

  public WordsDraft {
    languages = List.copyOf(languages);
  }

  @Override
  public String kind() {
    return Words.KIND;
  }

  @Override
  public Words activity(BallotState at, WordsSettings asked) {
    return new Words(at, asked);
  }

  /** Languages are kept in one order, so that another order asks nothing else. */
  @Override
  public WordsSettings check() {
    String text = Wording.question(question);
    if (entries < 1 || entries > MAX_ENTRIES) {
      throw bad("People can give 1 to " + MAX_ENTRIES + " entries.");
    }
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw bad("An entry may have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters at most.");
    }
    EnumSet<Language> chosen = EnumSet.noneOf(Language.class);
    for (Language language : languages) {
      if (!chosen.add(language)) throw bad("A language is given twice. Give each once.");
    }
    return new WordsSettings(
        text,
        entries,
        length,
        approveFirst,
        List.copyOf(chosen),
        Wording.abstain(abstain, List.of()));
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_DRAFT, message);
  }
}
