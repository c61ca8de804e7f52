package io.plenary.kinds.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be answered, and what is kept of it. */
class PointsBallotsTest {
  /** Points for a, b, c, and for d, which is not in the poll. */
  @Property
  void takesExactlyWhatAddsUpInSteps(
      @ForAll @Size(4) List<@IntRange(max = 6) Integer> points,
      @ForAll @IntRange(min = 1, max = 3) int step,
      @ForAll @IntRange(min = 1, max = 4) int steps) {
    PointsSettings asked = PointsPolls.settings(3, step * steps, step);
    List<String> entries =
        IntStream.range(0, 4)
            .filter(i -> points.get(i) > 0)
            .mapToObj(i -> PointsPolls.id(i) + ":" + points.get(i))
            .toList();
    boolean fits =
        points.get(3) == 0
            && points.stream().allMatch(p -> p % step == 0)
            && points.stream().mapToInt(p -> p).sum() == step * steps;
    var paper = PointsPolls.paper(asked);
    if (!fits) {
      assertThrows(RuleViolation.class, () -> paper.write(new Answer(entries, false)));
    } else {
      assertEquals(
          new Answer(entries, false), paper.answer(paper.write(new Answer(entries, false))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none,          false, Give all 100 points: this vote gives 0.",
        "a:95,          false, Give all 100 points: this vote gives 95.",
        "a:95 b:10,     false, Give all 100 points: this vote gives 105.",
        "a:97 b:3,      false, Give points in steps of 5.",
        "a:50 a:50,     false, Give points to each option once.",
        "a:50 z:50,     false, This option is not in the poll.",
        "A:100,         false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a:100 b:0,     false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a:0100,        false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a:105 b:-5,    false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a:1e2,         false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a:99999999999, false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a*100,         false, 'Give points as whole numbers, such as a:5, and leave out who is"
            + " given none.'",
        "a:100,         true,  A vote either gives points or abstains."
      })
  void aRefusalSaysWhatToDo(String entries, boolean abstain, String said) {
    var paper = PointsPolls.paper(PointsPolls.settings(3, 100, 5));
    List<String> given = entries == null ? List.of() : List.of(entries.split(" "));
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> paper.write(new Answer(given, abstain)));
    assertEquals(Reason.BAD_ANSWER, refused.reason());
    assertEquals(said, refused.getMessage());
  }

  @Test
  void whoCannotAbstainIsToldSo() {
    PointsSettings with = PointsPolls.settings(2, 10, 1);
    var paper =
        PointsPolls.paper(new PointsSettings("Q", with.options(), 10, 1, /* abstain= */ null));
    RuleViolation refused = assertThrows(RuleViolation.class, () -> paper.write(Answer.ABSTAINED));
    assertEquals("This poll offers no way to abstain.", refused.getMessage());
  }

  /** Equal ballots are equal texts, which are their own contributions: nothing is kept twice. */
  @Test
  void pointsAndGiversAreKeptOnce() {
    var paper = PointsPolls.paper(PointsPolls.settings(3, 10, 1));
    assertEquals("a*9,a@,c,c@", paper.write(new Answer(List.of("c:1", "a:9"), false)));
    assertEquals("b*10,b@", paper.write(new Answer(List.of("b:10"), false)));
    assertEquals("-", paper.write(Answer.ABSTAINED));
    assertEquals(new Answer(List.of("a:9", "c:1"), false), paper.answer("a*9,a@,c,c@"));
  }

  /** Two counters for each option, however many people answer whatever. */
  @Test
  void countersAreFew() {
    PointsSettings asked = PointsPolls.settings(10, 1_000, 1);
    Random random = new Random(3);
    List<List<String>> answers =
        IntStream.range(0, 500).mapToObj(i -> PointsPolls.answer(asked, random)).toList();
    assertEquals(20, PointsPolls.tally(asked, answers).counts().size());
    String word = PointsPolls.paper(asked).write(new Answer(answers.get(0), false));
    assertTrue(word.length() < 100, word);
  }

  /** Ids that sort in another order than the options stand, and behind each other's counters. */
  @Test
  void anyIdsAreKeptTheSameWay() {
    List<String> ids = List.of("o10", "o1", "o", "z", "o2");
    PointsSettings asked =
        new PointsSettings(
            "Q", ids.stream().map(id -> new PointsOption(id, id)).toList(), 10, 1, "-");
    var paper = PointsPolls.paper(asked);
    Answer answer = new Answer(List.of("z:2", "o10:1", "o1:3", "o:4"), false);
    String word = paper.write(answer);
    assertEquals(-1, word.indexOf('|'), word);
    assertEquals(
        List.of("o:4", "o10:1", "o1:3", "z:2").stream().sorted().toList(),
        paper.answer(word).entries().stream().sorted().toList());
    assertEquals(8, word.split(",").length, () -> Arrays.toString(word.split(",")));
  }
}
