package io.plenary.kinds.words.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.plenary.kinds.words.Words;
import io.plenary.kinds.words.WordsCount;
import io.plenary.kinds.words.WordsCount.Counted;
import io.plenary.kinds.words.WordsCount.Shown;
import io.plenary.voting.Answer;
import io.plenary.voting.Tally;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms as files have them. What the room did not see, files do not say: a ballot has a number in
 * its place. Numbers go by how many wrote a term, and where that is level by a hash, so that they
 * tell nothing of what it says.
 *
 * @param shown most counted first
 * @param unshown the first is number 1
 */
record FiledWords(Words words, Tally tally, List<Counted> shown, List<Counted> unshown) {
  static final String SHOWN = "words";
  static final String UNSHOWN = "unshown";

  /** In the place of what files do not say. */
  static final String NO_FORM = "-";

  static FiledWords of(Words words, Tally tally) {
    WordsCount count = WordsCount.of(words.asked(), tally);
    return new FiledWords(
        words,
        tally,
        count.shown(),
        count.terms().stream()
            .filter(term -> term.shown() != Shown.SHOWN)
            .sorted(
                Comparator.comparingLong(Counted::count)
                    .reversed()
                    .thenComparing(term -> place(term.family())))
            .toList());
  }

  /** What stands for the term with this number when a file is counted, as a family. */
  static String keptBack(int number) {
    return WordsCount.KEPT_BACK + "%09d".formatted(number);
  }

  private static String place(String family) {
    if (family.startsWith(WordsCount.KEPT_BACK)) return family;
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(family.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Sorted as they stand here: the order before would tell where in the alphabet a number is. */
  void write(List<Answer> answers, ArrayNode into) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < unshown.size(); i++) numbers.put(unshown.get(i).family(), i + 1);
    List<ArrayNode> ballots = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer.abstain()) into.addNull();
      else ballots.add(ballot(answer, numbers, into.arrayNode()));
    }
    ballots.sort(Comparator.comparing(ArrayNode::toString));
    ballots.forEach(into::add);
  }

  /** Texts in their order, then numbers: of each term the first form, which is what counts. */
  private ArrayNode ballot(Answer answer, Map<String, Integer> numbers, ArrayNode into) {
    Set<String> before = new HashSet<>();
    List<Integer> kept = new ArrayList<>();
    for (String entry : answer.entries()) {
      String family = words.countedAs(entry, tally.rulings());
      if (!before.add(family)) continue;
      Integer number = numbers.get(family);
      if (number == null) into.add(entry);
      else kept.add(number);
    }
    kept.stream().sorted().forEach(into::add);
    return into;
  }
}
