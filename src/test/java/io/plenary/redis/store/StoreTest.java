package io.plenary.redis.store;

import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.identity.Entropy;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.PollOption;
import io.plenary.kinds.choice.PollQuestion;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * One real Redis, emptied before every test; kinds test their stores with it, too. It is a Cluster
 * of one, so that every test of a store fails when a call has keys in several slots.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreTest {
  public static final Entropy ENTROPY = new SecureRandom()::nextBytes;

  /** Every kind there is. */
  public static final ActivityFormats FORMATS = new ActivityFormats(AllKinds.REGISTRY.formats());

  public static final PollQuestion QUESTION =
      new PollQuestion(
          "What should be our first priority?",
          List.of(
              new PollOption("a", "Culture change", false),
              new PollOption("b", "Flexible working", false),
              new PollOption("c", "Talent management", false)),
          2,
          "I have no view");

  /** What scripts do is tried here, not how long a machine with other work takes for them. */
  protected static final LinkOptions PATIENT = LinkOptions.defaults().withCommandTimeoutMs(20_000);

  protected TestRedis redis;
  protected Vertx vertx;

  protected RedisLink link;

  private static TestRedis ofAll;

  /** A class that needs others has a Redis of its own, which is no Cluster. */
  protected String[] redisOptions() {
    return new String[0];
  }

  private static synchronized TestRedis ofAll() {
    if (ofAll == null) {
      ofAll = TestRedis.withSlots();
      Runtime.getRuntime().addShutdownHook(new Thread(ofAll::close));
    }
    return ofAll;
  }

  @BeforeAll
  void startRedis() {
    vertx = Vertx.vertx();
    redis = redisOptions().length == 0 ? ofAll() : TestRedis.start(redisOptions());
    link = RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), PATIENT);
    Await.result(link.ready());
  }

  @AfterAll
  void stopRedis() {
    Await.result(link.close());
    Await.result(vertx.close());
    if (redis != ofAll) redis.close();
  }

  @BeforeEach
  void empty() {
    send(Command.FLUSHALL);
  }

  protected Response send(Command command, Object... args) {
    return Await.result(link.send(command, args));
  }

  /** All but those that tell for a moment that something was told. */
  protected Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    send(Command.KEYS, "*").forEach(key -> keys.add(key.toString()));
    keys.removeIf(key -> key.endsWith(":told") || key.endsWith(":told:step"));
    return keys;
  }

  /** What is under every key, to see that nothing was written. */
  protected Map<String, String> dump() {
    Map<String, String> all = new TreeMap<>();
    for (String key : keys()) {
      all.put(
          key,
          switch (send(Command.TYPE, key).toString()) {
            case "hash" -> hash(key).toString();
            case "zset" -> send(Command.ZRANGE, key, 0, -1, "WITHSCORES").toString();
            case "list" -> send(Command.LRANGE, key, 0, -1).toString();
            case "set" ->
                new TreeSet<>(List.of(send(Command.SMEMBERS, key).toString().split("[\\[\\], ]+")))
                    .toString();
            default -> send(Command.GET, key).toString();
          });
    }
    return all;
  }

  private Map<String, String> hash(String key) {
    Map<String, String> fields = new TreeMap<>();
    Response reply = send(Command.HGETALL, key);
    for (String field : reply.getKeys()) {
      fields.put(field, java.util.Arrays.toString(reply.get(field).toBytes()) + reply.get(field));
    }
    return fields;
  }

  public static Event event(String id, String code) {
    return new Event(
        id,
        1,
        code,
        new EventDetails(
            "Health and Care Women Leaders conference",
            LocalDate.of(2026, 11, 20),
            LocalDate.of(2026, 11, 21),
            ZoneId.of("Europe/London"),
            List.of("https://stage.example.org")));
  }

  public static Room room(String id, String... runOrder) {
    return new Room(id, 1, "Main hall", List.of(runOrder), Stage.join());
  }

  /**
   * Of a small group, so that every vote shows at once; see {@link PublishedStepsTest} for all
   * others.
   */
  public static Poll poll(String id, long rev, long round, Poll.State state) {
    return new Poll(
        new BallotState(id, rev, round, state, Results.STAGE, Results.STAGE, true), QUESTION);
  }
}
