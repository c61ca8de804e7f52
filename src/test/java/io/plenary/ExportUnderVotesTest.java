package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.store.RedisBallotStore;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.redis.store.StoreTest;
import io.plenary.transport.Browser;
import io.plenary.voting.Ballot;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of a large event are taken home while people vote in another one. */
class ExportUnderVotesTest {
  private static final int POLLS = 100;
  private static final int BALLOTS = 2_000;

  /** Fewer votes than one connection may send. */
  private static final long PACE_MS = 30;

  /** An event of this size, as if it had been voted in. */
  private static void fill(TestRedis redis) {
    Vertx vertx = Vertx.vertx();
    RedisLink link =
        RedisLink.open(
            vertx,
            vertx.getOrCreateContext(),
            redis.address(),
            LinkOptions.defaults().withCommandTimeoutMs(30_000));
    Await.result(link.ready());
    List<Poll> polls =
        IntStream.range(0, POLLS).mapToObj(i -> StoreTest.poll("p" + i, 1, 1, State.OPEN)).toList();
    String[] order = polls.stream().map(Poll::id).toArray(String[]::new);
    assertTrue(
        Await.result(
            new RedisEventStore(link, StoreTest.ENTROPY, StoreTest.FORMATS)
                .create(
                    StoreTest.event("large", "LARGE2"),
                    List.of(StoreTest.room("hall", order)),
                    polls)));
    List<Ballot> ballots =
        IntStream.range(0, BALLOTS)
            .mapToObj(
                i ->
                    new Ballot(
                        "a-voter-of-0123456789012345678901234567-%04d".formatted(i),
                        "a-vote-of-01234567%04d".formatted(i),
                        1,
                        1,
                        Polls.word(i % 3 == 0 ? "a" : "b"),
                        0))
            .toList();
    RedisBallotStore store = new RedisBallotStore(link);
    for (Poll poll : polls) Await.result(store.cast("large", poll.id(), ballots, 0));
    Await.result(link.close());
    Await.result(vertx.close());
  }

  private static HttpResponse<byte[]> taken(Voting voting, String file) {
    Browser organiser = voting.organiser;
    return organiser.send(
        organiser.request("/api/v1/events/large/" + file).GET(), BodyHandlers.ofByteArray());
  }

  @Test
  @DisplayName(
      "O22 a hundred polls of 2,000 ballots are taken home in four files while votes are counted,"
          + " and nobody sees the store away")
  void votesGoOn(@TempDir Path data) {
    try (TestRedis redis = TestRedis.start();
        Voting voting =
            new Voting(
                data,
                "--redis-url=redis://:"
                    + TestRedis.PASSWORD
                    + "@127.0.0.1:"
                    + redis.address().port())) {
      fill(redis);
      List<CompletableFuture<HttpResponse<byte[]>>> files =
          Stream.of("results.json", "results.csv", "results.xlsx", "export.json")
              .map(file -> CompletableFuture.supplyAsync(() -> taken(voting, file)))
              .toList();
      int votes = 0;
      do {
        voting.cast(++votes);
        assertEquals("voteCounted", voting.answer().getString("type"));
        TestRedis.pause(PACE_MS);
      } while (!files.stream().allMatch(CompletableFuture::isDone));
      for (CompletableFuture<HttpResponse<byte[]>> file : files) {
        assertEquals(200, Waiting.result(file).statusCode());
      }
      JsonObject results = new JsonObject(Buffer.buffer(Waiting.result(files.get(0)).body()));
      assertEquals(POLLS, results.getJsonArray("results").size());
      JsonObject last = results.getJsonArray("results").getJsonObject(POLLS - 1);
      assertEquals(BALLOTS, last.getInteger("voted"), last.encodePrettily().substring(0, 400));
      assertFalse(voting.phone.everything().contains("away"), "a phone was told");
      assertFalse(voting.desk.everything().contains("away"), "a desk was told");
    }
  }
}
