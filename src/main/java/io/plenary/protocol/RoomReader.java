package io.plenary.protocol;

import java.util.List;

/** Reads what is said about events, rooms and stages. */
final class RoomReader {
  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(
              RoomMessage.SetStage.class,
              f ->
                  new RoomMessage.SetStage(
                      f.ref(),
                      f.id("room"),
                      f.oneOf("view", StageView.values()),
                      f.idOrNull("activity"))),
          new MessageType<>(
              RoomMessage.EditEvent.class,
              f ->
                  new RoomMessage.EditEvent(f.ref(), f.rev(), Shapes.details(f.object("details")))),
          new MessageType<>(
              RoomMessage.CreateRoom.class,
              f -> new RoomMessage.CreateRoom(f.ref(), f.text("name", 1, 60))),
          new MessageType<>(
              RoomMessage.EditRoom.class,
              f -> new RoomMessage.EditRoom(f.ref(), f.id("room"), f.rev(), f.text("name", 1, 60))),
          new MessageType<>(
              RoomMessage.DeleteRoom.class,
              f -> new RoomMessage.DeleteRoom(f.ref(), f.id("room"), f.rev())),
          new MessageType<>(
              RoomMessage.WatchOverview.class,
              f -> new RoomMessage.WatchOverview(f.ref(), f.flag("on"))));

  private RoomReader() {}
}
