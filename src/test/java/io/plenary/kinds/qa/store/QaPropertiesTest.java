package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.event.RuleViolation;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever comes in whatever order: counts are what sets of people say, and the order of arrival
 * does not matter.
 */
class QaPropertiesTest {
  private static final List<String> IDS = List.of("A", "B", "C", "D", "E");
  private static TestRedis redis;
  private static Vertx vertx;
  private static RedisLink link;
  private QaDesk desk;

  @BeforeContainer
  static void startRedis() {
    vertx = Vertx.vertx();
    redis = TestRedis.start("--appendfsync", "no");
    link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.result(link.ready());
  }

  @AfterContainer
  static void stopRedis() {
    Await.result(vertx.close());
    redis.close();
  }

  @BeforeTry
  void create() {
    Await.result(link.send(Command.FLUSHALL));
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 10));
    desk.published(IDS.toArray(String[]::new));
  }

  private static Upvote upvote(Random random, int people, int seqs) {
    return new Upvote(
        IDS.get(random.nextInt(IDS.size())),
        "u" + random.nextInt(people),
        1 + random.nextInt(seqs),
        random.nextInt(3) > 0);
  }

  @Property(tries = 120)
  void storeDoesAsTheModelDoesWhileModeratorsMergeAndAct(@ForAll Random random) {
    QaModel model = new QaModel();
    List<Upvote> before = new ArrayList<>();
    for (int step = 0; step < 25; step++) {
      if (random.nextInt(3) == 0) {
        try {
          desk.act(r -> moderate(r, random));
        } catch (RuleViolation refused) {
          continue;
        }
      } else {
        List<Upvote> batch = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
          batch.add(
              random.nextInt(5) == 0 && !before.isEmpty()
                  ? before.get(random.nextInt(before.size()))
                  : upvote(random, 5, 12));
        }
        desk.read();
        List<Cast> expected = batch.stream().map(u -> model.cast(desk.set, u)).toList();
        assertEquals(expected, desk.upvote(batch.toArray(Upvote[]::new)));
        before.addAll(batch);
      }
      agrees(model);
    }
    assertEquals(0, Await.result(desk.store.recount("e", "q")), "recount equals what is shown");
    agrees(model);
    QaDesk fresh = new QaDesk(link);
    fresh.read();
    assertEquals(List.copyOf(desk.set.all()).size(), fresh.set.all().size());
    desk.set
        .all()
        .forEach(q -> assertEquals(q, fresh.set.byId(q.id()), "a fresh node reads the same"));
    for (Question q : desk.set.all()) {
      if (q.into() == null) assertEquals(desk.count(q.id()), fresh.count(q.id()));
    }
  }

  private QaChange moderate(QaRules r, Random random) {
    String id = IDS.get(random.nextInt(IDS.size()));
    long rev = desk.at(id).rev();
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> r.merge(id, rev, IDS.get(random.nextInt(IDS.size())));
      case 3, 4 -> r.unmerge(id, rev);
      case 5 ->
          random.nextBoolean() ? r.decline(id, rev, DeclineReason.OTHER, null) : r.approve(id, rev);
      case 6 ->
          random.nextBoolean()
              ? r.answer(id, rev, "Yes.")
              : random.nextBoolean() ? r.restore(id, rev) : r.unpublish(id, rev);
      default -> random.nextInt(4) == 0 ? r.withdraw(id) : r.archive(id, rev);
    };
  }

  private void agrees(QaModel model) {
    desk.read();
    Map<String, Integer> raw = new HashMap<>();
    for (Question q : desk.set.all()) {
      if (q.into() == null) {
        assertEquals(model.count(desk.set, q), desk.count(q.id()), q.toString());
      }
      if (!model.people(q.id()).isEmpty()) raw.put(q.id(), model.people(q.id()).size());
    }
    assertEquals(raw, Await.result(desk.store.raw("e", "q")));
  }

  @Property(tries = 60)
  void theOrderOfArrivalAndRepetitionDoNotMatter(@ForAll Random random) {
    desk.act(r -> r.merge("B", desk.at("B").rev(), "A"));
    desk.act(r -> r.merge("C", desk.at("C").rev(), "B"));
    List<Upvote> messages = new ArrayList<>();
    Map<String, Long> seqs = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      Upvote u = upvote(random, 4, 1);
      messages.add(
          new Upvote(u.question(), u.upvoter(), seqs.merge(u.upvoter(), 1L, Long::sum), u.on()));
    }
    Map<String, Map<String, String>> first = null;
    for (int order = 0; order < 3; order++) {
      for (String id : IDS) Await.result(link.send(Command.DEL, QaDesk.KEY + ":up:" + id));
      Await.result(link.send(Command.DEL, QaDesk.KEY + ":counts"));
      List<Upvote> sent = new ArrayList<>(messages);
      for (Upvote u : messages) if (random.nextInt(3) == 0) sent.add(u);
      Collections.shuffle(sent, random);
      List<Future<List<Cast>>> replies = new ArrayList<>();
      for (int at = 0; at < sent.size(); ) {
        int to = Math.min(sent.size(), at + 1 + random.nextInt(9));
        replies.add(desk.store.upvote("e", "q", sent.subList(at, to)));
        at = to;
      }
      replies.forEach(Await::result);
      Map<String, Map<String, String>> end = ends();
      if (first == null) first = end;
      assertEquals(first, end);
    }
    assertEquals(0, Await.result(desk.store.recount("e", "q")));
  }

  /** Registers and counts as they stand; a count of 0 is none. */
  private Map<String, Map<String, String>> ends() {
    Map<String, Map<String, String>> all = new HashMap<>();
    for (String key : List.of("up:A", "up:B", "up:C", "up:D", "up:E", "counts")) {
      Map<String, String> fields = new HashMap<>();
      var reply = Await.result(link.send(Command.HGETALL, QaDesk.KEY + ":" + key));
      for (String field : reply.getKeys()) {
        if (!reply.get(field).toString().equals("0")) {
          fields.put(field, reply.get(field).toString());
        }
      }
      all.put(key, fields);
    }
    return all;
  }

  @Property(tries = 60)
  void upAndDownIsAsNever(@ForAll Random random) {
    for (int i = 0; i < 12; i++) desk.upvote(upvote(random, 4, 5));
    Map<String, Integer> before = new HashMap<>(desk.read().counts);
    var raw = Await.result(desk.store.raw("e", "q"));
    String id = IDS.get(random.nextInt(IDS.size()));
    List<Upvote> both =
        new ArrayList<>(List.of(new Upvote(id, "new", 3, true), new Upvote(id, "new", 7, false)));
    if (random.nextBoolean()) both.add(both.get(0));
    Collections.shuffle(both, random);
    both.forEach(desk::upvote);
    desk.read().counts.forEach((root, n) -> assertEquals(before.getOrDefault(root, 0), n));
    assertEquals(raw, Await.result(desk.store.raw("e", "q")));
  }
}
