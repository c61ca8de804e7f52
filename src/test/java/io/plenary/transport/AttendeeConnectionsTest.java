package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.activity.service.SharedPlaces.Wish;
import io.plenary.hub.Frame;
import io.plenary.hub.Outbox;
import io.plenary.hub.Sink;
import io.plenary.identity.Grant;
import io.plenary.limit.RateLimiter;
import io.plenary.protocol.CloseCode;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may be connected how often, and what one person may send over all of it. */
class AttendeeConnectionsTest {
  private static final long SECOND = 1_000_000_000L;
  private final ManualLoop loop = new ManualLoop();
  private final IdentityHashMap<Session, CloseCode> closed = new IdentityHashMap<>();
  private long now = 1;

  private Session session() {
    Session[] made = new Session[1];
    made[0] =
        new Session(
            new Outbox(
                new Sink() {
                  @Override
                  public void write(Frame frame) {
                    // nobody reads
                  }

                  @Override
                  public boolean full() {
                    return false;
                  }

                  @Override
                  public void close(CloseCode code) {
                    closed.put(made[0], code);
                  }
                },
                () -> now),
            null,
            "127.0.0.1",
            () -> now);
    return made[0];
  }

  private static Session.Identity who(String participant) {
    return new Session.Identity(Grant.everywhere(Role.ATTENDEE), "e", "r", participant, null, null);
  }

