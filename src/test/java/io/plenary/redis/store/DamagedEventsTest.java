package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.service.Anonymiser;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventFailures;
import io.plenary.activity.service.Finaliser;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.RoomCodes;
import io.plenary.event.EventRules;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.metrics.Count;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.service.BallotActivityKind;
import io.plenary.voting.service.BallotAnonymiser;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Events that stand in a real Redis as no version of this server would write them, among sound
 * ones.
 */
class DamagedEventsTest extends StoreTest {
  private static final Duration AFTER = Duration.ofHours(48);

  /** Before and after the sound one, whatever order is chosen. */
  private static final List<String> SOUND = List.of("a", "m", "z");

  private static final List<String> DAMAGED =
      List.of("b-date", "c-json", "d-kind", "e-ballot", "n-type", "o-room", "p-key");

  private final Count failures = new Count();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private RedisEventStore events;
  private RedisBallotStore polls;
  private RedisEventIndex index;
  private EventCache board;
  private Catalog catalog;
  private Changes changes;

  @BeforeEach
  void create() {
    log.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    Context owner = vertx.getOrCreateContext();
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    polls = new RedisBallotStore(link);
    index = new RedisEventIndex(vertx, link, FORMATS);
    board = new EventCache(events, owner, new EventFailures(failures));
    changes = new Changes(events, board, owner);
    catalog =
        new Catalog(
            events,
            index,
            board,
            new Kinds(board),
            new RoomCodes(events, board, owner, () -> "none"),
            owner,
            () -> "x",
            () -> "y");
    for (String id : SOUND) create(id, State.OPEN);
    for (String id : DAMAGED) create(id, State.FINAL);
    event("b-date", e -> e.put("endsOn", "+999999999-12-31"));
    send(Command.HSET, "plenary:{c-json}:state", "event", "{\"name\":\"secret words");
    activity("d-kind", a -> a.put("kind", "hologram"));
    send(Command.HSET, "plenary:{e-ballot}:activity:e-ballot-p:ballots", "voter", "nonsense");
    send(Command.DEL, "plenary:{n-type}:activity:n-type-p");
    send(Command.SET, "plenary:{n-type}:activity:n-type-p", "secret words");
    send(Command.HSET, "plenary:{o-room}:state", "room:o-room-r", "{}");
    send(Command.DEL, "plenary:{p-key}:keys");
  }

  @AfterEach
  void silence() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
  }

  private void create(String id, State state) {
    String poll = id + "-p";
    Await.result(
        events.create(
            event(id, id), List.of(room(id + "-r", poll)), List.of(poll(poll, 1, 1, State.OPEN))));
    Await.result(
        polls.cast(
            id, poll, List.of(new Ballot("voter-1", "x", 1, 1, Polls.word("a"), 0)), 60_000));
    send(
        Command.HSET,
        "plenary:{" + id + "}:activity:" + poll,
        "since",
        1,
        "state",
        state.name(),
        "lockedAt",
        1);
    activity(id, a -> a.put("state", state.name()));
  }

  private void event(String id, Consumer<JsonObject> change) {
    change(id, "event", change);
  }

  private void activity(String id, Consumer<JsonObject> change) {
    change(id, "activity:" + id + "-p", change);
  }

  private void change(String id, String field, Consumer<JsonObject> change) {
    String key = "plenary:{" + id + "}:state";
    JsonObject document = new JsonObject(send(Command.HGET, key, field).toString());
    change.accept(document);
    send(Command.HSET, key, field, document.encode());
  }

  private void look(Instant now) {
    Kinds kinds = new Kinds(board);
    kinds.add(
        new BallotActivityKind(
            new PollKind(),
            null,
            hint -> {},
            new BallotAnonymiser(new RedisAnonymiserStore(link), FinaliserTest.VOTERS, 0)));
    Anonymiser anonymiser =
        new Anonymiser(kinds, changes, Future::succeededFuture, board.failures());
    Await.result(
        new Finaliser(events, index, kinds, changes, anonymiser, board.failures(), AFTER, () -> now)
            .look());
  }

  private State state(String id) {
    return ((Poll) Await.result(board.refresh(id)).state().activities().get(id + "-p")).state();
  }

  private void assertToldOf(String id) {
    assertTrue(
        log.list.stream()
            .map(ILoggingEvent::getFormattedMessage)
            .anyMatch(line -> line.startsWith("Event " + id + ": ")),
        () -> "nothing of " + id + " in " + log.list);
  }

  @Test
  @DisplayName(
      "O19 what is wrong with one event keeps no other from becoming anonymous, and is counted and"
          + " logged without its words")
  void othersAreAnonymised() {
    Instant now = EventRules.end(event("a", "a").details()).plus(AFTER);
    look(now);
    for (String id : SOUND) {
      send(Command.HSET, "plenary:{" + id + "}:activity:" + id + "-p", "lockedAt", 1);
    }
    look(now);
    for (String id : SOUND) {
      assertEquals(State.ANONYMISED, state(id), id);
      assertFalse(
          dump().keySet().contains("plenary:{" + id + "}:keys"),
          "the key of " + id + " is destroyed");
    }
    assertEquals(
        State.ANONYMISED,
        state("b-date"),
        "its own absurd date keeps even this one from nothing but being ended by itself");
    for (String id : List.of("c-json", "d-kind", "e-ballot", "n-type", "o-room", "p-key")) {
      assertToldOf(id);
    }
    assertTrue(failures.sum() >= 6, "counted: " + failures.sum());
    log.list.forEach(
        line -> {
          assertFalse(
              line.getFormattedMessage().contains("secret words"), line::getFormattedMessage);
          assertEquals(null, line.getThrowableProxy(), "a stack trace would quote what was read");
        });
    long said = log.list.size();
    look(now);
    assertEquals(said, log.list.size(), "the same is not said every minute");
  }

  @Test
  @DisplayName("O19 an event with an absurd date can be mended, and is not copied before")
  void anAbsurdDateIsMended() {
    RuleViolation refused = (RuleViolation) Await.failure(catalog.duplicate("b-date", d -> d));
    assertTrue(
        refused.getMessage().contains("Choose a year from 2000 to 2199"), refused.getMessage());
    var right = EventRules.details("Mended", "2027-03-08", "2027-03-08", "UTC", List.of(), false);
    Await.result(changes.run("b-date", s -> Change.of(new Change.PutEvent(s.event().with(right)))));
    assertEquals(right, Await.result(board.refresh("b-date")).state().event().details());
  }
}
