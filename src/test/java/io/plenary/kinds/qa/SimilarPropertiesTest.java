package io.plenary.kinds.qa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The index against comparing everything with everything. */
class SimilarPropertiesTest {
  private record Put(String id, String text) {}

  /** Few ids, so that words change and vanish; few words, so that many are alike. */
  @Provide
  Arbitrary<List<Put>> puts() {
    Arbitrary<String> text =
        Arbitraries.of(
                "parking",
                "parks",
                "nurses",
                "nursing",
                "board",
                "the",
                "will",
                "women",
                "pay",
                "gap",
                "Wales",
                "training")
            .list()
            .ofMaxSize(7)
            .map(words -> String.join(" ", words));
    return Combinators.combine(Arbitraries.integers().between(0, 25).map(i -> "q" + i), text)
        .as(Put::new)
        .list()
        .ofMaxSize(60);
  }

  private static List<String> plain(
      Map<String, String> texts, String of, Predicate<String> wanted) {
    if (texts.get(of).isEmpty()) return List.of();
    Map<String, Double> found = new HashMap<>();
    texts.forEach(
        (id, text) -> {
          double value =
              id.equals(of) || text.isEmpty() || !wanted.test(id)
                  ? 0
                  : Likeness.of(texts.get(of), text);
          if (value >= Similar.ENOUGH) found.put(id, value);
        });
    return found.keySet().stream()
        .sorted(Comparator.comparing((String id) -> -found.get(id)).thenComparing(id -> id))
        .limit(Similar.MOST)
        .toList();
  }

  @Property
  void findsWhatComparingAllFinds(@ForAll("puts") List<Put> puts, @ForAll Set<Byte> unwanted) {
    Predicate<String> wanted = id -> !unwanted.contains(Byte.valueOf(id.substring(1)));
    Similar similar = new Similar();
    Map<String, String> texts = new HashMap<>();
    for (Put put : puts) {
      similar.put(put.id, put.text);
      texts.put(put.id, put.text);
      assertEquals(plain(texts, put.id, wanted), similar.to(put.id, wanted));
    }
    texts
        .keySet()
        .forEach(id -> assertEquals(plain(texts, id, wanted), similar.to(id, wanted), id));
  }

  @Test
  void amongThousandsItFindsTheSameAsComparingAll() {
    String[] words = new String[3_000];
    Random random = new Random(7);
    for (int i = 0; i < words.length; i++) {
      words[i] = Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
    }
    Similar similar = new Similar();
    Map<String, String> texts = new HashMap<>();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("What are we going to do about");
      // Some words are much commoner than others.
      for (int k = 0; k < 8; k++) {
        text.append(' ').append(words[(int) (words.length * Math.pow(random.nextDouble(), 3))]);
      }
      all.add(i % 10 == 9 ? all.get(i - 9).replace("going", "ready") + " now" : text.toString());
      texts.put("q" + i, all.get(i));
      similar.put("q" + i, all.get(i));
    }
    int some = 0;
    for (int i = 0; i < 2_000; i += 40) {
      List<String> found = similar.to("q" + i, id -> true);
      assertEquals(plain(texts, "q" + i, id -> true), found, all.get(i));
      some += found.size();
    }
    assertTrue(some >= 50, "found: " + some);
  }

  @Test
  void whatOneLookCostsDoesNotGrowWithoutBoundAndThoseAlikeAreFoundStill() {
    Postings postings = new Postings();
    int[] features = {1, 2, 3};
    for (int i = 0; i < 50_000; i++) postings.add(i, features);
    Set<Integer> seen = new HashSet<>();
    postings.near(
        features,
        0.5,
        (text, most) -> {
          seen.add(text);
          assertEquals(1, most);
        });
    assertEquals(Postings.READS, seen.size());

    Similar similar = new Similar();
    for (int i = 0; i < 25_000; i++) {
      similar.put("q" + i, "Will there be parking at the new hospital?");
    }
    similar.put("other", "Where do I find the slides?");
    List<String> found = similar.to("q24999", id -> true);
    assertEquals(Similar.MOST, found.size());
    assertTrue(!found.contains("other") && !found.contains("q24999"), found.toString());
    assertEquals(List.of(), similar.to("other", id -> true));
  }
}
