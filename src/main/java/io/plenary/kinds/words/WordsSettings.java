package io.plenary.kinds.words;

import io.plenary.words.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how it may be answered: the part of a word cloud that is frozen once a vote is
 * in.
 *
 * @param entries how many entries a person may give, 1 to 5
 * @param length how many characters an entry may have, 10 to 40
 * @param approveFirst whether a term is shown only once a moderator let it through
 * @param languages whose word forms are one term and whose stop words do not count, none twice
 * @param abstain label of the explicit way to abstain; null offers none
 */
public record WordsSettings(
    String question,
    int entries,
    int length,
    boolean approveFirst,
    List<Language> languages,
    @Nullable String abstain) {
  public WordsSettings {
    languages = List.copyOf(languages);
  }

  /** As in BCP 47. */
  public enum Language implements Word {
    EN,
    CY
  }

  boolean in(Language language) {
    return languages.contains(language);
  }
}
