package io.plenary.protocol;

import io.plenary.protocol.Wire.EventDetails;
import org.jspecify.annotations.Nullable;

/** What is said about an event, its rooms and their stages. */
public sealed interface RoomMessage extends ClientMessage.Command {

  /** {@code activity} may be null. */
  record SetStage(long ref, String room, StageView view, @Nullable String activity)
      implements RoomMessage {}

  record EditEvent(long ref, long rev, EventDetails details) implements RoomMessage {}

  /** Answered with the id of the new room. */
  record CreateRoom(long ref, String name) implements RoomMessage {}

  record EditRoom(long ref, String room, long rev, String name) implements RoomMessage {}

  record DeleteRoom(long ref, String room, long rev) implements RoomMessage {}

  /** Whether to be sent {@code overviewSnapshot} from now on. */
  record WatchOverview(long ref, boolean on) implements RoomMessage {}
}
