package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.EmbeddedRedis;
import io.plenary.voting.Ballot;
import io.plenary.voting.Recount;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded server is killed again and again while votes pour in; every vote without an answer
 * is sent again.
 */
class KilledUnderLoadTest {
  private static final int KILLS = 5;
  private static final int BATCH = 20;
  @TempDir Path folder;

  @Test
  void noAcknowledgedVoteIsLostAndNoneCountsTwice() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      RedisLink link =
          RedisLink.open(
              vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
      Await.result(link.ready());
      RedisEventStore events = new RedisEventStore(link, StoreTest.ENTROPY, StoreTest.FORMATS);
      RedisBallotStore polls = new RedisBallotStore(link);
      Await.result(
          events.create(
              StoreTest.event("e", "ABCDEF"),
              List.of(StoreTest.room("r", "p")),
              List.of(StoreTest.poll("p", 1, 1, State.OPEN))));
      Set<String> acknowledged = new HashSet<>();
      int repeated = 0;
      int voters = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        List<List<Ballot>> batches = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          List<Ballot> batch = new ArrayList<>();
          for (int k = 0; k < BATCH; k++) {
            batch.add(
                new Ballot(
                    "v" + voters++, "x", 1, 1, Polls.word("abc".substring(k % 3, k % 3 + 1)), 0));
          }
          batches.add(batch);
        }
        List<Future<List<Cast>>> replies =
            batches.stream().map(b -> polls.cast("e", "p", b, 0)).toList();
        Await.until(() -> replies.get(10).isComplete());
        Await.until(
            () -> server().isPresent()); // a fresh server answers a moment before its pid is noted
        server().orElseThrow().destroyForcibly();
        for (int i = 0; i < batches.size(); i++) {
          repeated += settle(link, polls, batches.get(i), replies.get(i), acknowledged);
        }
      }
      assertEquals(voters, acknowledged.size());
      Recount recount = Await.result(polls.recount("e", "p"));
      assertTrue(recount.agrees(Polls.PAPER), recount.tally().toString());
      assertEquals(voters, recount.ballots().size(), "votes sent again after a kill: " + repeated);
      Await.result(link.close());
    } finally {
      Await.result(vertx.close());
    }
  }

  /**
   * Sends again until there is an answer; how many of the batch had been counted though nobody was
   * told.
   */
  private static int settle(
      RedisLink link,
      RedisBallotStore polls,
      List<Ballot> batch,
      Future<List<Cast>> reply,
      Set<String> acknowledged) {
    Future<List<Cast>> last = reply;
    while (true) {
      try {
        List<Cast> casts = Await.result(last);
        casts.forEach(
            c ->
                assertTrue(
                    c.outcome() == Outcome.COUNTED || c.outcome() == Outcome.REPEATED,
                    c.toString()));
        batch.forEach(b -> acknowledged.add(b.voter()));
        return (int) casts.stream().filter(c -> c.outcome() == Outcome.REPEATED).count();
      } catch (StoreUnavailable away) {
        Await.until(link::isUp);
        last = polls.cast("e", "p", batch, 0);
      }
    }
  }

  private Optional<ProcessHandle> server() {
    try {
      return ProcessHandle.of(
              Long.parseLong(Files.readString(folder.resolve("redis.pid")).split("\n")[0]))
          .filter(ProcessHandle::isAlive);
    } catch (java.io.IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
