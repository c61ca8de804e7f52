package io.plenary.kinds.number.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.number.NumberPolls;
import io.plenary.kinds.number.wire.NumberWire;
import io.plenary.protocol.RoomBallot;
import io.plenary.voting.Answer;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTasteTest {
  private static NumberWire.NumberPoll poll(String min, String max, String step) {
    return new NumberWire.NumberPoll(
        new RoomBallot("p", 1, ActivityState.OPEN, Results.STAGE, null, null, null, null),
        "How many?",
        min,
        max,
        step,
        "years",
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 1",
    "-1, 1, 0.1",
    "5, 6, 1",
    "-1000000000000, 1000000000000, 0.000001",
    "0.3, 0.9, 0.2"
  })
  void everyAnswerCanBeGiven(String min, String max, String step) {
    var paper = NumberPolls.paper(NumberPolls.settings(min, max, step, null));
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      List<String> answer = new NumberTaste().answer(poll(min, max, step), i / 20, random);
      assertEquals(answer, paper.answer(paper.write(new Answer(answer, false))).entries());
    }
  }

  @Test
  void aRoomLeansTogetherAndPeopleDiffer() {
    SplittableRandom random = new SplittableRandom(3);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      seen.addAll(new NumberTaste().answer(poll("0", "100", "1"), 5, random));
    }
    assertTrue(seen.size() > 10 && seen.size() < 90, seen::toString);
  }
}
