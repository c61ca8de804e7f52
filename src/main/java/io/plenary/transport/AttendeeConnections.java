package io.plenary.transport;

import io.plenary.activity.service.SharedPlaces;
import io.plenary.limit.Limits;
import io.plenary.limit.RateLimiter;
import io.plenary.protocol.CloseCode;
import io.plenary.transport.PagesOfPerson.Connection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Connections of attendees to this server, by person. Many phones behind one address are a
 * conference, so it is the token that is limited: one person has a few tabs, and after a lost
 * network some connections that are dead without anybody knowing. One more than those closes the
 * one that was silent longest; the newest is let in. A page that doubts its connection opens a
 * second one and keeps one of both: to all limits they are one. An event has places for so many
 * people, at all nodes together: pages that somebody has beside the first one take what is free,
 * and give way to whoever comes. Usable from any event loop.
 */
public final class AttendeeConnections implements SharedPlaces {
  static final int PER_PERSON = 8;
  static final int PER_PAGE = 2;
  private static final long SWEEP_MS = 10_000;

  /** How often somebody is outrun to a place that was made before they are told that it is full. */
  private static final int TRIES = 8;

  record Person(String event, String participant) {
    static Person of(Session.Identity who) {
      return new Person(who.eventId(), who.attendee());
    }
  }

  private final int most;
  private final LongSupplier nanos;
  private final Map<Person, PagesOfPerson> people = new ConcurrentHashMap<>();
  private final Map<String, Hall> halls = new ConcurrentHashMap<>();

  /** Asks the other nodes for places of an event; null: there are no others. */
  private @Nullable Function<String, Future<Void>> asker;

  private BiConsumer<String, String> moved = (event, participant) -> {};

