package io.plenary.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.identity.Entropy;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionSet;
import io.plenary.kinds.qa.service.QaAnonymiser;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.kinds.qa.store.RedisQuestionStore;
import io.plenary.redis.Await;
import io.plenary.redis.History;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.EmbeddedRedis;
import io.plenary.redis.store.ActivityFormats;
import io.plenary.redis.store.RedisEventStore;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canaries ask and upvote in two Q&As and one is finalised: its files then tell of nobody any more,
 * while the same look still finds the other's.
 */
class QaCanaryTest {
  private static final Set<String> LINKS =
      Set.of("answer key", "asker", "upvoter", "phone's id", "words withdrawn");
  private static final Entropy ENTROPY = new SecureRandom()::nextBytes;

  private RedisEventStore events;
  private RedisQuestionStore store;

  private static Qa qa(String id, long rev, Qa.State state) {
    return new Qa(id, rev, 1, state, true, QaSettings.usual());
  }

  private static String value() {
    byte[] bytes = new byte[16];
    ENTROPY.fill(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void onceFinalisedNoFileTellsWhoAskedOrUpvoted(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      RedisLink link =
          RedisLink.open(
              vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
      Await.result(link.ready());
      events = new RedisEventStore(link, ENTROPY, new ActivityFormats(AllKinds.REGISTRY.formats()));
      store = new RedisQuestionStore(link);
      List<Room> rooms = List.of(room("r1", "ended"), room("r2", "other"));
      List<? extends Activity> both =
          List.of(qa("ended", 1, Qa.State.OPEN), qa("other", 1, Qa.State.OPEN));
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
      Await.result(events.create(event, rooms, both));
      Scan ended = canaries("ended");
      Scan other = canaries("other");
      assertEquals(LINKS, ended.folder(folder).keySet(), "the look can see what was appended");
      var audit = Await.result(store.audit("e", "ended"));
      assertEquals(4, audit.size());

      Await.result(
          events.commit(
              "e", Change.of(new PutActivity(qa("ended", 2, Qa.State.FINAL), Answers.KEEP))));
      assertTrue(
          Await.result(
              new QaAnonymiser(store).anonymise("e", qa("ended", 2, Qa.State.FINAL), null)));
      Await.result(new History(vertx, link).rewrite());
      Await.until(
          () -> ended.folder(folder).isEmpty()); // Redis deletes its old files a moment later
      assertNull(Await.result(events.load("e")).answerKeys().get("ended"));
      assertEquals(
          Set.of("answer key", "asker", "upvoter", "phone's id"),
          other.folder(folder).keySet(),
          "the look can still see");
      assertEquals(audit, Await.result(store.audit("e", "ended")));
      assertEquals(Map.of("endedA", 5), Await.result(store.raw("e", "ended")));
      Await.result(link.close());
    } finally {
      Await.result(vertx.close());
    }
  }

  private static Room room(String id, String alwaysOn) {
    return new Room(id, 1, "A room", List.of(), List.of(alwaysOn), Stage.join());
  }

  /**
   * Three ask, five upvote, a moderator acts, one takes a question back. What leads from them to it
   * all.
   */
  private Scan canaries(String id) {
    Scan scan =
        new Scan().bytes("answer key", Await.result(events.load("e")).answerKeys().get(id).bytes());
    for (String letter : List.of("A", "B", "C")) {
      String asker = value();
      String phone = "canary-phone-" + id + letter;
      scan.value("asker", asker).text("phone's id", phone);
      String text = letter.equals("C") ? "canary words " + id : "What now?";
      Await.result(
          store.ask(
              "e",
              id,
              List.of(
                  new Ask(phone, asker, 1, Question.asked(id + letter, text, null, 29_000_000)))));
    }
    scan.text("words withdrawn", "canary words " + id);
    moderate(id);
    for (int i = 0; i < 5; i++) {
      String upvoter = value();
      scan.value("upvoter", upvoter);
      Await.result(store.upvote("e", id, List.of(new Upvote(id + "A", upvoter, 1, true))));
    }
    return scan;
  }

  private void moderate(String id) {
    act(id, 'A', (rules, q) -> rules.approve(q, 1));
    act(id, 'B', (rules, q) -> rules.decline(q, 1, DeclineReason.OTHER, null));
    act(id, 'B', (rules, q) -> rules.approve(q, 2));
    act(id, 'C', (rules, q) -> rules.withdraw(q));
  }

  private interface Act {
    QaChange on(QaRules rules, String question);
  }

  private void act(String id, char letter, Act act) {
    Moved moved = Await.result(store.since("e", id, 0));
    QuestionSet set = new QuestionSet();
    moved.entries().forEach(e -> set.put(e.question()));
    Await.result(
        store.commit(
            "e",
            id,
            act.on(new QaRules(qa(id, 1, Qa.State.OPEN), set, 29_000_001), id + letter),
            "account",
            29_000_001));
  }
}
