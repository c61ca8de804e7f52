package io.plenary.transport;

import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.ServerMessage.Welcome;
import io.plenary.room.service.Attendance;
import io.plenary.room.service.Feeds;

/** Lets connections in and out: welcome, one snapshot, then what the room gets. */
final class Entrance {
  static final long HEARTBEAT_MS = 25_000;
  private final Greeting greeting;
  private final Feeds feeds;
  private final Attendance attendance;
  private final long graceMs;
  private final String version;

  Entrance(Greeting greeting, Feeds feeds, Attendance attendance, long graceMs, String version) {
    this.greeting = greeting;
    this.feeds = feeds;
    this.attendance = attendance;
    this.graceMs = graceMs;
    this.version = version;
  }

  void enter(Hello hello, Session session, Hub.Seat seat) {
    greeting.identify(hello, session.cookie)
        .onSuccess(who -> welcome(who, session, seat))
        .onFailure(e -> session.close(e instanceof Greeting.NotWelcome ? ((Greeting.NotWelcome) e).code : CloseCode.UNAVAILABLE));
  }

  /** Follows first and reads the snapshot after, in one turn of the loop: no newer frame can be missed in between. */
  private void welcome(Session.Identity who, Session session, Hub.Seat seat) {
    if (session.outbox.closed()) return;
    session.identify(who);
    session.reply(new Welcome(who.role(), HEARTBEAT_MS, graceMs, version));
    seat.follow(who.topic(), session.outbox);
    if (who.participant() != null) attendance.enter(who.eventId(), who.participant());
    Frame snapshot = feeds.current(who.topic());
    if (snapshot == null) session.close(CloseCode.EVENT_GONE);
    else session.outbox.offer(snapshot);
  }

  void leave(Session session, Hub.Seat seat) {
    Session.Identity who = session.identity();
    if (who == null) return;
    seat.leave(who.topic(), session.outbox);
    if (who.participant() != null) attendance.leave(who.eventId(), who.participant());
  }
}
