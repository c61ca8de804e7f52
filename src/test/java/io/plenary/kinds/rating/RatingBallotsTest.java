package io.plenary.kinds.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be answered, and what is kept of it. */
class RatingBallotsTest {
  private static final List<String> ENTRIES =
      List.of("a:1", "a:3", "a:none", "b:2", "b:4", "b:none", "c:1", "a:0");

  @Property
  void acceptsExactlyWhatTheRatingOffers(
      @ForAll @Size(max = 3) List<@IntRange(max = 7) Integer> numbers,
      @ForAll boolean opinion,
      @ForAll boolean abstain) {
    RatingSettings settings = Ratings.settings(2, Ratings.points(3), opinion ? "No opinion" : null);
    List<String> entries = numbers.stream().map(ENTRIES::get).toList();
    Set<String> rated = new HashSet<>(entries.stream().map(e -> e.substring(0, 1)).toList());
    boolean known = entries.stream().noneMatch(Set.of("b:4", "c:1", "a:0")::contains);
    boolean fits =
        abstain
            ? entries.isEmpty()
            : known
                && rated.size() == entries.size()
                && (opinion
                    ? rated.equals(Set.of("a", "b"))
                    : !entries.isEmpty() && entries.stream().noneMatch(e -> e.endsWith("none")));
    var paper = Ratings.paper(settings);
    if (!fits) {
      assertThrows(RuleViolation.class, () -> paper.write(new Answer(entries, abstain)));
    } else {
      String word = paper.write(new Answer(entries, abstain));
      assertEquals(entries.stream().sorted().toList(), paper.answer(word).entries());
      assertEquals(abstain, paper.answer(word).abstain());
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "nothing",
      value = {
        "nothing,       false, No opinion, Rate at least one statement.",
        "a:1,           false, No opinion, 'Rate every statement, or say that you have no"
            + " opinion.'",
        "a:none,        false, nothing,    This rating offers no way to have no opinion.",
        "a:1 a:2,       false, nothing,    Rate each statement once.",
        "a:1 a:1,       false, nothing,    Rate each statement once.",
        "a:4,           false, nothing,    This point is not on the scale.",
        "a:01,          false, nothing,    This point is not on the scale.",
        "a:,            false, nothing,    This point is not on the scale.",
        "a:1:2,         false, nothing,    This point is not on the scale.",
        "x:1,           false, nothing,    This statement is not in the rating.",
        "a,             false, nothing,    This statement is not in the rating.",
        ":1,            false, nothing,    This statement is not in the rating.",
        "a:1,           true,  nothing,    A vote either rates or abstains."
      })
  void aRefusalSaysWhatToDo(String entries, boolean abstain, String noOpinion, String said) {
    var paper = Ratings.paper(Ratings.settings(2, Ratings.points(3), noOpinion));
    List<String> answer = entries == null ? List.of() : List.of(entries.split(" "));
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> paper.write(new Answer(answer, abstain)));
    assertEquals(said, refused.getMessage());
  }

  @Test
  void whoCannotAbstainIsToldSo() {
    RatingSettings may = Ratings.settings(1, Ratings.points(2), null);
    var paper =
        Ratings.paper(
            new RatingSettings(may.question(), may.statements(), may.scale(), null, null));
    RuleViolation refused = assertThrows(RuleViolation.class, () -> paper.write(Answer.ABSTAINED));
    assertEquals("This rating offers no way to abstain.", refused.getMessage());
  }

  @Test
  void aTextIsItsOwnListOfCounters() {
    assertEquals("a:2,b:none", Ratings.PAPER.write(new Answer(List.of("b:none", "a:2"), false)));
    assertEquals("-", Ratings.PAPER.write(Answer.ABSTAINED));
    RatingSettings ten = Ratings.settings(10, Ratings.points(10), null);
    List<String> all = IntStream.range(0, 10).mapToObj(i -> Ratings.id(i) + ":10").toList();
    String word = Ratings.paper(ten).write(new Answer(all, false));
    assertEquals(all, List.of(word.split(",")), "kept once, in 49 bytes");
  }

  /** Ids that the server gave, of which the tenth stands before the second as a text. */
  @Test
  void theTenthStatementIsKeptOnceToo() {
    RatingSettings ten =
        new RatingSettings(
            "Q",
            IntStream.rangeClosed(1, 10).mapToObj(i -> new Statement("o" + i, "S" + i)).toList(),
            Ratings.PROMOTER,
            null,
            null);
    List<String> all = IntStream.rangeClosed(1, 10).mapToObj(i -> "o" + i + ":" + i).toList();
    String word = Ratings.paper(ten).write(new Answer(all, false));
    assertEquals(-1, word.indexOf('|'), word);
    assertEquals(new HashSet<>(all), new HashSet<>(Ratings.paper(ten).answer(word).entries()));
  }
}