  /**
   * @param most attendees of one event, and most pages that they have open
   */
  public AttendeeConnections(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * From now on places are those that other nodes leave. Call it before anybody comes.
   *
   * @param ask for places of an event, for all pages that wait for some; never fails
   * @param listener told the event and the participant whose pages became more or fewer here
   */
  public void share(Function<String, Future<Void>> ask, BiConsumer<String, String> listener) {
    asker = ask;
    moved = listener;
  }

  /** It is not let go before it is given back. */
  private Hall held(String event) {
    return halls.compute(
        event,
        (e, known) -> {
          Hall hall = known == null ? new Hall(asker == null ? most : 0, most) : known;
          hall.users.incrementAndGet();
          return hall;
        });
  }

  private static void giveBack(Hall hall) {
    hall.users.decrementAndGet();
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(SWEEP_MS, id -> sweep());
  }

  /**
   * What the person has sent lately is remembered when their last connection ends, or coming back
   * would be a way around the limit. A hall that nobody is in any more keeps its places until then:
   * who loads a page anew need not ask for one.
   */
  void sweep() {
    for (String event : halls.keySet()) {
      halls.computeIfPresent(event, (e, hall) -> hall.idle() ? null : hall);
    }
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
    Hall hall = held(who.eventId());
    try {
      RateLimiter mine = enter(hall, Person.of(who), session, loop, true);
      for (int i = 0; mine == null && i < TRIES && makeRoom(hall); i++) {
        mine = enter(hall, Person.of(who), session, loop, true);
      }
      return mine;
    } finally {
      giveBack(hall);
    }
  }

  /**
   * The same for a place that this node has, and nobody loses one of theirs; null: ask for some.
   */
  @Nullable RateLimiter enter(Session.Identity who, Session session, Context loop) {
    Hall hall = held(who.eventId());
    try {
      return enter(hall, Person.of(who), session, loop, asker == null);
    } finally {
      giveBack(hall);
    }
  }

  /**
   * Asks for places. On the caller's context.
   *
   * @return whether there are more to be asked for, when others should be faster
   */
  Future<Boolean> more(String event) {
    Function<String, Future<Void>> ask = asker;
    if (ask == null) return Future.succeededFuture(false);
    Hall hall = held(event);
    hall.waiting.incrementAndGet();
    giveBack(hall);
    return ask.apply(event)
        .map(
            asked -> {
              hall.waiting.decrementAndGet();
              return hall.left();
            });
  }

  private @Nullable RateLimiter enter(
      Hall hall, Person of, Session session, Context loop, boolean full) {
    boolean[] in = new boolean[1];
    PagesOfPerson place =
        people.compute(
            of,
            (person, known) -> {
              PagesOfPerson mine =
                  known == null
                      ? new PagesOfPerson(new RateLimiter(Limits.ATTENDEE, nanos.getAsLong()))
                      : known;
              in[0] =
                  beside(mine, session)
                      || (mine.pages() < PER_PERSON && hall.take())
                      || ((full || mine.pages() >= PER_PERSON) && giveUpPage(mine));
              if (in[0]) mine.connections.add(new Connection(session, loop));
              note(hall, person, mine);
              return known == null && !in[0] ? null : mine;
            });
    return in[0] ? place.limit : null;
  }

  private void note(Hall hall, Person person, PagesOfPerson place) {
    moved.accept(person.event, person.participant);
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
            if (made[0]) hall.leave();
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
  private boolean beside(PagesOfPerson place, Session session) {
    List<Connection> same = place.connections.stream().filter(c -> c.is(session)).toList();
    if (same.size() >= PER_PAGE) {
      quietest(same, c -> c.session().heardAt()).ifPresent(c -> giveUp(place, c, CloseCode.SILENT));
    }
    return !same.isEmpty();
  }

  /** Of a person's pages, the one that was silent longest. */
  private boolean giveUpPage(PagesOfPerson place) {
    Optional<Connection> silent = quietest(place.connections, c -> place.heardAt(c.session()));
    if (silent.isEmpty()) return false;
    place.connections.stream()
        .filter(c -> c.is(silent.get().session()))
        .toList()
        .forEach(c -> giveUp(place, c, CloseCode.ELSEWHERE));
    return true;
  }

  private static void giveUp(PagesOfPerson place, Connection connection, CloseCode why) {
    place.connections.remove(connection);
    Session closed = connection.session();
    connection.loop().runOnContext(v -> closed.close(why));
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
          boolean was = place.connections.removeIf(c -> c.session() == session);
          Hall hall = halls.get(who.eventId());
          if (was && hall != null && place.connections.stream().noneMatch(c -> c.is(session))) {
            hall.leave();
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
    return hall == null ? 0 : hall.pages();
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public Wish wish(String event) {
    Hall hall = halls.get(event);
    return hall == null ? new Wish(0, 0, 0) : hall.wish();
  }

  @Override
  public boolean granted(String event, int places, int free, int lacking) {
    Hall hall = halls.get(event);
    if (hall == null) return false;
    hall.granted(places, free);
    int given = 0;
    while (given < lacking && makeRoom(hall)) given++;
    return given > 0;
  }

  @Override
  public void alone(String event) {
    Hall hall = halls.get(event);
    if (hall != null) hall.granted(most, most);
  }

  @Override
  public boolean lacks(String event) {
    Hall hall = halls.get(event);
    return hall != null && hall.lacks();
  }

  /** Who has a page of the event open. */
  List<String> participants(String event) {
    return people.keySet().stream()
        .filter(person -> person.event.equals(event))
        .map(Person::participant)
        .toList();
  }

  /** How many pages the person has open. */
  int pages(String event, String participant) {
    int[] pages = new int[1];
    people.computeIfPresent(
        new Person(event, participant),
        (person, place) -> {
          pages[0] = place.pages();
          return place;
        });
    return pages[0];
  }

  /** The person loses the page that was silent longest. */
  void giveUp(String event, String participant) {
    Hall hall = halls.get(event);
    if (hall == null) return;
    people.computeIfPresent(
        new Person(event, participant),
        (person, place) -> {
          if (giveUpPage(place)) hall.leave();
          note(hall, person, place);
          return place;
        });
  }

  /** Of how many events something is remembered. */
  int events() {
    return halls.size();
  }

  /** How many people are remembered. */
  int remembered() {
    return people.size();
  }
}
