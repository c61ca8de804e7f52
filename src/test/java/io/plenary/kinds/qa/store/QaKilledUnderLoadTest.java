package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.kinds.qa.service.QuestionStore.UpvoteOutcome;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The store is killed again and again while questions, upvotes and merges pour in; what has no
 * answer is sent again.
 */
class QaKilledUnderLoadTest {
  private static final int KILLS = 4;
  private static final String[] IDS = {"A", "B", "C", "D"};

  @Test
  void nothingAcknowledgedIsLostAndNothingCountsTwice() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (TestRedis redis = TestRedis.start()) {
      RedisLink link =
          RedisLink.open(
              vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
      Await.result(link.ready());
      QaDesk desk = new QaDesk(link);
      desk.create(QaDesk.open(Check.BEFORE, 10));
      desk.published(IDS);
      Map<String, Set<String>> people = new HashMap<>();
      int questions = IDS.length;
      int person = 0;
      long cut = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        List<Runnable> settle = new ArrayList<>();
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          List<Upvote> upvotes = new ArrayList<>();
          for (int k = 0; k < 20; k++, person++) {
            upvotes.add(new Upvote(IDS[k % IDS.length], "u" + person, 1, true));
            if (k % 5 == 0) upvotes.add(new Upvote(IDS[k % IDS.length], "u" + person, 2, false));
            else {
              people.computeIfAbsent(IDS[k % IDS.length], id -> new HashSet<>()).add("u" + person);
            }
          }
          String id = "Q" + questions++;
          List<Ask> asks = List.of(QaDesk.question("phone" + id, id, "asker" + id, "Question"));
          sent.add(
              again(
                  settle,
                  link,
                  () ->
                      desk.store
                          .upvote("e", "q", upvotes)
                          .map(
                              casts -> {
                                casts.forEach(
                                    c ->
                                        assertTrue(
                                            c.outcome() == UpvoteOutcome.COUNTED
                                                || c.outcome() == UpvoteOutcome.REPEATED
                                                || c.outcome() == UpvoteOutcome.SUPERSEDED,
                                            c.toString()));
                                return null;
                              })));
          sent.add(
              again(
                  settle,
                  link,
                  () ->
                      desk.store
                          .ask("e", "q", asks)
                          .map(
                              asked -> {
                                assertTrue(
                                    asked.get(0).outcome() == AskOutcome.STORED
                                        || asked.get(0).outcome() == AskOutcome.REPEATED);
                                assertEquals(id, asked.get(0).id());
                                return null;
                              })));
        }
        Await.until(() -> sent.get(8).isComplete());
        redis.kill();
        Await.until(() -> sent.stream().allMatch(Future::isComplete));
        redis.startAgain();
        cut += sent.stream().filter(f -> !f.succeeded()).count();
        settle.forEach(Runnable::run);
        Await.result(link.send(Command.PING).otherwiseEmpty());
        Await.until(link::isUp); // also when all was answered before the kill
        if (kill == 1) desk.act(r -> r.merge("B", desk.at("B").rev(), "A"));
      }
      assertTrue(cut > 0, "no kill came in the midst");
      assertEquals(questions, new QaDesk(link).read().set.all().size());
      assertEquals(0, Await.result(desk.store.recount("e", "q")));
      Map<String, Integer> raw = new HashMap<>();
      people.forEach((id, who) -> raw.put(id, who.size()));
      assertEquals(raw, Await.result(desk.store.raw("e", "q")));
      assertEquals(raw.get("A") + raw.get("B"), desk.count("A"));
      for (Question q : desk.set.all()) assertTrue(q.rev() <= 3, "nothing was done twice");
      Await.result(link.close());
    } finally {
      Await.result(vertx.close());
    }
  }

  /** Sends now, and notes how to send again until there is an answer. */
  private static Future<?> again(List<Runnable> settle, RedisLink link, Supplier<Future<?>> send) {
    Future<?> first = send.get();
    settle.add(
        () -> {
          Future<?> last = first;
          while (true) {
            try {
              Await.result(last);
              return;
            } catch (StoreUnavailable away) {
              Await.until(link::isUp);
              last = send.get();
            }
          }
        });
    return first;
  }
}
