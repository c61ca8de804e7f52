package io.plenary.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.Room;
import io.plenary.activity.RoomPlan;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.PollOption;
import io.plenary.kinds.choice.PollQuestion;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionSet;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.store.RedisQuestionStore;
import io.plenary.redis.Await;
import io.plenary.redis.History;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.EmbeddedRedis;
import io.plenary.redis.store.ActivityFormats;
import io.plenary.redis.store.AofCompaction;
import io.plenary.redis.store.RedisBallotStore;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is deleted leaves the files of the embedded Redis, too, also when the process ends right
 * after deleting it.
 */
class DeletedWordsTest {
  private static final Entropy ENTROPY = new SecureRandom()::nextBytes;
  private static final QaSettings SETTINGS = QaSettings.usual();
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path folder;
  private EmbeddedRedis redis;
  private RedisLink link;
  private RedisEventStore events;
  private RedisQuestionStore questions;

  @AfterEach
  void stop() {
    end();
    Await.result(vertx.close());
  }

  private void begin() throws Exception {
    redis = EmbeddedRedis.start(folder, null);
    link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.result(link.ready());
    events = new RedisEventStore(link, ENTROPY, new ActivityFormats(AllKinds.REGISTRY.formats()));
    questions = new RedisQuestionStore(link);
  }

  private void end() {
    Await.result(link.close());
    redis.close();
  }

  /** A room that goes, with a poll and a question, and another one like it that stays. */
  private void conference() {
    Event event =
        new Event(
            "e",
            1,
            "ABCDEF",
            new EventDetails(
                "A conference",
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                ZoneId.of("Europe/London"),
                List.of()));
    List<Room> rooms =
        List.of(
            new Room(
                "going", 1, "Canary room", "GGGGGG", List.of("poll"), List.of("qa"), Stage.join()),
            new Room(
                "staying",
                1,
                "Other room",
                "SSSSSS",
                List.of("poll2"),
                List.of("qa2"),
                Stage.join()));
    Await.result(
        events.create(
            event,
            rooms,
            List.of(
                poll("poll", "Canary poll"), poll("poll2", "Staying poll"), qa("qa"), qa("qa2"))));
    Await.result(
        new RedisBallotStore(link)
            .cast(
                "e",
                "poll",
                List.of(new Ballot("canary-voter", "canary-vote", 1, 1, Polls.word("a"), 0)),
                60_000));
    ask("qa", "asked", "Canary question", "Canary name");
    ask("qa2", "other", "Staying question", null);
  }

  private void ask(String qa, String id, String text, String name) {
    Await.result(
        questions.ask(
            "e",
            qa,
            List.of(
                new Ask(
                    "phone-" + id, "asker-" + id, 1, Question.asked(id, text, name, 29_000_000)))));
  }

  private static Poll poll(String id, String text) {
    List<PollOption> options =
        List.of(new PollOption("a", "One", false), new PollOption("b", "Two", false));
    return new Poll(
        new BallotState(id, 1, 1, Poll.State.OPEN, Results.STAGE),
        new PollQuestion(text, options, 1, null));
  }

  private static Qa qa(String id) {
    return new Qa(id, 1, 1, Qa.State.OPEN, true, SETTINGS);
  }

  private void commit(Function<EventState, Change> rule) {
    assertEquals(
        io.plenary.activity.service.EventStore.Outcome.COMMITTED,
        Await.result(events.commit("e", rule.apply(Await.result(events.load("e")).state()))));
  }

  private void act(BiFunction<QaRules, Question, QaChange> act) {
    QuestionSet set = new QuestionSet();
    Await.result(questions.since("e", "qa", 0))
        .entries()
        .forEach(entry -> set.put(entry.question()));
    QaRules rules = new QaRules(qa("qa"), set, 29_000_001);
    Await.result(
        questions.commit("e", "qa", act.apply(rules, set.byId("asked")), "account", 29_000_001));
  }

