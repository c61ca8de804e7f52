package io.plenary.transport;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Outbox;
import io.plenary.hub.Topic;
import io.plenary.identity.Grant;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Role;
import io.plenary.protocol.ServerMessage;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** One connection and who is at its other end. Lives on its event loop. */
final class Session {
  final Outbox outbox;
  /** Id of the organiser's session at the upgrade, null when there was none. */
  final String cookie;
  /** Network address of the peer, for counting failures; never logged or stored. */
  final String address;
  private final Set<Topic> also = new HashSet<>(0);
  private final RateLimit limit;
  private final LongSupplier nanos;
  private Identity identity;
  private PersonalLimit personal;
  private volatile long heardAt;
  private String hand;
  private boolean greeting;

  /**
   * @param grant       what may be done here, and where
   * @param participant of an attendee, else null
   * @param account     of somebody signed in, else null
   * @param name        of that person, as the others who run the event read it, else null
   */
  record Identity(Grant grant, String eventId, String roomId, String participant, String account, String name) {
    /** Who runs an event sees the same, whatever they may do there. */
    Topic topic() {
      return new Topic(eventId, roomId, account != null ? Audience.ORGANISER : Audience.valueOf(grant.role().name()));
    }

    Role role() {
      return Role.valueOf(grant.role().name());
    }
  }

  Session(Outbox outbox, String cookie, String address, LongSupplier nanos) {
    this.nanos = nanos;
    this.limit = new RateLimit(nanos);
    this.heardAt = nanos.getAsLong();
    this.address = address;
    this.outbox = outbox;
    this.cookie = cookie;
  }

  /** The peer is there. */
  void heard() {
    heardAt = nanos.getAsLong();
  }

  /** When something was heard last, by {@link System#nanoTime}; also for other threads. */
  long heardAt() {
    return heardAt;
  }

  /** Whether one more message is not too much: of this connection, and of its person. */
  boolean allows() {
    return limit.allows() && (personal == null || personal.allows());
  }

  /** Null until hello was answered. */
  Identity identity() {
    return identity;
  }

  /** @param personal what an attendee may send over all their connections; null for others */
  void identify(Identity identity, PersonalLimit personal) {
    this.identity = identity;
    this.personal = personal;
    if (identity.account() != null || identity.role() == Role.REMOTE) limit.raise();
  }

  /** Answers false when a hello was already received. */
  boolean greet() {
    boolean first = !greeting;
    greeting = true;
    return first;
  }

  /** Beside the room itself; until it stops, or the connection ends. */
  void alsoFollow(Topic topic, Hub.Seat seat) {
    if (outbox.closed()) return;
    also.add(topic);
    seat.follow(topic, outbox);
  }

  void stop(Topic topic, Hub.Seat seat) {
    if (also.remove(topic)) seat.leave(topic, outbox);
  }

  void stopAll(Hub.Seat seat) {
    also.forEach(topic -> seat.leave(topic, outbox));
    also.clear();
  }

  /** Names this connection to other people who run the event, who learn nothing else from it. */
  String hand() {
    if (hand == null) hand = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    return hand;
  }

  boolean hasHand() {
    return hand != null;
  }

  void reply(ServerMessage message) {
    outbox.offer(Frame.reply(message));
  }

  void close(CloseCode code) {
    outbox.close(code);
  }
}
