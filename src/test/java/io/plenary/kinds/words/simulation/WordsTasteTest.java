package io.plenary.kinds.words.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.words.WordClouds;
import io.plenary.kinds.words.WordsSettings;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.kinds.words.wire.WordsWire;
import io.plenary.protocol.RoomBallot;
import io.plenary.voting.Answer;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordsTasteTest {
  private static WordsWire.Words words(int entries, int length, Language... languages) {
    return new WordsWire.Words(
        new RoomBallot("w", 1, ActivityState.OPEN, Results.STAGE, null, null, null, null),
        "How?",
        entries,
        length,
        false,
        List.of(languages),
        null);
  }

  @Property(tries = 200)
  void everyAnswerIsTaken(
      @ForAll @IntRange(min = 1, max = 5) int entries,
      @ForAll @IntRange(min = 10, max = 40) int length,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      List<String> answer =
          new WordsTaste().answer(words(entries, length, Language.values()), seed, random);
      assertTrue(!answer.isEmpty() && answer.size() <= entries);
      assertTrue(answer.stream().allMatch(entry -> entry.length() <= length), answer::toString);
      Answer sent = new Answer(answer, false);
      for (Language[] languages : List.of(new Language[0], Language.values())) {
        var paper =
            WordClouds.paper(new WordsSettings("How?", 5, 40, false, List.of(languages), null));
        assertEquals(sent, paper.answer(paper.write(sent)), "every entry is a term of its own");
      }
    }
  }

  @Test
  void fewWordsAreCommonManyAreRareAndSomeAreWelsh() {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, Integer> counts = new HashMap<>();
    int capitals = 0;
    for (int i = 0; i < 3_000; i++) {
      for (String entry : new WordsTaste().answer(words(3, 25, Language.CY), 3, random)) {
        counts.merge(entry.toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        if (entry.equals(entry.toUpperCase(java.util.Locale.ROOT))) capitals++;
      }
    }
    List<Integer> sorted = counts.values().stream().sorted((a, b) -> b - a).toList();
    assertTrue(sorted.get(0) > 500, sorted::toString);
    assertTrue(sorted.size() > 80 && sorted.get(60) < 60, sorted::toString);
    assertTrue(capitals > 20, "" + capitals);
    assertTrue(counts.keySet().stream().anyMatch(w -> w.equals("cydweithio") || w.equals("balch")));
    Map<String, Integer> english = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      new WordsTaste()
          .answer(words(1, 25), 3, random)
          .forEach(w -> english.merge(w, 1, Integer::sum));
    }
    assertEquals(0, english.keySet().stream().filter(w -> w.equalsIgnoreCase("balch")).count());
  }
}
