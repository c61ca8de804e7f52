package io.plenary.kinds.words;

import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Ruling;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.plenary.words.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Word clouds for tests. */
public final class WordClouds {
  /** Of three entries, with a way to abstain. */
  public static final BallotPaper<WordsSettings, List<Term>> PAPER = paper(settings(3));

  /** What can be written, with the counter it adds to. */
  private static final Map<String, String> COUNTERS =
      Map.of(
          "Proud", "proud/Proud",
          "proud!", "proud/proud%21",
          "Pay gap", "paygap/Pay%20gap",
          "pay-gap", "paygap/pay-gap",
          "Caf\u00e9", "cafe/Caf%C3%A9",
          "D\u0175r 100%", "dwr100/D%C5%B5r%20100%25",
          "a*b|c,d/e", "a%2Ab%7Cc%2Cd%2Fe/a%2Ab%7Cc%2Cd%2Fe",
          "\u2764\uFE0F", "%E2%9D%A4/%E2%9D%A4%EF%B8%8F");

  private WordClouds() {}

  public static WordsSettings settings(int entries, Language... languages) {
    return new WordsSettings("How?", entries, 25, false, List.of(languages), "I pass");
  }

  /** In which a moderator lets everything through first. */
  static WordsSettings approvedFirst() {
    return new WordsSettings("How?", 3, 25, true, List.of(), "I pass");
  }

  public static BallotPaper<WordsSettings, List<Term>> paper(WordsSettings settings) {
    return new BallotPaper<>(new WordsBallots(), settings);
  }

  /** Every list of entries that {@link #PAPER} takes; some are one term twice. */
  public static Arbitrary<List<String>> entries() {
    return Arbitraries.of(COUNTERS.keySet()).list().ofMinSize(1).ofMaxSize(3);
  }

  /** What entries add that are of a term each. */
  public static Map<String, Long> adds(List<String> entries) {
    Map<String, Long> counts = new HashMap<>();
    for (String entry : entries) counts.merge(COUNTERS.get(entry), 1L, Long::sum);
    return counts;
  }

  public static String word(WordsSettings settings, String... entries) {
    return paper(settings).write(new Answer(List.of(entries), entries.length == 0));
  }

  /** Of people who wrote these, entries apart by a comma; an empty one abstains. */
  public static Tally tally(WordsSettings settings, Rulings rulings, String... people) {
    return recount(settings, rulings, people).recounted(paper(settings));
  }

  public static Recount recount(WordsSettings settings, Rulings rulings, String... people) {
    List<String> words =
        java.util.Arrays.stream(people)
            .map(p -> word(settings, p.isEmpty() ? new String[0] : p.split(",")))
            .toList();
    Tally none = Tally.none(1).under(rulings);
    Tally tally = new Recount(none, words).recounted(paper(settings));
    Tally shown =
        new Tally(
            1,
            7,
            tally.counts(),
            tally.voted(),
            tally.abstained(),
            0,
            people.length,
            true,
            people.length,
            rulings);
    return new Recount(tally, words, null, shown);
  }

  static Rulings none() {
    return Rulings.NONE;
  }

  /** {@code "family", "hidden"}, {@code "family", ">other"}, {@code "family", "=Called"}. */
  public static Rulings rulings(String... pairs) {
    Map<String, Ruling> decided = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) decided.put(pairs[i], ruling(pairs[i + 1]));
    return new Rulings(1, decided);
  }

  private static Ruling ruling(String said) {
    return switch (said.charAt(0)) {
      case '>' -> new Ruling(1, Standing.SHOWN, said.substring(1), "");
      case '=' -> new Ruling(1, Standing.SHOWN, "", said.substring(1));
      default -> new Ruling(1, Standing.valueOf(said.toUpperCase(java.util.Locale.ROOT)), "", "");
    };
  }
}
