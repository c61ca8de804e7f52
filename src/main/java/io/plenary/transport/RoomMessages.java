package io.plenary.transport;

import io.plenary.protocol.RoomMessage;
import io.plenary.protocol.RoomMessage.CreateRoom;
import io.plenary.protocol.RoomMessage.DeleteRoom;
import io.plenary.protocol.RoomMessage.EditEvent;
import io.plenary.protocol.RoomMessage.EditRoom;
import io.plenary.protocol.RoomMessage.SetStage;
import io.plenary.room.service.RoomCommands;

/** Takes what is said about events and stages to the rooms' commands. */
final class RoomMessages implements RoomMessage.Handler<Session, Void> {
  private final RoomCommands rooms;

  RoomMessages(RoomCommands rooms) {
    this.rooms = rooms;
  }

  @Override
  public Void setStage(SetStage m, Session s) {
    return Commands.run(m, s, e -> rooms.stage(e, m));
  }

  @Override
  public Void createRoom(CreateRoom m, Session s) {
    return Commands.run(m, s, e -> rooms.create(e, m));
  }

  @Override
  public Void editRoom(EditRoom m, Session s) {
    return Commands.run(m, s, e -> rooms.rename(e, m));
  }

  @Override
  public Void deleteRoom(DeleteRoom m, Session s) {
    return Commands.run(m, s, e -> rooms.delete(e, m));
  }

  @Override
  public Void editEvent(EditEvent m, Session s) {
    return Commands.run(m, s, e -> rooms.edit(e, m));
  }
}
