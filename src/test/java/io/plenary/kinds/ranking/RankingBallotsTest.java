package io.plenary.kinds.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.RuleViolation;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotPaper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be answered, and what is kept of it. */
class RankingBallotsTest {
  /** Numbers 0 to 3 are options; 4 is none. */
  @Property
  void acceptsExactlyWhatTheRankingOffers(
      @ForAll @Size(max = 5) List<@IntRange(max = 4) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 4) int places,
      @ForAll boolean abstain,
      @ForAll boolean mayAbstain) {
    RankingSettings four = Rankings.settings(4, places, Unranked.MEAN);
    RankingSettings settings =
        mayAbstain
            ? four
            : new RankingSettings("Q", four.options(), places, false, Unranked.MEAN, null);
    boolean fits =
        abstain
            ? numbers.isEmpty() && mayAbstain
            : !numbers.isEmpty()
                && numbers.size() <= places
                && new HashSet<>(numbers).size() == numbers.size()
                && !numbers.contains(4);
    List<String> order = numbers.stream().map(Rankings::id).toList();
    BallotPaper<RankingSettings, RankOrder> paper = Rankings.paper(settings);
    if (!fits) {
      assertThrows(RuleViolation.class, () -> paper.write(new Answer(order, abstain)));
    } else {
      String word = paper.write(new Answer(order, abstain));
      assertEquals(new Answer(order, abstain), paper.answer(word));
      assertEquals(new RankOrder(order), paper.ballot(word));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none,   false, 2, Rank at least one option.",
        "a b c,  false, 2, Rank at most 2 options.",
        "a b,    false, 1, Rank one option.",
        "a a,    false, 2, Give each option one place at most.",
        "a a a,  false, 2, Give each option one place at most.",
        "a d,    false, 2, This option is not in the ranking.",
        "A,      false, 2, This option is not in the ranking.",
        "'a>b',  false, 2, This option is not in the ranking.",
        "a,      true,  2, A vote either ranks or abstains."
      })
  void aRefusalSaysWhatToDo(String options, boolean abstain, int places, String said) {
    var paper = Rankings.paper(Rankings.settings(3, places, Unranked.MEAN));
    List<String> order = options == null ? List.of() : List.of(options.split(" "));
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> paper.write(new Answer(order, abstain)));
    assertEquals(said, refused.getMessage());
  }

  @Test
  void whoCannotAbstainIsToldSo() {
    var paper =
        Rankings.paper(
            new RankingSettings(
                "Q",
                Rankings.settings(2, 1, Unranked.MEAN).options(),
                1,
                false,
                Unranked.MEAN,
                null));
    RuleViolation refused = assertThrows(RuleViolation.class, () -> paper.write(Answer.ABSTAINED));
    assertEquals("This ranking offers no way to abstain.", refused.getMessage());
  }

  @Test
  void thePlacesAndThePairsAreKept() {
    var paper = Rankings.PAPER;
    assertEquals("b>a|a@2,b>a,b@1", paper.write(new Answer(List.of("b", "a"), false)));
    assertEquals("a>b|a@1,b@2", paper.write(new Answer(List.of("a", "b"), false)));
    assertEquals("c|a&b,c@1", paper.write(new Answer(List.of("c"), false)));
    assertEquals("-", paper.write(Answer.ABSTAINED));
    var fewOfMany = Rankings.paper(Rankings.settings(5, 2, Unranked.MEAN));
    assertEquals("e>b|b&e,b@2,e>b,e@1", fewOfMany.write(new Answer(List.of("e", "b"), false)));
    assertEquals("c|c@1", fewOfMany.write(new Answer(List.of("c"), false)));
  }

  /** The longest word there can be stays small beside what is kept of a vote anyway. */
  @Test
  void fifteenPlacesMakeAWordOfLessThanTwoKilobytes() {
    RankingSettings settings = Rankings.settings(15, 15, Unranked.MEAN);
    List<String> reversed = new ArrayList<>(settings.ids());
    Collections.reverse(reversed);
    String word = Rankings.paper(settings).write(new Answer(reversed, false));
    assertEquals(15 + 15 * 14 / 2, word.substring(word.indexOf('|')).split(",").length);
    assertTrue(word.length() < 2_000, () -> "" + word.length());
  }
}