  private List<Session> admit(AttendeeConnections phones, String participant, int many) {
    List<Session> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      now++;
      all.add(session());
      assertNotNull(phones.admit(who(participant), all.get(i), loop.context()));
    }
    loop.run();
    return all;
  }

  @Test
  void oneMoreClosesTheOneThatWasSilentLongest() {
    AttendeeConnections phones = new AttendeeConnections(100, () -> now);
    List<Session> tabs = admit(phones, "p", AttendeeConnections.PER_PERSON);
    assertTrue(closed.isEmpty());
    now += SECOND;
    tabs.get(0).heard(); // a tab that is looked at; the rest are what a bad network left behind
    Session back = admit(phones, "p", 1).get(0);
    assertEquals(Map.of(tabs.get(1), CloseCode.ELSEWHERE), Map.copyOf(closed));
    phones.leave(who("p"), tabs.get(1)); // its end arrives later
    assertEquals(AttendeeConnections.PER_PERSON, phones.connected("e"));
    admit(phones, "other", 1);
    assertEquals(
        AttendeeConnections.PER_PERSON + 1,
        phones.connected("e"),
        "of another person none is closed");
    assertEquals(1, closed.size());
    assertFalse(closed.containsKey(back));
  }

  @Test
  @DisplayName(
      "O14 an event is full when so many people are there; whoever has several pages gives one up"
          + " first, the quietest")
  void o14_peopleAreCounted() {
    AttendeeConnections phones = new AttendeeConnections(4, () -> now);
    List<Session> tabs = admit(phones, "a", 3);
    List<Session> b = admit(phones, "b", 1);
    tabs.get(0).heard();
    admit(phones, "c", 1);
    assertEquals(Map.of(tabs.get(1), CloseCode.ELSEWHERE), Map.copyOf(closed));
    phones.leave(who("a"), tabs.get(1)); // its end arrives later
    admit(phones, "d", 1);
    assertEquals(CloseCode.ELSEWHERE, closed.get(tabs.get(2)));
    assertEquals(4, phones.connected("e"));
    assertNull(phones.admit(who("x"), session(), loop.context()), "four people are four");
    assertEquals(4, phones.remembered(), "who was refused is nobody");
    Session back = admit(phones, "b", 1).get(0);
    assertEquals(
        CloseCode.ELSEWHERE,
        closed.get(b.get(0)),
        "back from a lost network, while the old connection still counts");
    assertEquals(3, closed.size());
    phones.leave(who("b"), back);
    admit(phones, "x", 1);
    assertEquals(4, phones.connected("e"));
    assertEquals(3, closed.size());
  }

  @Test
  @DisplayName("O14 seven made-up people with eight pages each keep nobody out of fifty places")
  void o14_madeUpPeople() {
    AttendeeConnections phones = new AttendeeConnections(50, () -> now);
    for (int i = 0; i < 7; i++) admit(phones, "made up " + i, AttendeeConnections.PER_PERSON);
    assertEquals(50, phones.connected("e"));
    for (int i = 0; i < 43; i++) admit(phones, "honest " + i, 1);
    assertEquals(50, phones.connected("e"));
    assertNull(phones.admit(who("one more"), session(), loop.context()));
  }

  private Session ofPage(String name) {
    now++;
    Session session = session();
    session.ofPage(name);
    return session;
  }

  @Test
  @DisplayName(
      "C1 a page's second connection counts for nothing, however full it is, and its third closes"
          + " the quieter one")
  void c1_twoConnectionsOfOnePageAreOne() {
    AttendeeConnections phones = new AttendeeConnections(AttendeeConnections.PER_PERSON, () -> now);
    List<Session> tabs = new ArrayList<>();
    for (int i = 0; i < AttendeeConnections.PER_PERSON; i++) {
      tabs.add(ofPage("page" + i));
      assertNotNull(phones.admit(who("p"), tabs.get(i), loop.context()));
    }
    Session beside = ofPage("page3");
    assertNotNull(phones.admit(who("p"), beside, loop.context()));
    loop.run();
    assertTrue(closed.isEmpty());
    assertEquals(AttendeeConnections.PER_PERSON, phones.connected("e"));
    now += SECOND;
    beside.heard();
    assertNotNull(phones.admit(who("p"), ofPage("page3"), loop.context()));
    loop.run();
    assertEquals(
        Map.of(tabs.get(3), CloseCode.SILENT),
        Map.copyOf(closed),
        "its page may still hear it, and is to go on");
    phones.leave(who("p"), tabs.get(3));
    phones.leave(who("p"), beside);
    assertEquals(AttendeeConnections.PER_PERSON, phones.connected("e"), "one of the page is left");
    Session tab = ofPage("one more");
    assertNotNull(phones.admit(who("p"), tab, loop.context()));
    loop.run();
    assertEquals(2, closed.size(), "another page takes the place of the quietest");
    assertEquals(AttendeeConnections.PER_PERSON, phones.connected("e"));
  }

  @Test
  @DisplayName("C1 a page is given up whole, and not while one of its connections is alive")
  void c1_theQuietestPageIsTheOneOfWhichNothingIsHeard() {
    AttendeeConnections phones = new AttendeeConnections(100, () -> now);
    List<Session> tabs = new ArrayList<>();
    for (int i = 0; i < AttendeeConnections.PER_PERSON; i++) {
      tabs.add(ofPage("page" + i));
      phones.admit(who("p"), tabs.get(i), loop.context());
    }
    Session alive = ofPage("page0");
    phones.admit(who("p"), alive, loop.context()); // its first is dead, and the oldest of all
    Session dead = ofPage("page1");
    phones.admit(who("p"), dead, loop.context());
    now += SECOND;
    alive.heard();
    tabs.subList(2, AttendeeConnections.PER_PERSON).forEach(Session::heard);
    phones.admit(who("p"), ofPage("fresh"), loop.context());
    loop.run();
    assertEquals(
        Map.of(tabs.get(1), CloseCode.ELSEWHERE, dead, CloseCode.ELSEWHERE), Map.copyOf(closed));
    tabs.forEach(tab -> phones.leave(who("p"), tab));
    phones.leave(who("p"), alive);
    assertEquals(1, phones.connected("e"));
  }

  @Test
  void aPersonSendsNoMoreOverManyConnectionsThanOverOne() {
    AttendeeConnections phones = new AttendeeConnections(100, () -> now);
    List<Session> tabs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Session tab = session();
      tab.identify(who("p"), phones.admit(who("p"), tab, loop.context()));
      tabs.add(tab);
    }
    assertEquals(100, sent(tabs, 300));
    now += SECOND;
    assertEquals(50, sent(tabs, 300));
    tabs.forEach(tab -> phones.leave(who("p"), tab));
    phones.sweep();
    Session back = session();
    back.identify(who("p"), phones.admit(who("p"), back, loop.context()));
    assertEquals(0, sent(List.of(back), 10), "coming back is no way around");
    phones.leave(who("p"), back);
    now += 2 * SECOND;
    phones.sweep();
    assertEquals(0, phones.remembered(), "and nobody is remembered for longer than that");
  }

  @Test
  void ofAnEventThatNobodyIsAtNothingIsKept() {
    AttendeeConnections phones = new AttendeeConnections(100, () -> now);
    Promise<Void> asked = Promise.promise();
    phones.share(event -> asked.future(), (event, participant) -> {});
    Session first = session();
    assertNull(phones.enter(who("p"), first, loop.context()), "no place is granted");
    Future<Boolean> waits = phones.more("e");
    phones.sweep();
    assertEquals(1, phones.events(), "a page waits");
    phones.granted("e", 3, 7, 0);
    asked.complete();
    assertTrue(waits.result());
    assertNotNull(phones.enter(who("p"), first, loop.context()));
    phones.sweep();
    assertEquals(1, phones.events(), "a page is there");
    phones.leave(who("p"), first);
    assertEquals(new Wish(0, 0, 0), phones.wish("e"));
    phones.sweep();
    assertEquals(0, phones.events());
    assertEquals(new Wish(0, 0, 0), phones.wish("e"));
    assertFalse(phones.granted("e", 3, 7, 1));
    assertEquals(0, phones.events(), "an answer that comes after makes none");
    phones.giveUp("e", "p");
    assertEquals(0, phones.events());
  }

  @Test
  void whoComesWhileItIsLetGoIsCounted() throws InterruptedException {
    AttendeeConnections phones = new AttendeeConnections(100_000, () -> now);
    AtomicBoolean over = new AtomicBoolean();
    Thread sweeper =
        new Thread(
            () -> {
              while (!over.get()) phones.sweep();
            });
    sweeper.start();
    for (int i = 0; i < 20_000; i++) {
      Session session = session();
      assertNotNull(phones.admit(who("p" + i), session, loop.context()));
      assertEquals(1, phones.connected("e"), "of " + i);
      phones.leave(who("p" + i), session);
    }
    over.set(true);
    sweeper.join();
  }

  @Test
  void othersHaveTheirOwn() {
    AttendeeConnections phones = new AttendeeConnections(100, () -> now);
    RateLimiter one = phones.admit(who("p"), session(), loop.context());
    assertSame(one, phones.admit(who("p"), session(), loop.context()));
    while (one.tryAcquire(now)) {
      // on
    }
    assertTrue(phones.admit(who("q"), session(), loop.context()).tryAcquire(now));
  }

  private static int sent(List<Session> tabs, int tries) {
    int sent = 0;
    for (int i = 0; i < tries; i++) if (tabs.get(i % tabs.size()).allows()) sent++;
    return sent;
  }
}
