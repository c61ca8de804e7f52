package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.RuleViolation;
import io.plenary.identity.Action;
import io.plenary.identity.Grant;
import io.plenary.identity.Permissions;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ErrorCode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection may send a message, there where it works. Each method answers the objection,
 * null when there is none.
 */
final class Rights {
  /** By the name of the message's record. */
  private static final Map<String, Action> ACTIONS =
      Arrays.stream(Action.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  a -> Character.toUpperCase(a.wire().charAt(0)) + a.wire().substring(1),
                  Function.identity()));

  private final EventCache board;

  Rights(EventCache board) {
    this.board = board;
  }

  /**
   * @param room null when the message concerns the event as a whole
   */
  @Nullable ErrorCode inRoom(Session session, ClientMessage message, @Nullable String room) {
    Action action = ACTIONS.get(message.getClass().getSimpleName());
    return action != null && session.identity().grant().may(action, room)
        ? null
        : ErrorCode.NOT_ALLOWED;
  }

  /**
   * In the room whose activity it is. Who may act everywhere is told by the rule that there is no
   * such activity.
   */
  @Nullable ErrorCode onActivity(
      Session session, ClientMessage message, String activity, ErrorCode unknown) {
    Action action = ACTIONS.get(message.getClass().getSimpleName());
    Grant grant = session.identity().grant();
    if (action == null || !Permissions.may(grant.role(), action)) return ErrorCode.NOT_ALLOWED;
    if (grant.rooms() == null) return null;
    LoadedEvent loaded = board.peek(session.identity().eventId());
    try {
      return loaded != null && grant.covers(loaded.state().roomOf(activity).id())
          ? null
          : ErrorCode.NOT_ALLOWED;
    } catch (RuleViolation e) {
      return unknown;
    }
  }
}
