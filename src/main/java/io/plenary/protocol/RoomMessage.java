package io.plenary.protocol;

import io.plenary.protocol.Wire.EventDetails;
import org.jspecify.annotations.Nullable;

/** What is said about an event, its rooms and their stages. */
public sealed interface RoomMessage extends ClientMessage.Command {

  <C, R> R accept(RoomMessage.Handler<C, R> handler, C context);

  /** Id of the room it is about; null when it is about the event. */
  default @Nullable String room() {
    return null;
  }

  @Override
  default <C, R> R accept(ClientMessage.Handler<C, R> handler, C context) {
    return handler.room(this, context);
  }

  /** {@code activity} may be null. */
  record SetStage(long ref, String room, StageView view, @Nullable String activity)
      implements RoomMessage {
    @Override
    public <C, R> R accept(RoomMessage.Handler<C, R> h, C c) {
      return h.setStage(this, c);
    }
  }

  record EditEvent(long ref, long rev, EventDetails details) implements RoomMessage {
    @Override
    public <C, R> R accept(RoomMessage.Handler<C, R> h, C c) {
      return h.editEvent(this, c);
    }
  }

  /** Answered with the id of the new room. */
  record CreateRoom(long ref, String name) implements RoomMessage {
    @Override
    public <C, R> R accept(RoomMessage.Handler<C, R> h, C c) {
      return h.createRoom(this, c);
    }
  }

  record EditRoom(long ref, String room, long rev, String name) implements RoomMessage {
    @Override
    public <C, R> R accept(RoomMessage.Handler<C, R> h, C c) {
      return h.editRoom(this, c);
    }
  }

  record DeleteRoom(long ref, String room, long rev) implements RoomMessage {
    @Override
    public <C, R> R accept(RoomMessage.Handler<C, R> h, C c) {
      return h.deleteRoom(this, c);
    }
  }

  /** Whether to be sent {@code overviewSnapshot} from now on. */
  record WatchOverview(long ref, boolean on) implements RoomMessage {
    @Override
    public <C, R> R accept(RoomMessage.Handler<C, R> h, C c) {
      return h.watchOverview(this, c);
    }
  }

  /** One method per message. */
  interface Handler<C, R> {
    R setStage(SetStage message, C context);

    R editEvent(EditEvent message, C context);

    R createRoom(CreateRoom message, C context);

    R editRoom(EditRoom message, C context);

    R deleteRoom(DeleteRoom message, C context);

    R watchOverview(WatchOverview message, C context);
  }
}
