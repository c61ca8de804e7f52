package io.plenary.transport;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Outbox;
import io.plenary.hub.Topic;
import io.plenary.identity.Grant;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Role;
import io.plenary.protocol.ServerMessage;

/** One connection and who is at its other end. Lives on its event loop. */
final class Session {
  final Outbox outbox;
  /** Id of the organiser's session at the upgrade, null when there was none. */
  final String cookie;
  /** Network address of the peer, for counting failures; never logged or stored. */
  final String address;
  final RateLimit limit = new RateLimit(System::nanoTime);
  private Identity identity;
  private boolean greeting;

  /**
   * @param grant       what may be done here, and where
   * @param participant of an attendee, else null
   * @param account     of somebody signed in, else null
   */
  record Identity(Grant grant, String eventId, String roomId, String participant, String account) {
    /** Who runs an event sees the same, whatever they may do there. */
    Topic topic() {
      return new Topic(eventId, roomId, account != null ? Audience.ORGANISER : Audience.valueOf(grant.role().name()));
    }

    Role role() {
      return Role.valueOf(grant.role().name());
    }
  }

  Session(Outbox outbox, String cookie, String address) {
    this.address = address;
    this.outbox = outbox;
    this.cookie = cookie;
  }

  /** Null until hello was answered. */
  Identity identity() {
    return identity;
  }

  void identify(Identity identity) {
    this.identity = identity;
    if (identity.account() != null || identity.role() == Role.REMOTE) limit.raise();
  }

  /** Answers false when a hello was already received. */
  boolean greet() {
    boolean first = !greeting;
    greeting = true;
    return first;
  }

  void reply(ServerMessage message) {
    outbox.offer(Frame.reply(message));
  }

  void close(CloseCode code) {
    outbox.close(code);
  }
}
