package io.plenary.transport;

import io.plenary.limit.Limits;
import io.plenary.limit.RateLimiter;
import io.plenary.protocol.CloseCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Connections of attendees to this server, by person. Many phones behind one address are a
 * conference, so it is the token that is limited: one person has a few tabs, and after a lost
 * network some connections that are dead without anybody knowing. One more than those closes the
 * one that was silent longest; the newest is let in. A page that doubts its connection opens a
 * second one and keeps one of both: to all limits they are one. An event has places for so many
 * people: pages that somebody has beside the first one take what is free, and give way to whoever
 * comes. Usable from any event loop.
 */
public final class AttendeeConnections {
  static final int PER_PERSON = 8;
  static final int PER_PAGE = 2;
  private static final long SWEEP_MS = 10_000;

  /** How often somebody is outrun to a place that was made before they are told that it is full. */
  private static final int TRIES = 8;

  private record Person(String event, String participant) {
    static Person of(Session.Identity who) {
      return new Person(who.eventId(), who.attendee());
    }
  }

  private record Connection(Session session, Context loop) {
    /** Whether it is of the same page, or the same. */
    boolean is(Session other) {
      return session == other || session.samePage(other);
    }
  }

  /** Changed only within {@link ConcurrentHashMap#compute}. */
  private static final class Place {
    final List<Connection> connections = new ArrayList<>(1);
    final RateLimiter limit;

    Place(RateLimiter limit) {
      this.limit = limit;
    }

    /** How many there are, with all connections of one page for one. */
    int pages() {
      int pages = 0;
      for (int i = 0; i < connections.size(); i++) {
        Session session = connections.get(i).session;
        if (connections.subList(0, i).stream().noneMatch(c -> c.is(session))) pages++;
      }
      return pages;
    }

    /**
     * When something was heard last of the page of this connection, on whichever of its
     * connections.
     */
    long heardAt(Session of) {
      long newest = of.heardAt();
      for (Connection c : connections) {
        if (c.is(of) && c.session.heardAt() - newest > 0) newest = c.session.heardAt();
      }
      return newest;
    }
  }

  private final int most;
  private final LongSupplier nanos;
  private final Map<Person, Place> people = new ConcurrentHashMap<>();
  private final Map<String, Hall> halls = new ConcurrentHashMap<>();

  /** The pages of one event, and who has more than one of them. */
  private static final class Hall {
    final AtomicInteger pages = new AtomicInteger();
    final Set<Person> several = ConcurrentHashMap.newKeySet();

    boolean take(int most) {
      return pages.getAndUpdate(n -> Math.min(n + 1, most)) < most;
    }
  }

  /**
   * @param most attendees of one event, and most pages that they have open
   */
  public AttendeeConnections(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(SWEEP_MS, id -> sweep());
  }

  /**
   * What the person has sent lately is remembered when their last connection ends, or coming back
   * would be a way around the limit.
   */
  void sweep() {
    for (Person person : people.keySet()) {
      people.computeIfPresent(
          person,
          (p, place) ->
              place.connections.isEmpty() && place.limit.isFull(nanos.getAsLong()) ? null : place);
    }
  }

  /**
   * Takes a connection in, for one that the same person loses if it has to be. Call it on the
   * connection's loop.
   *
   * @return what the person may send from now on; null when the event is full
   */
  @Nullable RateLimiter admit(Session.Identity who, Session session, Context loop) {
    Hall hall = halls.computeIfAbsent(who.eventId(), e -> new Hall());
    RateLimiter mine = enter(hall, Person.of(who), session, loop);
    for (int i = 0; mine == null && i < TRIES && makeRoom(hall); i++) {
      mine = enter(hall, Person.of(who), session, loop);
    }
    return mine;
  }

  private @Nullable RateLimiter enter(Hall hall, Person of, Session session, Context loop) {
    boolean[] in = new boolean[1];
    Place place =
        people.compute(
            of,
            (person, known) -> {
              Place mine =
                  known == null
                      ? new Place(new RateLimiter(Limits.ATTENDEE, nanos.getAsLong()))
                      : known;
              in[0] =
                  beside(mine, session)
                      || (mine.pages() < PER_PERSON && hall.take(most))
                      || giveUpPage(mine);
              if (in[0]) mine.connections.add(new Connection(session, loop));
              note(hall, person, mine);
              return known == null && !in[0] ? null : mine;
            });
    return in[0] ? place.limit : null;
  }

  private static void note(Hall hall, Person person, Place place) {
    if (place.pages() > 1) hall.several.add(person);
    else hall.several.remove(person);
  }

  /**
   * Takes a page from somebody who has another one.
   *
   * @return false when everybody has one
   */
  private boolean makeRoom(Hall hall) {
    boolean[] made = new boolean[1];
    for (Person somebody : hall.several) {
      people.computeIfPresent(
          somebody,
          (person, place) -> {
            made[0] = place.pages() > 1 && giveUpPage(place);
            if (made[0]) hall.pages.decrementAndGet();
            note(hall, person, place);
            return place;
          });
      if (made[0]) return true;
    }
    return false;
  }

  /**
   * Whether the page is there already. What is more than two of one page is left over from doubts
   * before. It may be the one that the page still listens to, so the page is not sent away.
   */
  private boolean beside(Place place, Session session) {
    List<Connection> same = place.connections.stream().filter(c -> c.is(session)).toList();
    if (same.size() >= PER_PAGE) {
      quietest(same, c -> c.session.heardAt()).ifPresent(c -> giveUp(place, c, CloseCode.SILENT));
    }
    return !same.isEmpty();
  }

  /** Of a person's pages, the one that was silent longest. */
  private boolean giveUpPage(Place place) {
    Optional<Connection> silent = quietest(place.connections, c -> place.heardAt(c.session));
    if (silent.isEmpty()) return false;
    place.connections.stream()
        .filter(c -> c.is(silent.get().session))
        .toList()
        .forEach(c -> giveUp(place, c, CloseCode.ELSEWHERE));
    return true;
  }

  private static void giveUp(Place place, Connection connection, CloseCode why) {
    place.connections.remove(connection);
    Session closed = connection.session;
    connection.loop.runOnContext(v -> closed.close(why));
  }

  private Optional<Connection> quietest(List<Connection> of, ToLongFunction<Connection> heardAt) {
    long now = nanos.getAsLong();
    Connection silent = null;
    for (Connection c : of) {
      if (silent == null || now - heardAt.applyAsLong(c) > now - heardAt.applyAsLong(silent)) {
        silent = c;
      }
    }
    return Optional.ofNullable(silent);
  }

  /** The connection is gone; calling it for one that was given up does nothing. */
  void leave(Session.Identity who, Session session) {
    people.computeIfPresent(
        Person.of(who),
        (person, place) -> {
          boolean was = place.connections.removeIf(c -> c.session == session);
          Hall hall = halls.get(who.eventId());
          if (was && hall != null && place.connections.stream().noneMatch(c -> c.is(session))) {
            hall.pages.decrementAndGet();
            note(hall, person, place);
          }
          return place.connections.isEmpty() && place.limit.isFull(nanos.getAsLong())
              ? null
              : place;
        });
  }

  /** How many pages of this event are open. */
  int connected(String event) {
    Hall hall = halls.get(event);
    return hall == null ? 0 : hall.pages.get();
  }

  /** How many people are remembered. */
  int remembered() {
    return people.size();
  }
}
