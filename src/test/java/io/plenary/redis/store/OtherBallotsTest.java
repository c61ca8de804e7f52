package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.Anonymiser;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.Finaliser;
import io.plenary.activity.service.Kinds;
import io.plenary.event.EventRules;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.redis.Await;
import io.plenary.redis.History;
import io.plenary.toy.PebbleBallots;
import io.plenary.toy.Pebbles;
import io.plenary.toy.PebblesKind;
import io.plenary.voting.Answer;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.VoteRules;
import io.plenary.voting.service.BallotActivityKind;
import io.plenary.voting.service.BallotAnonymiser;
import io.plenary.voting.service.BallotFormat;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.voting.service.ConnectedStore.Seen;
import io.vertx.core.Context;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two kinds of ballots in one run order, each told of to the store by its format alone. */
class OtherBallotsTest extends StoreTest {
  private static final long GRACE = 60_000;
  private static final List<String> BOTH = List.of("p", "s");
  private RedisEventStore events;
  private RedisBallotStore ballots;
  private EventCache board;
  private Changes changes;

  @BeforeEach
  void create() {
    Context owner = vertx.getOrCreateContext();
    events =
        new RedisEventStore(
            link,
            ENTROPY,
            new ActivityFormats(
                List.of(
                    new BallotFormat<>(new PollKind()), new BallotFormat<>(new PebblesKind()))));
    ballots = new RedisBallotStore(link);
    board = new EventCache(events, owner);
    changes = new Changes(events, board, owner);
    Await.result(
        events.create(
            event("e", "ABCDEF"),
            List.of(room("r", "p", "s")),
            List.of(poll("p", 1, 1, State.OPEN), Pebbles.of("s", State.OPEN))));
    for (int voter = 1; voter <= 5; voter++) {
      cast("p", voter, 1, "a");
      cast("s", voter, 1, "a", "b", "b");
    }
    cast("p", 5, 2, "b");
    cast("s", 5, 2, "c");
  }

  private BallotActivity activity(String id) {
    return VoteRules.ballot(Await.result(board.refresh("e")).state(), id);
  }

  private Cast cast(String id, int voter, long seq, String... entries) {
    String word =
        VoteRules.judge(activity(id), activity(id).round(), new Answer(List.of(entries), false));
    return Await.result(
            ballots.cast(
                "e",
                id,
                List.of(
                    new Ballot("voter-" + voter, "v" + seq, seq, activity(id).round(), word, 0)),
                GRACE))
        .get(0);
  }

  private Tally counted(String id) {
    Recount found = Await.result(ballots.recount("e", id));
    BallotPaper<?, ?> paper = activity(id).paper();
    assertTrue(found.agrees(paper), id);
    return found.recounted(paper);
  }

  private void assertCounted() {
    assertEquals(List.of(4L, 1L, 0L), activity("p").paper().result(counted("p")));
    assertEquals(List.of(4L, 8L, 1L), activity("s").paper().result(counted("s")));
  }

  private Stream<String> keysOf(String id) {
    return keys().stream().filter(key -> key.startsWith("plenary:{e}:activity:" + id));
  }

  @Test
  void eachIsCastChangedAndRecountedInItsOwnWay() {
    assertCounted();
    for (String id : BOTH) assertEquals(Outcome.REPEATED, cast(id, 1, 1, "a").outcome());
    assertCounted();
  }

  /** The choice was opened in a small group, the pebbles were not. */
  @Test
  void aChangedVoteShowsAtOnceOnlyInASmallGroup() {
    assertEquals(4, Await.result(ballots.tally("e", "p")).count("a"));
    assertEquals(5, Await.result(ballots.tally("e", "s")).count("a"));
    for (String id : BOTH) assertEquals(5, Await.result(ballots.tally("e", id)).voted(), id);
  }

  @Test
  void eachIsRepairedFromItsBallots() {
    for (String id : BOTH) {
      send(Command.HINCRBY, Keys.activity("e", id), "o:a", 7);
      assertFalse(Await.result(ballots.recount("e", id)).agrees(activity(id).paper()));
      Await.result(ballots.repairFew("e", id));
    }
    assertCounted();
  }

  @Test
  void whoIsConnectedIsNotedForEach() {
    for (String id : BOTH) {
      List<Seen> people = List.of(new Seen("voter-1", 0), new Seen("voter-9", 0));
      assertEquals(
          1, Await.result(new RedisConnectedStore(link).note("e", id, 1, people, GRACE)), id);
      assertEquals(6, Await.result(ballots.tally("e", id)).connected());
    }
  }

  @Test
  void eachIsResetAndDeletedAlone() {
    Await.result(changes.run("e", s -> Lifecycle.lock(s, "s", 1)));
    Await.result(changes.run("e", s -> Lifecycle.reset(s, "s", 2)));
    assertEquals(0, counted("s").answers());
    assertEquals(List.of(4L, 1L, 0L), activity("p").paper().result(counted("p")));
    Await.result(changes.run("e", s -> Lifecycle.delete(s, "s", 3)));
    assertEquals(0, keysOf("s").count(), keys().toString());
    assertEquals(List.of(4L, 1L, 0L), activity("p").paper().result(counted("p")));
  }

  @Test
  void bothAreFinalisedAndAnonymised() {
    for (String id : BOTH) {
      Await.result(changes.run("e", s -> Lifecycle.finalise(s, id, 1)));
      send(Command.HINCRBY, Keys.activity("e", id), "lockedAt", -10);
    }
    Kinds kinds = new Kinds(board);
    BallotAnonymiser anonymise =
        new BallotAnonymiser(new RedisAnonymiserStore(link), FinaliserTest.VOTERS, 0);
    kinds.add(new BallotActivityKind(new PollKind(), null, hint -> {}, anonymise));
    kinds.add(new BallotActivityKind(new PebblesKind(), null, hint -> {}, anonymise));
    Anonymiser anonymiser =
        new Anonymiser(kinds, changes, new History(vertx, link)::rewrite, board.failures());
    RedisEventIndex index = new RedisEventIndex(vertx, link, FORMATS);
    var now = EventRules.end(event("e", "ABCDEF").details());
    Await.result(
        new Finaliser(
                events,
                index,
                kinds,
                changes,
                anonymiser,
                board.failures(),
                Duration.ZERO,
                () -> now)
            .look());
    assertFalse(dump().toString().contains("voter"), () -> dump().toString());
    for (String id : BOTH) {
      assertEquals(State.ANONYMISED, activity(id).state());
      assertEquals(5, Await.result(ballots.recount("e", id)).receipts().size());
    }
    assertCounted();
    assertEquals(
        List.of("a=1;b=2", "a=1;b=2", "a=1;b=2", "a=1;b=2", "c=1"),
        Await.result(ballots.recount("e", "s")).ballots().stream()
            .map(word -> new PebbleBallots().encode(PebbleBallots.PAPER.ballot(word)))
            .sorted()
            .toList());
  }

  @Test
  void theEventTakesBothWithIt() {
    Await.result(events.delete("e"));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }
}
