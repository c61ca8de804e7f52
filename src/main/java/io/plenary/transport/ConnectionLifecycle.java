package io.plenary.transport;

import io.plenary.activity.service.Beats;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.identity.Action;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.Permissions;
import io.plenary.limit.RateLimiter;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.ServerMessage.Welcome;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets connections in and out: welcome, one snapshot, then what the room gets. */
final class ConnectionLifecycle {
  static final long HEARTBEAT_MS = 25_000;

  /** Well within the time there is for saying hello. */
  private static final long LONGEST_HOLD_MS = 5_000;

  private static final int MOST_HELD = 1_000;

  /** How often others are faster, in a crowd, before somebody is told that it is full. */
  private static final int PLACE_TRIES = 8;

  private final Vertx vertx;
  private final HelloAuthenticator greeting;
  private final SnapshotCache feeds;
  private final Arrivals arrivals;
  private final AttendeeConnections phones;
  private final Organisers organisers;
  private final GuessLimits guesses;
  private final Beats beats;
  private final long graceMs;
  private final InstantSource clock;
  private final String version;
  private final List<KindHandlers> kinds;
  private int held;

  ConnectionLifecycle(
      Vertx vertx,
      HelloAuthenticator greeting,
      SnapshotCache feeds,
      Arrivals arrivals,
      AttendeeConnections phones,
      Organisers organisers,
      GuessLimits guesses,
      Beats beats,
      long graceMs,
      InstantSource clock,
      String version,
      List<KindHandlers> kinds) {
    this.beats = beats;
    this.kinds = kinds;
    this.vertx = vertx;
    this.organisers = organisers;
    this.guesses = guesses;
    this.greeting = greeting;
    this.feeds = feeds;
    this.arrivals = arrivals;
    this.phones = phones;
    this.graceMs = graceMs;
    this.clock = clock;
    this.version = version;
  }

  void enter(Hello hello, Session session, Hub.Seat seat) {
    session.ofPage(hello.page());
    greeting
        .identify(hello, session.cookie)
        .onSuccess(who -> welcome(who, session, seat))
        .onFailure(
            e ->
                refuse(
                    session,
                    e instanceof HelloAuthenticator.NotWelcome notWelcome
                        ? notWelcome.code
                        : CloseCode.UNAVAILABLE));
  }

  /**
   * What is wrong is said, but to an address that was often wrong it is said later and later. A
   * stage whose link was replaced still hears the truth, and only who guesses is kept waiting.
   */
  private void refuse(Session session, CloseCode code) {
    boolean guess = code == CloseCode.REFUSED || code == CloseCode.EVENT_GONE;
    long holdMs =
        guess ? Math.min(guesses.wrongLink(session.address).toMillis(), LONGEST_HOLD_MS) : 0;
    if (holdMs == 0 || held >= MOST_HELD) {
      session.close(code);
      return;
    }
    held++;
    vertx.setTimer(
        holdMs,
        id -> {
          held--;
          session.close(code);
        });
  }

  private void welcome(Session.Identity who, Session session, Hub.Seat seat) {
    if (session.outbox.closed()) return;
    if (who.participant() == null) {
      welcome(who, session, seat, null);
      return;
    }
    RateLimiter personal = phones.enter(who, session, seat.context());
    if (personal == null) awaitPlace(who, session, seat, PLACE_TRIES);
    else welcome(who, session, seat, personal);
  }

  /** For a place, of which this node has none. */
  private void awaitPlace(Session.Identity who, Session session, Hub.Seat seat, int tries) {
    phones
        .more(who.eventId())
        .onSuccess(
            left -> {
              if (session.outbox.closed()) return;
              boolean last = !left || tries == 1;
              RateLimiter late =
                  last
                      ? phones.admit(who, session, seat.context())
                      : phones.enter(who, session, seat.context());
              if (late != null) welcome(who, session, seat, late);
              else if (last) session.close(CloseCode.ROOM_FULL);
              else awaitPlace(who, session, seat, tries - 1);
            });
  }

  /**
   * Follows first and reads the snapshot after, in one turn of the loop: no newer frame can be
   * missed in between.
   *
   * @param personal what an attendee may send, else null
   */
  private void welcome(
      Session.Identity who, Session session, Hub.Seat seat, @Nullable RateLimiter personal) {
    session.identify(who, personal);
    session.reply(
        new Welcome(
            who.role(),
            HEARTBEAT_MS,
            beats.nextMs(who.eventId()),
            graceMs,
            clock.millis(),
            version,
            may(who),
            rooms(who)));
    seat.follow(who.topic(), session.outbox);
    if (who.account() != null) organisers.add(session, seat.context());
    arrivals.came(who);
    Frame snapshot = feeds.current(who.topic());
    if (snapshot == null) session.close(CloseCode.EVENT_GONE);
    else {
      session.outbox.offer(snapshot);
      kinds.forEach(kind -> kind.entered(session));
    }
  }

  /** Only the pages of people who run events ask: phones know what they may do. */
  private static @Nullable List<String> may(Session.Identity who) {
    return who.account() == null
        ? null
        : Permissions.of(who.grant().role()).stream().map(Action::wire).toList();
  }

  private static @Nullable List<String> rooms(Session.Identity who) {
    return who.account() == null || who.grant().rooms() == null
        ? null
        : who.grant().rooms().stream().sorted().toList();
  }

  void leave(Session session, Hub.Seat seat) {
    if (!session.identified()) return;
    Session.Identity who = session.identity();
    seat.leave(who.topic(), session.outbox);
    kinds.forEach(kind -> kind.left(session));
    session.stopAll(seat);
    organisers.remove(session);
    if (who.participant() != null) phones.leave(who, session);
    arrivals.went(who);
  }
}
