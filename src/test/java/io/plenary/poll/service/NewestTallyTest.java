package io.plenary.poll.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.poll.Poll;
import io.plenary.poll.Poll.State;
import io.plenary.poll.Polls;
import io.plenary.poll.Tally;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewestTallyTest {
  @Test
  void keepsTheNewest() {
    Tallies tallies = new Tallies();
    Poll poll = Polls.poll("p", State.OPEN);
    assertFalse(tallies.knows(poll) || tallies.of(poll).hasVotes());
    assertTrue(tallies.offer("p", tally(1, 5, 1)));
    assertFalse(tallies.offer("p", tally(1, 5, 2)));
    assertFalse(tallies.offer("p", tally(1, 4, 2)));
    assertTrue(tallies.offer("p", tally(2, 5, 2)));
    assertFalse(tallies.offer("p", tally(1, 4, 3)));
    assertFalse(tallies.knows(poll));
  }

  private static Tally tally(long round, long version, long first) {
    return new Tally(round, version, Map.of("o1", first), first, 0, 0);
  }
}