  private static Scan scan(String... words) {
    Scan scan = new Scan();
    for (String word : words) scan.text(word, word);
    return scan;
  }

  /** Deletes, ends without a moment to spare, and starts again. */
  private void gone(Runnable deletion, String... words) throws Exception {
    Scan going = scan(words);
    begin();
    conference();
    deletion.run();
    assertEquals(Set.of(words), going.folder(folder).keySet(), "the look can see");
    end();
    begin();
    assertEquals(Set.of(words), going.folder(folder).keySet(), "a start alone forgets nothing");
    Map<String, String> marks = marks();
    assertEquals(1, marks.size(), marks.toString());
    assertTrue(
        marks.keySet().iterator().next().matches("within:[0-9]+"),
        "it says nothing of what was deleted: " + marks);
    marks
        .keySet()
        .forEach(
            mark ->
                Await.result(
                    link.send(Command.HSET, "plenary:rewrite", mark, 1))); // its time passes
    Await.result(
        new AofCompaction(link, new History(vertx, link)::rewrite, new Ids(ENTROPY)).look());
    Await.until(() -> going.folder(folder).isEmpty()); // Redis deletes its old files a moment later
    assertEquals(Map.of(), marks());
  }

  private Map<String, String> marks() {
    var reply = Await.result(link.send(Command.HGETALL, "plenary:rewrite"));
    return reply.getKeys().stream()
        .collect(java.util.stream.Collectors.toMap(k -> k, k -> reply.get(k).toString()));
  }

  private void assertOthersStay() {
    assertEquals(
        Set.of("Staying poll", "Staying question"),
        scan("Staying poll", "Staying question").folder(folder).keySet());
  }

  @Test
  void anEvent() throws Exception {
    gone(
        () -> Await.result(events.delete("e")),
        "Canary room",
        "Canary poll",
        "canary-voter",
        "Canary question",
        "Staying question");
  }

  @Test
  void aRoom() throws Exception {
    gone(
        () -> commit(s -> RoomPlan.drop(s, "going", 1)),
        "Canary room",
        "Canary poll",
        "canary-voter",
        "Canary question",
        "Canary name");
    assertOthersStay();
  }

  @Test
  void aPoll() throws Exception {
    gone(
        () -> {
          commit(s -> Lifecycle.lock(s, "poll", 1));
          commit(s -> Lifecycle.delete(s, "poll", 2));
        },
        "Canary poll",
        "canary-voter");
    assertOthersStay();
  }

  @Test
  void theVotesOfAPollThatIsReset() throws Exception {
    gone(
        () -> {
          commit(s -> Lifecycle.lock(s, "poll", 1));
          commit(s -> Lifecycle.reset(s, "poll", 2));
        },
        "canary-voter",
        "canary-vote");
    assertOthersStay();
  }

  @Test
  void questionsThatAreReset() throws Exception {
    gone(
        () -> commit(s -> Lifecycle.reset(s, "qa", 1)),
        "Canary question",
        "Canary name",
        "phone-asked",
        "asker-asked");
    assertOthersStay();
  }

  @Test
  void aQuestionThatIsErased() throws Exception {
    gone(() -> act((rules, q) -> rules.erase("asked", q.rev())), "Canary question", "Canary name");
    assertOthersStay();
  }

  @Test
  void aQuestionThatIsWithdrawn() throws Exception {
    gone(() -> act((rules, q) -> rules.withdraw("asked")), "Canary question", "Canary name");
    assertOthersStay();
  }

  @Test
  void whatDeletesNothingLeavesNoMark() throws Exception {
    begin();
    conference();
    act((rules, q) -> rules.approve("asked", q.rev()));
    act((rules, q) -> rules.label("asked", q.rev(), List.of("later"), List.of()));
    commit(s -> Lifecycle.lock(s, "poll", 1));
    assertEquals(Map.of(), marks());
  }
}
