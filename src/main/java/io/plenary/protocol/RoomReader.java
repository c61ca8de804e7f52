package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

import org.jspecify.annotations.Nullable;

/** Reads what is said about events, rooms and stages. */
final class RoomReader {
  private RoomReader() {}

  /**
   * @return null for a type of another group
   */
  static @Nullable RoomMessage read(String type, Fields f) throws BadMessage {
    return switch (type) {
      case "setStage" ->
          new RoomMessage.SetStage(
              ref(f), f.id("room"), f.oneOf("view", StageView.values()), f.idOrNull("activity"));
      case "editEvent" ->
          new RoomMessage.EditEvent(ref(f), rev(f), Shapes.details(f.object("details")));
      case "createRoom" -> new RoomMessage.CreateRoom(ref(f), f.text("name", 1, 60));
      case "editRoom" ->
          new RoomMessage.EditRoom(ref(f), f.id("room"), rev(f), f.text("name", 1, 60));
      case "deleteRoom" -> new RoomMessage.DeleteRoom(ref(f), f.id("room"), rev(f));
      case "watchOverview" -> new RoomMessage.WatchOverview(ref(f), f.flag("on"));
      default -> null;
    };
  }
}
