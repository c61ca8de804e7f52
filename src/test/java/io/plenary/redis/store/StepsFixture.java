package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotState;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.words.Results;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** One poll whose votes are cast by the script, and what may be shown of it. */
abstract class StepsFixture extends StoreTest {
  static final long GRACE = 60_000;
  static final String POLL = "plenary:{e}:activity:p";
  RedisBallotStore polls;
  RedisEventStore events;
  long rev;
  long seq;

  @BeforeEach
  void create() {
    polls = store();
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    rev = 1;
    seq = 0;
    Await.result(
        events.create(
            event("e", "ABCDEF"), List.of(room("r", "p")), List.of(poll(1, State.OPEN, 1))));
  }

  RedisBallotStore store() {
    return new RedisBallotStore(link);
  }

  static Poll poll(long rev, State state, long round) {
    return new Poll(new BallotState("p", rev, round, state, Results.STAGE), QUESTION);
  }

  void become(State state) {
    Await.result(
        events.commit("e", Change.of(new PutActivity(poll(++rev, state, 1), Answers.KEEP))));
  }

  Ballot ballot(String voter, String... options) {
    return new Ballot(voter, "x" + ++seq, seq, 1, Polls.word(options), 0);
  }

  List<Cast> cast(Ballot... ballots) {
    List<Cast> casts = Await.result(polls.cast("e", "p", List.of(ballots), GRACE));
    casts.forEach(c -> assertEquals(Outcome.COUNTED, c.outcome()));
    return casts;
  }

  boolean one(String voter, String... options) {
    return cast(ballot(voter, options)).get(0).step();
  }

  void voters(int from, int to, String option) {
    for (int i = from; i <= to; i++) one("v" + i, option);
  }

  Tally tally() {
    return Await.result(polls.tally("e", "p"));
  }

  void shows(long voted, long abstained, long answers, Map<String, Long> counts) {
    Tally t = tally();
    assertEquals(counts, t.counts());
    assertEquals(
        List.of(voted, abstained, answers), List.of(t.voted(), t.abstained(), t.answers()));
  }

  void graceIsOver() {
    send(Command.HINCRBY, POLL, "lockedAt", -GRACE - 10);
  }

  long publishLast() {
    return Await.result(polls.publishLast("e", "p", GRACE));
  }

  Map<String, String> pending() {
    Map<String, String> all = new java.util.TreeMap<>();
    var reply = send(Command.HGETALL, POLL + ":pending");
    reply.getKeys().forEach(voter -> all.put(voter, reply.get(voter).toString()));
    return all;
  }
}
