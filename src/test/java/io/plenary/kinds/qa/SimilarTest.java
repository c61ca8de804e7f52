package io.plenary.kinds.qa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SimilarTest {
  @Test
  void findsTheSameQuestionInOtherWordsAndNothingElse() {
    Similar similar = new Similar();
    List<String> all =
        List.of(
            "How will you get more women onto the board?",
            "What are you doing about getting more women on boards?",
            "Will there be more women on the board, and how?",
            "Is there childcare during the evening meetings?",
            "What is the gender pay gap in our trust?",
            "Why is flexible working not offered to consultants?",
            "When do we see the gender pay gap figures of the trust?");
    for (int i = 0; i < all.size(); i++) similar.put("q" + i, all.get(i));
    List<String> ids = List.of("q0", "q1", "q2", "q3", "q4", "q5", "q6");
    assertEquals(List.of("q1", "q2"), similar.to("q0", ids::contains).stream().sorted().toList());
    assertEquals(List.of("q6"), similar.to("q4", ids::contains));
    assertEquals(List.of(), similar.to("q3", ids::contains));
    assertEquals(List.of(), similar.to("q5", ids::contains));
    similar.put("q6", "");
    assertEquals(List.of(), similar.to("q4", ids::contains));
    assertEquals(List.of(), similar.to("unknown", ids::contains));
  }

  @Test
  void threeAtMostTheMostSimilarFirst() {
    Similar similar = new Similar();
    similar.put("me", "Who decides about the budget for training?");
    List<String> ids = List.of("e", "d", "c", "b", "a");
    for (String id : ids) {
      similar.put(
          id,
          "Who decides about the budget for training"
              + (id.equals("a") ? " nurses in Wales?" : "?"));
    }
    assertEquals(List.of("b", "c", "d"), similar.to("me", ids::contains));
  }

  @Test
  void amongFiveThousandALookComparesNoMoreThanItMay() {
    Random random = new Random(4);
    Similar similar = new Similar();
    for (int i = 0; i < 5_000; i++) similar.put("q" + i, text(random));
    for (int i = 0; i < 100; i++) {
      long before = similar.compared();
      similar.to("q" + (1_000 + i), id -> true);
      long work = similar.compared() - before;
      assertTrue(
          work > 0 && work <= Similar.FEATURES,
          work + " features compared for one question of a queue");
    }
  }

  private static String text(Random random) {
    StringBuilder words = new StringBuilder();
    while (words.length() < 120) {
      words.append(Long.toString(random.nextInt(40) * 7_919L, 36)).append(' ');
    }
    return words.toString();
  }

  @Property
  void isSymmetricAndOneOnlyForTheSame(
      @ForAll @StringLength(max = 40) String a, @ForAll @StringLength(max = 40) String b) {
    double likeness = Likeness.of(a, b);
    assertEquals(likeness, Likeness.of(b, a));
    assertTrue(likeness >= 0 && likeness <= 1);
    if (a.chars().anyMatch(Character::isLetter)) assertEquals(1, Likeness.of(a, a));
  }
}
