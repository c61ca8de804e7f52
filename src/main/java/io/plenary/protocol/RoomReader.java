package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

import java.util.List;

/** Reads what is said about events, rooms and stages. */
final class RoomReader {
  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(
              RoomMessage.SetStage.class,
              f ->
                  new RoomMessage.SetStage(
                      ref(f),
                      f.id("room"),
                      f.oneOf("view", StageView.values()),
                      f.idOrNull("activity"))),
          new MessageType<>(
              RoomMessage.EditEvent.class,
              f -> new RoomMessage.EditEvent(ref(f), rev(f), Shapes.details(f.object("details")))),
          new MessageType<>(
              RoomMessage.CreateRoom.class,
              f -> new RoomMessage.CreateRoom(ref(f), f.text("name", 1, 60))),
          new MessageType<>(
              RoomMessage.EditRoom.class,
              f -> new RoomMessage.EditRoom(ref(f), f.id("room"), rev(f), f.text("name", 1, 60))),
          new MessageType<>(
              RoomMessage.DeleteRoom.class,
              f -> new RoomMessage.DeleteRoom(ref(f), f.id("room"), rev(f))),
          new MessageType<>(
              RoomMessage.WatchOverview.class,
              f -> new RoomMessage.WatchOverview(ref(f), f.flag("on"))));

  private RoomReader() {}
}
