package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.RuleViolation;
import io.plenary.identity.Action;
import io.plenary.identity.Grant;
import io.plenary.identity.Permissions;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection may send a message, there where it works: answers the objection, null when
 * there is none.
 */
final class Rights {
  private final EventCache board;

  Rights(EventCache board) {
    this.board = board;
  }

  @Nullable ErrorCode objection(Session session, Route<?> route, ClientMessage message) {
    if (route.right() == null) return null;
    return message.room() == null && message.activity() != null
        ? onActivity(session, route.right(), message.activity())
        : inRoom(session, route.right(), message.room());
  }

  /**
   * @param room null when the message concerns the event as a whole
   */
  private static @Nullable ErrorCode inRoom(Session session, Action right, @Nullable String room) {
    return session.identity().grant().may(right, room) ? null : ErrorCode.NOT_ALLOWED;
  }

  /**
   * In the room whose activity it is. Who may act everywhere is told by the rule that there is no
   * such activity.
   */
  private @Nullable ErrorCode onActivity(Session session, Action right, String activity) {
    Grant grant = session.identity().grant();
    if (!Permissions.may(grant.role(), right)) return ErrorCode.NOT_ALLOWED;
    if (grant.rooms() == null) return null;
    LoadedEvent loaded = board.peek(session.identity().eventId());
    try {
      return loaded != null && grant.covers(loaded.state().roomOf(activity).id())
          ? null
          : ErrorCode.NOT_ALLOWED;
    } catch (RuleViolation e) {
      return ErrorCode.UNKNOWN_ACTIVITY;
    }
  }
}
