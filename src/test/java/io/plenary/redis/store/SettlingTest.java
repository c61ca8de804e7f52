package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropActivity;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.identity.Account;
import io.plenary.identity.Grant;
import io.plenary.identity.Invitation;
import io.plenary.identity.InvitationStore.Acceptance;
import io.plenary.kinds.choice.Poll;
import io.plenary.redis.Await;
import io.plenary.redis.Script;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A change of an event, and what other keys are told of it, when whoever makes it ends between. */
class SettlingTest extends StoreTest {
  private RedisEventStore events;

  @BeforeEach
  void create() {
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    assertTrue(make("e1", "CODE11"));
    assertEquals(Set.of(), unsettled());
  }

  private boolean make(String id, String code) {
    Poll poll = poll(id + "-p", 1, 1, State.DRAFT);
    return Await.result(
        events.create(event(id, code), List.of(room(id + "-r", poll.id())), List.of(poll)));
  }

  private Set<String> unsettled() {
    Set<String> left = keys();
    left.removeIf(key -> !key.contains("unsettled"));
    return left;
  }

  /** As a node leaves it that ends right after the change. */
  private void ended(String eventId) {
    String note = eventId + " token";
    Await.result(link.eval(Script.load("begin_settling"), List.of(Keys.UNSETTLED), List.of(note)));
  }

  private void commit(Change change) {
    ended("e1");
    ActivityArguments each = new ActivityArguments("e1", FORMATS, ENTROPY);
    ChangeArguments arguments = new ChangeArguments("e1", change, each, () -> "secret");
    assertEquals(
        1,
        Await.result(link.eval(Script.load("commit_change"), arguments.keys, arguments.args))
            .toInteger());
  }

  private void sweep() {
    Await.result(new Settling(link).sweep());
    assertFalse(unsettled().isEmpty(), "whoever made the change may still be at it");
    Await.result(new Settling(link, 0).sweep());
    assertEquals(Set.of(), unsettled());
  }

  @Test
  @DisplayName("O15 what is final is found although the node ended that made it so")
  void finalised() {
    commit(Change.of(new PutActivity(poll("e1-p", 2, 1, State.OPEN), Answers.KEEP)));
    assertNull(send(Command.ZSCORE, Keys.ENDS, "e1"));
    sweep();
    assertEquals(
        send(Command.HGET, Keys.state("e1"), "ends").toLong(),
        Long.parseLong(Await.result(new EventLists(link).noted(Keys.ENDS, "e1"))));
    commit(Change.of(new PutActivity(poll("e1-p", 3, 1, State.FINAL), Answers.KEEP)));
    sweep();
    assertFalse(Await.result(new EventLists(link).noted(Keys.FINAL, "e1")).isEmpty());
  }

  @Test
  @DisplayName("O15 the files forget a poll although the node ended that deleted it")
  void forgotten() {
    commit(Change.of(new DropActivity(poll("e1-p", 1, 1, State.DRAFT))));
    assertEquals(0, send(Command.EXISTS, Keys.REWRITE).toInteger());
    sweep();
    assertEquals(
        "[within:" + AofCompaction.SOON_MS + "]", send(Command.HKEYS, Keys.REWRITE).toString());
  }

  @Test
  @DisplayName("O15 an event is listed, and has its code for good, although the node ended")
  void created() {
    send(Command.ZREM, Keys.DAYS, "e1");
    send(Command.HDEL, Keys.NAMES, "e1");
    send(Command.SET, Keys.code("CODE11"), "e1", "EX", 600);
    send(Command.HSET, Keys.unsettled("e1"), "keep", "CODE11", "list", "1");
    ended("e1");
    sweep();
    assertEquals("[e1]", send(Command.ZRANGE, Keys.DAYS, 0, -1).toString());
    assertEquals(-1, send(Command.PTTL, Keys.code("CODE11")).toLong());
    assertTrue(send(Command.HGET, Keys.NAMES, "e1").toString().contains("code11"));
  }

  @Test
  @DisplayName("O15 nothing is left of a deleted event although the node ended, nor of its code")
  void deleted() {
    send(Command.ZADD, Keys.FINAL, 1, "e1");
    List<String> keys =
        List.of(
            Keys.state("e1"),
            Keys.revs("e1"),
            Keys.links("e1"),
            Keys.answerKeys("e1"),
            Keys.joined("e1"),
            Keys.staff("e1"),
            Keys.invitations("e1"),
            Keys.report("e1"),
            Keys.presence("e1"),
            Keys.unsettled("e1"));
    List<Object> args =
        List.of(Keys.hints("e1"), "e1", Keys.event("e1"), AofCompaction.SOON_MS, "CODE11", "e1");
    ended("e1");
    Await.result(link.eval(Script.load("delete_event"), keys, args));
    sweep();
    assertEquals(Set.of(Keys.REWRITE), keys());
    assertTrue(make("e2", "CODE11"), "the code can be had by another");
  }

  @Test
  @DisplayName("O15 an id and a code that are taken stay with who has them, also when sent again")
  void taken() {
    assertTrue(make("e1", "CODE11"), "sent again");
    assertFalse(make("e1", "CODE22"));
    assertFalse(make("e2", "CODE11"));
    assertEquals(Set.of(), unsettled());
    assertTrue(keys().stream().noneMatch(key -> key.endsWith("CODE22") || key.contains("{e2}")));
  }

  @Test
  @DisplayName("O15 of many who change an event at once the lists say the last")
  void atOnce() {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean archived = i % 2 == 0;
      all.add(events.load("e1").compose(now -> archive(now.state().event().archived(archived))));
    }
    Await.result(Future.all(all));
    boolean archived = Await.result(events.load("e1")).state().event().archived();
    assertEquals(archived ? "[e1]" : "[]", send(Command.ZRANGE, Keys.ARCHIVED, 0, -1).toString());
    assertEquals(archived ? "[]" : "[e1]", send(Command.ZRANGE, Keys.DAYS, 0, -1).toString());
    assertEquals(Set.of(), unsettled());
  }

  private Future<Outcome> archive(io.plenary.event.Event next) {
    return events.commit("e1", Change.of(new Change.PutEvent(next)));
  }

  @Test
  @DisplayName("whoever is too late for an invitation has no account")
  void tooLate() {
    RedisInvitationStore invitations = new RedisInvitationStore(link);
    RedisStaffStore staff = new RedisStaffStore(link, ENTROPY);
    send(Command.SET, Keys.OWNER, "boss");
    Await.result(staff.put("e1", "boss", Grant.everywhere(Role.ORGANISER)));
    Invitation one =
        new Invitation(Grant.everywhere(Role.MODERATOR), "boss", Instant.now().plusSeconds(600));
    Await.result(invitations.add("e1", "h", one));
    List<Future<Acceptance>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Account each = new Account("a" + i, i + "@example.org", "Name", "hash", Instant.now());
      all.add(invitations.acceptAnew("e1", "h", each));
    }
    Await.result(Future.all(all));
    assertEquals(1, all.stream().filter(f -> f.result() == Acceptance.ACCEPTED).count());
    assertEquals(1, send(Command.HLEN, Keys.EMAILS).toInteger());
    assertEquals(1, keys().stream().filter(key -> key.contains(":account:")).count());
    assertEquals(1, keys().stream().filter(key -> key.contains(":staffOf:a")).count());
  }
}
