package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.voting.service.ConnectedStore.Seen;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The store's clock is put back while a poll is locked: to the script the lock lies ahead. */
class ClockPutBackTest extends StepsFixture {
  private static final long HOUR = 3_600_000;

  /** A press well before the lock. */
  private static final long HELD = 20_000;

  private void putBack(long ms) {
    send(Command.HINCRBY, POLL, "lockedAt", ms);
  }

  private Outcome vote(String voter) {
    Ballot ballot = new Ballot(voter, "x" + ++seq, seq, 1, Polls.word("a"), HELD);
    return Await.result(polls.cast("e", "p", List.of(ballot), GRACE)).get(0).outcome();
  }

  @Test
  @DisplayName("O23 a locked poll takes no vote while the clock is before its lock")
  void lateVotes() {
    voters(1, 5, "a");
    become(State.LOCKED);
    putBack(HOUR);
    assertEquals(Outcome.LATE, vote("v6"));
    assertEquals(Outcome.LATE, vote("v1"), "nor is one changed");
    putBack(-HOUR);
    assertEquals(Outcome.COUNTED, vote("v7"), "within the grace");
  }

  @Test
  @DisplayName("O23 nobody is noted as connected to it either")
  void connected() {
    RedisConnectedStore connected = new RedisConnectedStore(link);
    become(State.LOCKED);
    putBack(HOUR);
    assertEquals(0, Await.result(connected.note("e", "p", 1, List.of(new Seen("v9", 0)), GRACE)));
  }

  @Test
  @DisplayName("O23 its last step does not wait until the clock has caught up")
  void lastStep() {
    voters(1, 7, "a");
    shows(5, 0, 7, Map.of("a", 5L));
    become(State.LOCKED);
    putBack(HOUR);
    assertEquals(0, publishLast());
    shows(7, 0, 7, Map.of("a", 7L));
    assertEquals(Outcome.LATE, vote("v8"));
  }

  @Test
  @DisplayName("O23 a clock that is set right by less than the grace ends no grace")
  void smallStep() {
    voters(1, 7, "a");
    become(State.LOCKED);
    putBack(GRACE / 2);
    long left = publishLast();
    assertTrue(left > GRACE && left <= 2 * GRACE, "left: " + left);
  }
}
