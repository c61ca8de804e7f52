package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.RuleViolation;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Groups;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Two nodes decide on what they have read, which is often old: the store takes only what fits, and
 * its lists are those of the documents.
 */
class TwoModeratorsTest {
  private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");
  private static TestRedis redis;
  private static Vertx vertx;
  private static RedisLink link;
  private List<QaDesk> desks;

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
    desks = List.of(new QaDesk(link), new QaDesk(link));
    desks.get(0).create(QaDesk.open(Check.BEFORE, 10));
    desks.get(1).qa = desks.get(0).qa;
    desks.get(0).published("A", "B", "C", "D");
    desks
        .get(0)
        .ask(
            QaDesk.question("pE", "E", "x", "Waiting"), QaDesk.question("pF", "F", "x", "Waiting"));
    desks.forEach(QaDesk::read);
  }

  @Property(tries = 100)
  void whatTheyDoTogetherIsWhatTheDocumentsSay(@ForAll Random random) {
    int done = 0;
    for (int i = 0; i < 40; i++) {
      QaDesk desk = desks.get(random.nextInt(2));
      if (random.nextInt(3) == 0) desk.read();
      if (random.nextInt(3) == 0) {
        desk.upvote(
            IDS.get(random.nextInt(IDS.size())),
            "u" + random.nextInt(4),
            i + 1,
            random.nextInt(4) > 0);
      }
      try {
        QaChange change = act(desk.rules(), desk, random);
        CommitOutcome outcome = desk.commit(change).outcome();
        if (outcome == CommitOutcome.CONFLICT) desk.read();
        else done += change.isEmpty() ? 0 : 1;
      } catch (RuleViolation refused) {
        assertTrue(refused.getMessage().endsWith("."));
      }
    }
    assertTrue(done > 3, "did nothing");
    desks.forEach(QaDesk::read);
    assertEquals(byId(desks.get(0)), byId(desks.get(1)));
    assertEquals(0, Await.result(desks.get(0).store.recount("e", "q")));
    assertStoreSaysTheSame(desks.get(0));
  }

  private static QaChange act(QaRules r, QaDesk desk, Random random) {
    String id = IDS.get(random.nextInt(IDS.size()));
    long rev = desk.set.byId(id).rev();
    Integer live = desk.set.live() == null ? null : desk.set.live().n();
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> r.merge(id, rev, IDS.get(random.nextInt(IDS.size())));
      case 3, 4 -> r.unmerge(id, rev);
      case 5 -> random.nextInt(3) > 0 ? r.approve(id, rev) : r.unpublish(id, rev);
      case 6 ->
          random.nextBoolean() ? r.decline(id, rev, DeclineReason.OTHER, null) : r.archive(id, rev);
      case 7 -> r.highlight(random.nextBoolean() ? 1 + random.nextInt(4) : null, live);
      case 8 -> random.nextBoolean() ? r.answered(1 + random.nextInt(4)) : r.restore(id, rev);
      default ->
          random.nextInt(5) == 0
              ? r.withdraw(id)
              : random.nextBoolean()
                  ? r.restore(id, rev)
                  : r.correct(id, rev, "Words " + random.nextInt(4));
    };
  }

  private static Map<String, Question> byId(QaDesk desk) {
    Map<String, Question> all = new TreeMap<>();
    desk.set.all().forEach(q -> all.put(q.id(), q));
    return all;
  }

  private static void assertStoreSaysTheSame(QaDesk desk) {
    Map<String, String> open = new TreeMap<>();
    List<String> groups = new ArrayList<>();
    List<Question> live = new ArrayList<>();
    for (Question q : byId(desk).values()) {
      Question root = Groups.root(desk.set, q);
      if (root.upvotable()) open.put(q.id(), root.id());
      if (root == q && Groups.tree(desk.set, q).size() > 1) {
        groups.add(q.id() + Groups.tree(desk.set, q).stream().map(Question::id).sorted().toList());
      }
      if (q.state() == io.plenary.kinds.qa.QuestionState.LIVE) live.add(q);
    }
    assertEquals(open, hash("open"));
    List<String> stored = new ArrayList<>();
    hash("members")
        .forEach(
            (root, list) -> stored.add(root + List.of(list.split(" ")).stream().sorted().toList()));
    assertEquals(groups, stored);
    assertTrue(live.size() <= 1);
    assertEquals(
        live.isEmpty() ? "" : live.get(0).id(),
        Await.result(link.send(Command.HGET, QaDesk.KEY, "live")).toString());
  }

  private static Map<String, String> hash(String suffix) {
    Map<String, String> fields = new TreeMap<>();
    Response reply = Await.result(link.send(Command.HGETALL, QaDesk.KEY + ":" + suffix));
    for (String field : reply.getKeys()) fields.put(field, reply.get(field).toString());
    return fields;
  }
}
