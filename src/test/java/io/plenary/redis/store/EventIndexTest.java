package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.AddRoom;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropRoom;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutEvent;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventIndex.Listed;
import io.plenary.activity.service.EventIndex.Page;
import io.plenary.activity.service.EventIndex.Query;
import io.plenary.activity.service.EventIndex.Scope;
import io.plenary.activity.service.EventStore;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.identity.Grant;
import io.plenary.kinds.choice.Poll;
import io.plenary.redis.Await;
import io.plenary.words.Role;
import io.vertx.redis.client.Command;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventIndexTest extends StoreTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 8);
  private RedisEventStore events;
  private RedisEventIndex index;

  @BeforeEach
  void create() {
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    index = new RedisEventIndex(vertx, link, FORMATS);
  }

  private void make(String id, String name, LocalDate day) {
    Event event =
        new Event(id, 1, "C" + id, new EventDetails(name, day, day, ZoneOffset.UTC, List.of()));
    assertTrue(
        Await.result(
            events.create(
                event,
                List.of(room(id + "-r", id + "-p")),
                List.of(poll(id + "-p", 1, 1, State.DRAFT)))));
  }

  private Page page(String account, String words, String after, int limit) {
    return Await.result(index.page(new Query(account, words, after, limit)));
  }

  private static List<String> ids(Page page) {
    return page.events().stream().map(Listed::id).toList();
  }

  private List<String> all(String account, String words, int limit) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      Page page = page(account, words, after, limit);
      found.addAll(ids(page));
      after = page.next();
    } while (after != null);
    return found;
  }

  @Test
  @DisplayName("O1 the list comes page by page, the latest first, with what it shows of each event")
  void pages() {
    for (int i = 0; i < 7; i++) {
      make("e" + i, "Conference " + i, DAY.plusDays(i / 2)); // several on a day
    }
    Page first = page(null, "", null, 3);
    assertEquals(List.of("e6", "e5", "e4"), ids(first));
    assertEquals(7, first.total());
    assertEquals("Conference 6", first.events().get(0).event().details().name());
    assertEquals(1, first.events().get(0).state().activities().size());
    assertEquals(List.of("e3", "e2", "e1"), ids(page(null, "", first.next(), 3)));
    assertEquals(List.of("e6", "e5", "e4", "e3", "e2", "e1", "e0"), all(null, "", 3));
    assertNull(page(null, "", null, 7).next(), "nothing is after the last");
    Await.result(events.delete("e4"));
    assertEquals(
        List.of("e3", "e2", "e1"),
        ids(page(null, "", first.next(), 3)),
        "the event it goes on after is gone");
    assertEquals(6, all(null, "", 4).size());
    for (String odd : List.of("", ":", "x", "e3:-1", "e3:99999999999", "e3:x")) {
      assertEquals("e6", ids(page(null, "", odd, 3)).get(0), odd);
    }
    assertEquals(List.of(), ids(page(null, "", "nobody:900", 3)));
  }

  @Test
  @DisplayName(
      "O1 a name is looked for in the store, whatever its case, and an edited event is found where"
          + " it now belongs")
  void search() {
    make("a", "Women Leaders", DAY);
    make("b", "ÉTATS GÉNÉRAUX (100 %)", DAY.plusDays(1));
    make("c", "women of science", DAY.plusDays(2));
    assertEquals(List.of("c", "a"), all(null, "WOMEN", 1));
    assertEquals(List.of("b"), all(null, "généraux (100 %", 5));
    assertEquals(List.of(), all(null, "%a", 5));
    assertNull(page(null, "women", null, 1).total());
    Event mended =
        event("a", "Ca")
            .with(
                new EventDetails(
                    "Engineers", DAY.plusDays(9), DAY.plusDays(9), ZoneOffset.UTC, List.of()));
    Await.result(events.commit("a", Change.of(new PutEvent(mended))));
    assertEquals(List.of("a", "c", "b"), all(null, "", 2));
    assertEquals(List.of("a"), all(null, "engineers", 2));
    assertEquals(List.of("c"), all(null, "women", 2));
  }

  @Test
  @DisplayName("O1 the list of an account with very many events comes before the store is given up")
  void veryManyEventsOfOneAccount() {
    make("last", "Conference", DAY);
    RedisStaffStore staff = new RedisStaffStore(link, ENTROPY);
    Await.result(staff.put("last", "person", Grant.everywhere(Role.MODERATOR)));
    String many =
        """
        for n = 1, 20000 do
          redis.call('ZADD', 'plenary:events:days', n / 2, 'e' .. n)
          redis.call('SADD', KEYS[1], 'e' .. n)
        end
        return redis.call('SCARD', KEYS[1])\
        """;
    assertEquals(20_001, send(Command.EVAL, many, 1, Keys.STAFF_OF + "person").toInteger());
    assertEquals(List.of("last"), ids(page("person", "", null, 1)));
  }

  /** Events from before the words of an event stood beside those of its rooms have none of them. */
  @Test
  void anEventWithoutWordsOfItsOwnIsStillFoundByNameWhenARoomChanges() {
    make("a", "Women Leaders", DAY);
    send(Command.HDEL, "plenary:{a}:state", "words", "words:a-r");
    Room next = new Room("a-r", 2, "Aviary", List.of("a-p"), Stage.join());
    assertEquals(
        EventStore.Outcome.COMMITTED,
        Await.result(events.commit("a", Change.of(new PutRoom(next)))));
    assertEquals(List.of("a"), all(null, "leaders", 5));
  }

  private List<String> part(String account, Scope scope, LocalDate day, int limit) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      Page page = Await.result(index.page(new Query(account, "", scope, day, after, limit)));
      found.addAll(ids(page));
      after = page.next();
    } while (after != null);
    return found;
  }

  @Test
  @DisplayName(
      "O1 what comes is listed with the next first, what is past with the latest, what is archived"
          + " by itself")
  void parts() {
    for (int i = 0; i < 6; i++) make("e" + i, "Conference " + i, DAY.plusDays(i));
    RedisStaffStore staff = new RedisStaffStore(link, ENTROPY);
    for (int i = 0; i < 6; i++) {
      Await.result(staff.put("e" + i, "person", Grant.everywhere(Role.MODERATOR)));
    }
    LocalDate today = DAY.plusDays(2);
    for (String account : new String[] {null, "person"}) {
      for (int limit : new int[] {1, 2, 9}) {
        assertEquals(List.of("e2", "e3", "e4", "e5"), part(account, Scope.UPCOMING, today, limit));
        assertEquals(List.of("e1", "e0"), part(account, Scope.PAST, today, limit));
        assertEquals(List.of(), part(account, Scope.ARCHIVED, today, limit));
      }
    }
    for (String id : List.of("e3", "e0")) archive(id, true);
    for (String account : new String[] {null, "person"}) {
      for (int limit : new int[] {1, 2, 9}) {
        assertEquals(List.of("e2", "e4", "e5"), part(account, Scope.UPCOMING, today, limit));
        assertEquals(List.of("e1"), part(account, Scope.PAST, today, limit));
        assertEquals(List.of("e3", "e0"), part(account, Scope.ARCHIVED, today, limit));
        assertEquals(
            List.of("e5", "e4", "e2", "e1", "e3", "e0"), part(account, Scope.ALL, today, limit));
      }
    }
    Page page = Await.result(index.page(new Query(null, "", Scope.UPCOMING, today, null, 1)));
    assertEquals(3, page.total());
    archive("e3", false);
    assertEquals(List.of("e2", "e3", "e4", "e5"), part(null, Scope.UPCOMING, today, 2));
    Await.result(events.delete("e0"));
    assertEquals(List.of(), part(null, Scope.ARCHIVED, today, 2));
  }

  private void archive(String id, boolean archived) {
    Event now = Await.result(events.load(id)).state().event();
    Await.result(events.commit(id, Change.of(new PutEvent(now.archived(archived)))));
    assertEquals(archived, Await.result(events.load(id)).state().event().archived());
  }

  @Test
  @DisplayName("an event is found by its code, and by names and codes of its rooms as they are now")
  void foundByRoomAndCode() {
    make("a", "Spring conference", DAY);
    make("b", "Autumn conference", DAY);
    assertEquals(List.of("a"), all(null, "ca", 5), "its code, in any case");
    assertEquals(List.of("a"), all(null, " C a", 5), "as it stands on screens");
    assertEquals(List.of("b", "a"), all(null, "hall", 5));
    Room before = Await.result(events.load("b")).state().rooms().get(0);
    Room renamed =
        new Room(
            before.id(), 2, "Orangery", "XYZ234", before.runOrder(), List.of(), before.stage());
    Await.result(events.commit("b", Change.of(new PutRoom(renamed))));
    assertEquals(List.of("b"), all(null, "orangery", 5));
    assertEquals(List.of("b"), all(null, "xyz 234", 5));
    assertEquals(List.of("a"), all(null, "hall", 5));
    Room second = new Room("second", 1, "Library", "LLL222", List.of(), List.of(), Stage.join());
    Await.result(events.commit("b", Change.of(new AddRoom(second))));
    assertEquals(List.of("b"), all(null, "library", 5));
    Await.result(events.commit("b", Change.of(new DropRoom(second))));
    assertEquals(List.of(), all(null, "library", 5));
    assertEquals(List.of("b"), all(null, "autumn", 5), "and its own words stay");
  }

  @Test
  @DisplayName("O1 an account is listed the events it helps run, and no others")
  void ofAnAccount() {
    for (int i = 0; i < 6; i++) make("e" + i, "Conference " + i, DAY.plusDays(i));
    RedisStaffStore staff = new RedisStaffStore(link, ENTROPY);
    for (String id : List.of("e1", "e3", "e4")) {
      Await.result(staff.put(id, "person", Grant.everywhere(Role.MODERATOR)));
    }
    send(Command.SADD, "plenary:{identity}:staffOf:person", "e5", "gone");
    assertEquals(List.of("e4", "e3", "e1"), all("person", "", 1));
    assertEquals(List.of("e4", "e3", "e1"), all("person", "conf", 2));
    assertEquals("MODERATOR *", page("person", "", null, 5).events().get(0).grant());
    assertEquals(List.of(), all("nobody", "", 5));
    assertEquals(
        List.of(false, false),
        List.of(Await.result(staff.organises("person")), Await.result(staff.organises("nobody"))));
    Await.result(staff.put("e1", "person", Grant.everywhere(Role.ORGANISER)));
    assertTrue(Await.result(staff.organises("person")));
  }

  @Test
  @DisplayName(
      "O20 an event that cannot be read stands marked among the others, and can be deleted with all"
          + " it holds")
  void unreadableIsMarked() {
    for (String id : List.of("a", "b", "c", "d", "e")) make(id, "Conference " + id, DAY);
    damage();
    Page page = page(null, "", null, 10);
    assertEquals(List.of("e", "d", "c", "b", "a"), ids(page));
    Map<String, Listed> found =
        page.events().stream().collect(Collectors.toMap(Listed::id, e -> e));
    for (String id : List.of("b", "c", "d", "e")) assertNotNull(found.get(id).unreadable(), id);
    assertNull(found.get("a").unreadable());
    assertEquals("Conference b", found.get("b").event().details().name(), "what can be read is");
    assertNull(found.get("c").event());
    for (String id : List.of("b", "c", "d", "e")) Await.result(events.delete(id));
    assertEquals(List.of("a"), all(null, "", 10));
    assertEquals(
        List.of(),
        keys().stream()
            .filter(key -> key.matches("plenary:\\{[b-e]}.*|plenary:code:C[b-e]"))
            .toList());
  }

  private void damage() {
    String document = send(Command.HGET, "plenary:{b}:state", "activity:b-p").toString();
    send(
        Command.HSET,
        "plenary:{b}:state",
        "activity:b-p",
        document.replace("\"kind\":\"poll\"", "\"kind\":\"hologram\""));
    send(Command.HSET, "plenary:{c}:state", "event", "{\"name\":");
    send(Command.HSET, "plenary:{d}:state", "activity:d-p", "nonsense");
    send(Command.HSET, "plenary:{e}:state", "room:e-r", "[]");
  }

  @Test
  @DisplayName(
      "O1 what ends by itself, and what is to be made anonymous, is found by the scripts' own"
          + " notes")
  void due() {
    for (String id : List.of("a", "b")) make(id, "Conference", DAY);
    long end =
        EventRules.end(new EventDetails("x", DAY, DAY, ZoneOffset.UTC, List.of())).toEpochMilli();
    assertEquals(
        List.of(), Await.result(index.ended(Long.MAX_VALUE, 9)), "only what was opened ends");
    commit(poll("a-p", 2, 1, State.OPEN));
    assertEquals(List.of(), Await.result(index.ended(end - 1, 9)));
    assertEquals(List.of("a"), Await.result(index.ended(end, 9)));
    assertEquals(List.of(), Await.result(index.withFinal(9)));
    commit(poll("a-p", 3, 1, State.FINAL));
    assertEquals(List.of("a"), Await.result(index.withFinal(9)));
    long version = Await.result(events.load("a")).state().version();
    Await.result(index.looked("a", version - 1, null, null));
    assertEquals(List.of("a"), Await.result(index.withFinal(9)), "it was changed after that look");
    Await.result(index.postpone("a", end + 5, 7));
    assertEquals(List.of(), Await.result(index.ended(end, 9)));
    Await.result(index.looked("a", version, null, null));
    assertEquals(List.of(), Await.result(index.withFinal(9)));
    assertEquals(List.of(), Await.result(index.ended(Long.MAX_VALUE, 9)));
    Await.result(index.postpone("a", 1, 1));
    assertEquals(
        List.of(), Await.result(index.withFinal(9)), "nothing is noted again of what is done");
    assertTrue(keys().stream().noneMatch(k -> k.equals("plenary:events:ends")));
  }

  private void commit(Poll next) {
    Await.result(events.commit("a", Change.of(new PutActivity(next, Answers.KEEP))));
  }
}
