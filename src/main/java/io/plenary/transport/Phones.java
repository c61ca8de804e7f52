package io.plenary.transport;

import io.plenary.protocol.CloseCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Connections of attendees to this server, by person. Many phones behind one address are a conference, so it is the token that is
 * limited: one person has a few tabs, and after a lost network some connections that are dead without anybody knowing. One more than
 * those closes the one that was silent longest; the newest is let in. Usable from any event loop.
 */
public final class Phones {
  static final int PER_PERSON = 8;
  private static final long SWEEP_MS = 10_000;

  private record Person(String event, String participant) {
    static Person of(Session.Identity who) {
      return new Person(who.eventId(), who.participant());
    }
  }

  private record Connection(Session session, Context loop) {}

  /** Changed only within {@link ConcurrentHashMap#compute}. */
  private static final class Place {
    final List<Connection> connections = new ArrayList<>(1);
    final PersonalLimit limit;

    Place(PersonalLimit limit) {
      this.limit = limit;
    }
  }

  private final int most;
  private final LongSupplier nanos;
  private final Map<Person, Place> people = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> connected = new ConcurrentHashMap<>();

  /** @param most connections of attendees to one event */
  public Phones(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(SWEEP_MS, id -> sweep());
  }

  /** What the person has sent lately is remembered when their last connection ends, or coming back would be a way around the limit. */
  void sweep() {
    for (Person person : people.keySet()) {
      people.computeIfPresent(person, (p, place) -> place.connections.isEmpty() && place.limit.isFull() ? null : place);
    }
  }

  /**
   * Takes a connection in, for one that the same person loses if it has to be. Call it on the connection's loop.
   *
   * @return what the person may send from now on; null when the event is full
   */
  PersonalLimit admit(Session.Identity who, Session session, Context loop) {
    AtomicInteger count = connected.computeIfAbsent(who.eventId(), e -> new AtomicInteger());
    boolean[] in = new boolean[1];
    Place place = people.compute(Person.of(who), (person, known) -> {
      Place mine = known == null ? new Place(new PersonalLimit(nanos)) : known;
      in[0] = mine.connections.size() < PER_PERSON && count.getAndUpdate(n -> Math.min(n + 1, most)) < most || giveUpOne(mine);
      if (in[0]) mine.connections.add(new Connection(session, loop));
      return known == null && !in[0] ? null : mine;
    });
    return in[0] ? place.limit : null;
  }

  private boolean giveUpOne(Place place) {
    long now = nanos.getAsLong();
    Connection silent = null;
    for (Connection c : place.connections) {
      if (silent == null || now - c.session.heardAt() > now - silent.session.heardAt()) silent = c;
    }
    if (silent == null) return false;
    place.connections.remove(silent);
    Session closed = silent.session;
    silent.loop.runOnContext(v -> closed.close(CloseCode.ELSEWHERE));
    return true;
  }

  /** The connection is gone; calling it for one that was given up does nothing. */
  void leave(Session.Identity who, Session session) {
    people.computeIfPresent(Person.of(who), (person, place) -> {
      if (place.connections.removeIf(c -> c.session == session)) connected.get(who.eventId()).decrementAndGet();
      return place.connections.isEmpty() && place.limit.isFull() ? null : place;
    });
  }

  /** How many there are to this event. */
  int connected(String event) {
    AtomicInteger count = connected.get(event);
    return count == null ? 0 : count.get();
  }

  /** How many people are remembered. */
  int remembered() {
    return people.size();
  }
}
