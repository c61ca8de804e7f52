package io.plenary.kinds.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotState;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.VoteRules;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a vote may be, and what votes add up to. */
class VoteRulesTest {
  private static final PollQuestion Q =
      new PollQuestion(
          "Q",
          List.of(
              new PollOption("o1", "a", false),
              new PollOption("o2", "b", false),
              new PollOption("o3", "c", false),
              new PollOption("o4", "none", true)),
          2,
          "no view");

  private static Reason judged(PollQuestion question, Poll.State state, long round, Answer answer) {
    try {
      VoteRules.judge(
          new Poll(new BallotState("p", 1, 2, state, Results.HIDDEN), question), round, answer);
      return null;
    } catch (RuleViolation e) {
      return e.reason();
    }
  }

  private static Reason judged(String... options) {
    return judged(Q, Poll.State.OPEN, 2, choosing(options));
  }

  /**
   * Every subset of the options and a stranger, with and without abstaining, against what the poll
   * says in words.
   */
  @Property
  void acceptsExactlyWhatThePollOffers(
      @ForAll @IntRange(max = 31) int bits,
      @ForAll boolean abstain,
      @ForAll @IntRange(min = 1, max = 4) int max,
      @ForAll boolean mayAbstain) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 5; i++) if ((bits >> i & 1) == 1) chosen.add("o" + (i + 1));
    boolean fits =
        abstain
            ? bits == 0 && mayAbstain
            : bits != 0
                && (bits & 16) == 0
                && Integer.bitCount(bits) <= max
                && (bits == 8 || (bits & 8) == 0);
    PollQuestion question = new PollQuestion("Q", Q.options(), max, mayAbstain ? "no view" : null);
    assertEquals(
        fits ? null : Reason.BAD_ANSWER,
        judged(question, Poll.State.OPEN, 2, new Answer(chosen, abstain)));
  }

  @Test
  void whereThePollStandsComesFirst() {
    Answer good = choosing("o1");
    assertEquals(null, judged(Q, Poll.State.OPEN, 2, good));
    assertEquals(
        null,
        judged(Q, Poll.State.LOCKED, 2, good),
        "it may have been cast in time: the store decides");
    assertEquals(Reason.NOT_OPEN, judged(Q, Poll.State.DRAFT, 2, good));
    for (Poll.State state : Poll.State.values()) {
      assertEquals(Reason.ACTIVITY_CHANGED, judged(Q, state, 1, good));
      assertEquals(Reason.ACTIVITY_CHANGED, judged(Q, state, 3, choosing("zz")));
    }
  }

  @Test
  void theOrderOfTapsSaysNothing() {
    assertEquals(Choice.of("o1", "o2"), Choice.of("o2", "o1", "o2"));
    assertEquals(Reason.BAD_ANSWER, judged("o3", "o3"));
    assertEquals(List.of(), Choice.abstaining().options());
  }

  /** Numbers 1 to 7 choose a set of three options, 0 abstains. */
  @Property
  void aRecountSaysWhatTheBallotsSay(
      @ForAll @Size(max = 60) List<@IntRange(max = 7) Integer> votes,
      @ForAll @IntRange(max = 7) int more) {
    List<String> ballots = votes.stream().map(VoteRulesTest::word).toList();
    Map<String, Long> counts = new HashMap<>();
    for (int i = 1; i <= 3; i++) {
      int bit = 1 << (i - 1);
      long n = votes.stream().filter(v -> (v & bit) != 0).count();
      if (n > 0) counts.put("o" + i, n);
    }
    long abstained = votes.stream().filter(v -> v == 0).count();
    Tally tally = new Tally(3, 17, counts, votes.size() - abstained, abstained, 5);
    Recount recount = new Recount(tally, ballots);
    assertEquals(tally, recount.recounted(Polls.PAPER));
    assertTrue(recount.agrees(Polls.PAPER));
    assertEquals(!votes.isEmpty(), tally.hasVotes());
    List<String> one = new ArrayList<>(ballots);
    one.add(word(more));
    assertFalse(new Recount(tally, one).agrees(Polls.PAPER), "one ballot more than was counted");
  }

  @Test
  void anOptionWithoutVotesIsAsIfNotCounted() {
    Tally changed = new Tally(1, 9, Map.of("o1", 0L, "o2", 1L), 1, 0, 0);
    assertTrue(
        new Recount(changed, List.of(Polls.word("o2"))).agrees(Polls.PAPER),
        "somebody went from o1 to o2");
    assertEquals(0, changed.count("o1"));
  }

  private static Answer choosing(String... options) {
    return new Answer(List.of(options), false);
  }

  private static String word(int bits) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 3; i++) if ((bits >> i & 1) == 1) chosen.add("o" + (i + 1));
    return Polls.word(chosen.toArray(String[]::new));
  }
}
