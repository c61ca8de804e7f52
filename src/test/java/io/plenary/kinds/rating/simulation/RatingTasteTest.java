package io.plenary.kinds.rating.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.rating.RatingScale;
import io.plenary.kinds.rating.RatingSettings;
import io.plenary.kinds.rating.Ratings;
import io.plenary.kinds.rating.wire.RatingWire;
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

class RatingTasteTest {
  private static RatingWire.Rating rating(RatingSettings of) {
    return new RatingWire.Rating(
        new RoomBallot("r", 1, ActivityState.OPEN, Results.STAGE, null, null, null, null),
        of.question(),
        of.statements().stream().map(s -> new RatingWire.Item(s.id(), s.text())).toList(),
        of.scale(),
        of.noOpinion(),
        null);
  }

  @Property(tries = 300)
  void everyAnswerFits(
      @ForAll @IntRange(min = 1, max = 10) int statements,
      @ForAll @IntRange(min = 2, max = 11) int points,
      @ForAll boolean opinion,
      @ForAll long seed) {
    RatingScale scale = points == 11 ? Ratings.PROMOTER : Ratings.points(points);
    RatingSettings asked = Ratings.settings(statements, scale, opinion ? "None" : null);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      List<String> entries = new RatingTaste().answer(rating(asked), seed, random);
      assertEquals(
          entries,
          Ratings.paper(asked)
              .answer(Ratings.paper(asked).write(new Answer(entries, false)))
              .entries());
    }
  }

  @Test
  void aRoomLeansAsAWholeAndEveryPointHasItsChance() {
    RatingSettings asked = Ratings.settings(3, Ratings.AGREEMENT, "No opinion");
    Map<String, Integer> given = new HashMap<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3_000; i++) {
      for (String entry : new RatingTaste().answer(rating(asked), 3, random)) {
        given.merge(entry, 1, Integer::sum);
      }
    }
    for (String id : List.of("a", "b", "c")) {
      assertTrue(given.get(id + ":none") > 100, given::toString);
      long points = given.keySet().stream().filter(e -> e.startsWith(id + ":")).count();
      assertTrue(points >= 5, given::toString);
      int most =
          given.entrySet().stream()
              .filter(e -> e.getKey().startsWith(id))
              .mapToInt(Map.Entry::getValue)
              .max()
              .orElse(0);
      assertTrue(most > 700, given::toString);
    }
  }
}
