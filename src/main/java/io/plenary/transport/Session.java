package io.plenary.transport;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Outbox;
import io.plenary.hub.Topic;
import io.plenary.identity.Grant;
import io.plenary.limit.Limits;
import io.plenary.limit.RateLimiter;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.words.Role;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One connection and who is at its other end. Lives on its event loop. */
public final class Session {
  final Outbox outbox;

  /** Id of the organiser's session at the upgrade, null when there was none. */
  final @Nullable String cookie;

  /** Network address of the peer, for counting failures; never logged or stored. */
  final String address;

  private final Set<Topic> also = new HashSet<>(0);
  private RateLimiter limit;
  private final LongSupplier nanos;
  private @Nullable Identity identity;
  private @Nullable RateLimiter personal;
  private volatile long heardAt;
  private @Nullable String hand;
  private boolean greeting;
  private @Nullable String page;

  /**
   * @param grant what may be done here, and where
   * @param participant of an attendee, else null
   * @param account of somebody signed in, else null
   * @param name of that person, as the others who run the event read it, else null
   */
  public record Identity(
      Grant grant,
      String eventId,
      String roomId,
      @Nullable String participant,
      @Nullable String account,
      @Nullable String name) {
    /** Who runs an event sees the same, whatever they may do there. */
    public Topic topic() {
      return new Topic(
          eventId,
          roomId,
          switch (grant.role()) {
            case ATTENDEE -> Audience.ATTENDEE;
            case STAGE -> Audience.STAGE;
            case REMOTE -> Audience.REMOTE;
            case ORGANISER, MODERATOR, PRESENTER -> Audience.ORGANISER;
          });
    }

    public Role role() {
      return grant.role();
    }

    /** The account, where only people who run the event come. */
    public String person() {
      return Objects.requireNonNull(account, "only people with an account");
    }

    /** The name of {@link #person}. */
    public String personName() {
      return Objects.requireNonNull(name, "only people with an account");
    }

    /** The participant, where only an attendee comes. */
    public String attendee() {
      return Objects.requireNonNull(participant, "only attendees");
    }
  }

  Session(Outbox outbox, @Nullable String cookie, String address, LongSupplier nanos) {
    this.nanos = nanos;
    this.limit = new RateLimiter(Limits.CONNECTION, nanos.getAsLong());
    this.heardAt = nanos.getAsLong();
    this.address = address;
    this.outbox = outbox;
    this.cookie = cookie;
  }

  /** Where frames for this connection wait. */
  public Outbox outbox() {
    return outbox;
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
    long now = nanos.getAsLong();
    return limit.tryAcquire(now) && (personal == null || personal.tryAcquire(now));
  }

  /** Whether hello was answered. */
  boolean identified() {
    return identity != null;
  }

  /** Once hello was answered. */
  public Identity identity() {
    return Objects.requireNonNull(identity, "hello was not answered");
  }

  /**
   * @param personal what an attendee may send over all their connections; null for others
   */
  void identify(Identity identity, @Nullable RateLimiter personal) {
    this.identity = identity;
    this.personal = personal;
    if (identity.account() != null || identity.role() == Role.REMOTE) {
      limit = new RateLimiter(Limits.ORGANISER, nanos.getAsLong());
    }
  }

  /** Answers false when a hello was already received. */
  boolean greet() {
    boolean first = !greeting;
    greeting = true;
    return first;
  }

  /** Beside the room itself; until it stops, or the connection ends. */
  public void alsoFollow(Topic topic, Hub.Seat seat) {
    if (outbox.closed()) return;
    also.add(topic);
    seat.follow(topic, outbox);
  }

  public void stop(Topic topic, Hub.Seat seat) {
    if (also.remove(topic)) seat.leave(topic, outbox);
  }

  void stopAll(Hub.Seat seat) {
    also.forEach(topic -> seat.leave(topic, outbox));
    also.clear();
  }

  /** Names this connection to other people who run the event, who learn nothing else from it. */
  public String hand() {
    if (hand == null) {
      hand =
          Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    }
    return hand;
  }

  public boolean hasHand() {
    return hand != null;
  }

  /** Before it is let in: {@code page} of its hello. */
  void ofPage(@Nullable String name) {
    page = name;
  }

  /** Whether both are connections of one page, of which it will keep one. */
  boolean samePage(Session other) {
    return page != null && page.equals(other.page);
  }

  public void reply(ServerMessage message) {
    outbox.offer(Frame.reply(message));
  }

  void close(CloseCode code) {
    outbox.close(code);
  }
}
