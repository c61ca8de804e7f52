package io.plenary.kinds.points;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums and givers of many polls, beside what the answers say when they are read one by one. */
class PointsResultTest {
  @Test
  void twoHundredPollsAreCountedAsTheyWereAnswered() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int step = List.of(1, 2, 5, 10, 25).get(random.nextInt(5));
      PointsSettings asked =
          PointsPolls.settings(2 + random.nextInt(9), step * (1 + random.nextInt(20)), step);
      List<List<String>> answers = new ArrayList<>();
      for (int people = random.nextInt(80); people > 0; people--) {
        answers.add(PointsPolls.answer(asked, random));
      }
      var tally = PointsPolls.tally(asked, answers);
      PointsResult result = PointsResult.of(asked, tally);

      Map<String, List<Integer>> gifts = new HashMap<>();
      int voted = 0;
      for (List<String> answer : answers) {
        if (!answer.isEmpty()) voted++;
        for (String entry : answer) {
          String[] of = entry.split(":");
          gifts.computeIfAbsent(of[0], id -> new ArrayList<>()).add(Integer.valueOf(of[1]));
        }
      }
      assertEquals(voted, tally.voted(), "poll " + seed);
      long all = 0;
      for (int i = 0; i < asked.options().size(); i++) {
        List<Integer> got = gifts.getOrDefault(PointsPolls.id(i), List.of());
        long sum = 0;
        for (int points : got) sum += points;
        all += sum;
        assertEquals(sum, result.points().get(i), "poll " + seed + ", option " + i);
        assertEquals(got.size(), result.givers().get(i), "poll " + seed + ", option " + i);
      }
      assertEquals((long) voted * asked.total(), all, "the means add up to what each has");
    }
  }

  @Test
  void nobodyGaveNothing() {
    PointsSettings asked = PointsPolls.settings(2, 10, 5);
    assertEquals(
        new PointsResult(List.of(0L, 0L), List.of(0L, 0L)),
        PointsResult.of(asked, PointsPolls.tally(asked, List.of(List.of()))));
  }
}
