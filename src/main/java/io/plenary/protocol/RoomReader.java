package io.plenary.protocol;

import io.plenary.words.Theme;
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
          new MessageType<>(RoomMessage.ArrangeStage.class, RoomReader::arrangeStage),
          new MessageType<>(
              RoomMessage.SetLook.class,
              f ->
                  new RoomMessage.SetLook(
                      f.ref(), f.rev(), f.isNull("look") ? null : Shapes.look(f.object("look")))),
          new MessageType<>(
              RoomMessage.SetLogo.class,
              f ->
                  new RoomMessage.SetLogo(
                      f.ref(), f.rev(), f.isNull("png") ? null : Shapes.logo(f, "png"))),
          new MessageType<>(
              RoomMessage.EditEvent.class,
              f ->
                  new RoomMessage.EditEvent(f.ref(), f.rev(), Shapes.details(f.object("details")))),
          new MessageType<>(
              RoomMessage.EndEvent.class, f -> new RoomMessage.EndEvent(f.ref(), f.rev())),
          new MessageType<>(
              RoomMessage.ReopenEvent.class, f -> new RoomMessage.ReopenEvent(f.ref(), f.rev())),
          new MessageType<>(
              RoomMessage.FinaliseEvent.class,
              f -> new RoomMessage.FinaliseEvent(f.ref(), f.rev())),
          new MessageType<>(RoomMessage.GetResults.class, f -> new RoomMessage.GetResults(f.ref())),
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

  private static RoomMessage.ArrangeStage arrangeStage(Fields f) throws BadMessage {
    Boolean byResult = f.has("byResult") ? f.flag("byResult") : null;
    Integer zoom = f.has("zoom") ? (int) f.integer("zoom", 70, 160) : null;
    Theme theme = f.has("theme") ? f.oneOf("theme", Theme.values()) : null;
    RoomMessage.Until until = f.has("until") ? until(f) : null;
    if (byResult == null && zoom == null && theme == null && until == null) {
      throw f.wrong("byResult", "or zoom, theme or until must be there");
    }
    return new RoomMessage.ArrangeStage(f.ref(), f.id("room"), byResult, zoom, theme, until);
  }

  private static RoomMessage.Until until(Fields f) throws BadMessage {
    return new RoomMessage.Until(f.isNull("until") ? null : f.atLeast("until", 0));
  }
}
