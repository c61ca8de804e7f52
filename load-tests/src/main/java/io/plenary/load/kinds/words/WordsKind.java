package io.plenary.load.kinds.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Word clouds of up to three entries a person and 4,000 different terms: few that many write, and
 * many that few do. Terms are counted from the ballots as their definition says.
 */
public final class WordsKind implements BallotKind {
  private static final int TERMS = 4_000;
  private static final int ENTRIES = 3;
  private static final int SYLLABLES = 100;

  /** So many different ballots; with three entries each they have all terms. */
  private static final int BALLOTS = 4_093;

  @Override
  public String name() {
    return "words";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity-words");
    ((ObjectNode) create.get("draft")).put("entries", ENTRIES).put("results", results);
    return create;
  }

  /** In rooms as most are everybody gives all entries. An entry is its own term. */
  @Override
  public Answers answers(JsonNode asked, Size size) {
    Random random = new Random(1);
    List<List<String>> ballots = new ArrayList<>();
    for (int i = 0; i < BALLOTS; i++) {
      int entries = size == Size.USUAL ? ENTRIES : 1 + i % ENTRIES;
      TreeSet<String> ballot = new TreeSet<>();
      ballot.add(term(i % TERMS));
      while (ballot.size() < entries) {
        ballot.add(term((int) (TERMS * Math.pow(random.nextDouble(), 4))));
      }
      ballots.add(List.copyOf(ballot));
    }
    return Answers.of(ballots);
  }

  /** A word of three syllables, in no language. */
  private static String term(int number) {
    return syllable(number / SYLLABLES) + syllable(number % SYLLABLES) + "ne";
  }

  private static String syllable(int number) {
    return "" + "bcdfghjklmnpqrtvwxyz".charAt(number / 5) + "aeiou".charAt(number % 5);
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    Map<String, Long> counted = new HashMap<>();
    ballots.forEach(
        (entries, people) -> entries.forEach(e -> counted.merge(e, (long) people, Long::sum)));
    for (JsonNode term : results.get("words")) {
      String text = term.get("text").asText();
      long people = counted.containsKey(text) ? counted.remove(text) : 0;
      if (term.get("count").asLong() != people) {
        faults.add(text + " is given as " + term.get("count") + ", and ballots say " + people);
      }
    }
    if (!counted.isEmpty()) faults.add(counted.size() + " terms of ballots are not in the result");
    if (!results.get("unshown").isEmpty()) faults.add("terms are held back that are harmless");
  }
}
