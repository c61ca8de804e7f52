package io.plenary.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
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
  private static final Question Q = new Question("Q",
      List.of(new Option("o1", "a", false), new Option("o2", "b", false), new Option("o3", "c", false), new Option("o4", "none", true)), 2, "no view");

  private static Reason judged(Question question, Poll.State state, long round, Choice choice) {
    try {
      VoteRules.judge(new Poll("p", 1, 2, question, state, Poll.Results.HIDDEN), round, choice);
      return null;
    } catch (Refused e) {
      return e.reason();
    }
  }

  private static Reason judged(Choice choice) {
    return judged(Q, Poll.State.OPEN, 2, choice);
  }

  /** Every subset of the options and a stranger, with and without abstaining, against what the poll says in words. */
  @Property
  void acceptsExactlyWhatThePollOffers(@ForAll @IntRange(max = 31) int bits, @ForAll boolean abstain, @ForAll @IntRange(min = 1, max = 4) int max,
      @ForAll boolean mayAbstain) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 5; i++) if ((bits >> i & 1) == 1) chosen.add("o" + (i + 1));
    boolean fits = abstain ? bits == 0 && mayAbstain
        : bits != 0 && (bits & 16) == 0 && Integer.bitCount(bits) <= max && (bits == 8 || (bits & 8) == 0);
    Question question = new Question("Q", Q.options(), max, mayAbstain ? "no view" : null);
    assertEquals(fits ? null : Reason.BAD_CHOICE, judged(question, Poll.State.OPEN, 2, new Choice(chosen, abstain)));
  }

  @Test
  void whereThePollStandsComesFirst() {
    Choice good = Choice.of("o1");
    assertEquals(null, judged(Q, Poll.State.OPEN, 2, good));
    assertEquals(null, judged(Q, Poll.State.LOCKED, 2, good), "it may have been cast in time: the store decides");
    assertEquals(Reason.NOT_OPEN, judged(Q, Poll.State.DRAFT, 2, good));
    for (Poll.State state : Poll.State.values()) {
      assertEquals(Reason.POLL_CHANGED, judged(Q, state, 1, good));
      assertEquals(Reason.POLL_CHANGED, judged(Q, state, 3, Choice.of("zz")));
    }
  }

  @Test
  void theOrderOfTapsSaysNothing() {
    assertEquals(Choice.of("o1", "o2"), Choice.of("o2", "o1", "o2"));
    assertEquals(null, judged(Choice.of("o3", "o3", "o3")));
    assertEquals(List.of(), Choice.abstaining().options());
  }

  /** Numbers 1 to 7 choose a set of three options, 0 abstains. */
  @Property
  void aRecountSaysWhatTheBallotsSay(@ForAll @Size(max = 60) List<@IntRange(max = 7) Integer> votes, @ForAll @IntRange(max = 7) int more) {
    List<Choice> ballots = votes.stream().map(VoteRulesTest::choice).toList();
    Map<String, Long> counts = new HashMap<>();
    for (int i = 1; i <= 3; i++) {
      int bit = 1 << i - 1;
      long n = votes.stream().filter(v -> (v & bit) != 0).count();
      if (n > 0) counts.put("o" + i, n);
    }
    long abstained = votes.stream().filter(v -> v == 0).count();
    Tally tally = new Tally(3, 17, counts, votes.size() - abstained, abstained, 5);
    Recount recount = new Recount(tally, ballots);
    assertEquals(tally, recount.recounted());
    assertTrue(recount.agrees());
    assertEquals(!votes.isEmpty(), tally.hasVotes());
    List<Choice> one = new ArrayList<>(ballots);
    one.add(choice(more));
    assertFalse(new Recount(tally, one).agrees(), "one ballot more than was counted");
  }

  @Test
  void anOptionWithoutVotesIsAsIfNotCounted() {
    Tally changed = new Tally(1, 9, Map.of("o1", 0L, "o2", 1L), 1, 0, 0);
    assertTrue(new Recount(changed, List.of(Choice.of("o2"))).agrees(), "somebody went from o1 to o2");
    assertEquals(0, changed.count("o1"));
  }

  private static Choice choice(int bits) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 3; i++) if ((bits >> i & 1) == 1) chosen.add("o" + (i + 1));
    return new Choice(chosen, bits == 0);
  }
}
