package io.plenary.transport;

import io.plenary.activity.service.Overview;
import io.plenary.activity.service.RoomCommands;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.RoomMessage;
import io.plenary.protocol.RoomMessage.CreateRoom;
import io.plenary.protocol.RoomMessage.DeleteRoom;
import io.plenary.protocol.RoomMessage.EditEvent;
import io.plenary.protocol.RoomMessage.EditRoom;
import io.plenary.protocol.RoomMessage.SetStage;
import io.plenary.protocol.RoomMessage.WatchOverview;
import io.plenary.protocol.ServerMessage;

/** Takes what is said about events and stages to the rooms' commands. */
final class RoomMessages implements RoomMessage.Handler<Session, Void> {
  private final RoomCommands rooms;
  private final Overview overview;
  private final Hub.Seat seat;

  RoomMessages(RoomCommands rooms, Overview overview, Hub.Seat seat) {
    this.rooms = rooms;
    this.overview = overview;
    this.seat = seat;
  }

  /**
   * Follows first and looks after, in one turn of the loop: nothing newer can be missed in between.
   */
  @Override
  public Void watchOverview(WatchOverview m, Session s) {
    String event = s.identity().eventId();
    s.stop(Overview.topic(event), seat);
    s.reply(new ServerMessage.Done(m.ref(), null));
    if (!m.on()) return null;
    s.alsoFollow(Overview.topic(event), seat);
    Frame now = overview.current(event);
    if (now != null) s.outbox.offer(now);
    return null;
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
