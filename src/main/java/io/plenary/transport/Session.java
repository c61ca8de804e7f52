package io.plenary.transport;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Outbox;
import io.plenary.hub.Topic;
import io.plenary.identity.Action;
import io.plenary.identity.Permissions;
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

  /** @param participant of an attendee, else null */
  record Identity(Role role, String eventId, String roomId, String participant) {
    Topic topic() {
      return new Topic(eventId, roomId, Audience.valueOf(role.name()));
    }

    boolean may(Action action) {
      return Permissions.may(io.plenary.identity.Role.valueOf(role.name()), action);
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
    if (identity.role() == Role.ORGANISER || identity.role() == Role.REMOTE) limit.raise();
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
