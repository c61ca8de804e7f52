package io.plenary.voting.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.ActivityRef;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.voting.Tally;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewestTallyTest {
  private static final ActivityRef P = new ActivityRef("e", "p");

  @Test
  void keepsTheNewest() {
    Tallies tallies = new Tallies();
    Poll poll = Polls.poll("p", State.OPEN);
    assertFalse(tallies.knows("e", poll) || tallies.of("e", poll).hasVotes());
    assertTrue(tallies.offer(P, tally(1, 5, 1)));
    assertFalse(tallies.offer(P, tally(1, 5, 2)));
    assertFalse(tallies.offer(P, tally(1, 4, 2)));
    assertTrue(tallies.offer(P, tally(2, 5, 2)));
    assertFalse(tallies.offer(P, tally(1, 4, 3)));
    assertFalse(tallies.knows("e", poll));
  }

  /** Ids are the clients', so another event may hold the same. */
  @Test
  void o16_thePollOfAnotherEventWithTheSameIdIsAnother() {
    Tallies tallies = new Tallies();
    Poll poll = Polls.poll("p", State.OPEN);
    assertTrue(tallies.offer(P, tally(1, 5, 3)));
    assertFalse(tallies.knows("other", poll) || tallies.of("other", poll).hasVotes());
    assertTrue(tallies.offer(new ActivityRef("other", "p"), tally(1, 1, 1)));
    assertTrue(
        tallies.of("e", poll).count("o1") == 3 && tallies.of("other", poll).count("o1") == 1);
  }

  private static Tally tally(long round, long version, long first) {
    return new Tally(round, version, Map.of("o1", first), first, 0, 0);
  }
}
