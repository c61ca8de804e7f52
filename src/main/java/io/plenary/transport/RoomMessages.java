package io.plenary.transport;

import io.plenary.activity.service.EventCommands;
import io.plenary.activity.service.Overview;
import io.plenary.activity.service.PublicResults;
import io.plenary.activity.service.RoomCommands;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.RoomMessage.ArrangeStage;
import io.plenary.protocol.RoomMessage.CreateRoom;
import io.plenary.protocol.RoomMessage.DeleteRoom;
import io.plenary.protocol.RoomMessage.EditEvent;
import io.plenary.protocol.RoomMessage.EditRoom;
import io.plenary.protocol.RoomMessage.EndEvent;
import io.plenary.protocol.RoomMessage.FinaliseEvent;
import io.plenary.protocol.RoomMessage.GetResults;
import io.plenary.protocol.RoomMessage.ReopenEvent;
import io.plenary.protocol.RoomMessage.SetLogo;
import io.plenary.protocol.RoomMessage.SetLook;
import io.plenary.protocol.RoomMessage.SetStage;
import io.plenary.protocol.RoomMessage.WatchOverview;
import io.plenary.protocol.ServerMessage;
import java.util.List;

/** Takes what is said about events and stages to the rooms' commands. */
final class RoomMessages {
  private final RoomCommands rooms;
  private final EventCommands events;
  private final Overview overview;
  private final PublicResults results;
  private final AuditTrail trail;
  private final Hub.Seat seat;

  RoomMessages(
      RoomCommands rooms,
      EventCommands events,
      Overview overview,
      PublicResults results,
      AuditTrail trail,
      Hub.Seat seat) {
    this.rooms = rooms;
    this.events = events;
    this.overview = overview;
    this.results = results;
    this.trail = trail;
    this.seat = seat;
  }

  /** What it takes. */
  List<Route<?>> routes() {
    return List.of(
        Route.of(WatchOverview.class, this::watchOverview),
        Route.of(SetStage.class, this::setStage),
        Route.of(ArrangeStage.class, this::arrangeStage),
        Route.of(SetLook.class, this::setLook),
        Route.of(SetLogo.class, this::setLogo),
        Route.of(CreateRoom.class, this::createRoom),
        Route.of(EditRoom.class, this::editRoom),
        Route.of(DeleteRoom.class, this::deleteRoom),
        Route.of(EditEvent.class, this::editEvent),
        Route.of(EndEvent.class, (m, s) -> Commands.run(m, s, e -> events.end(e, m))),
        Route.of(ReopenEvent.class, (m, s) -> Commands.run(m, s, e -> events.reopen(e, m))),
        Route.of(
            FinaliseEvent.class,
            (m, s) ->
                Commands.run(m, s, e -> events.finalise(e, m))
                    .onSuccess(v -> trail.finalised(s, ""))),
        Route.of(GetResults.class, this::getResults));
  }

  /**
   * Follows first and looks after, in one turn of the loop: nothing newer can be missed in between.
   */
  private void watchOverview(WatchOverview m, Session s) {
    String event = s.identity().eventId();
    s.stop(Overview.topic(event), seat);
    s.reply(new ServerMessage.Done(m.ref(), null));
    if (!m.on()) return;
    s.alsoFollow(Overview.topic(event), seat);
    Frame now = overview.current(event);
    if (now != null) s.outbox.offer(now);
  }

  private void getResults(GetResults m, Session s) {
    s.reply(new ServerMessage.Done(m.ref(), null));
    Frame now = results.current(s.identity().eventId(), s.identity().roomId());
    if (now != null) s.outbox.offer(now);
  }

  private void setStage(SetStage m, Session s) {
    Commands.run(m, s, e -> rooms.stage(e, m));
  }

  private void arrangeStage(ArrangeStage m, Session s) {
    Commands.run(m, s, e -> rooms.arrange(e, m));
  }

  private void setLook(SetLook m, Session s) {
    Commands.run(m, s, e -> rooms.look(e, m));
  }

  private void setLogo(SetLogo m, Session s) {
    Commands.run(m, s, e -> rooms.logo(e, m));
  }

  private void createRoom(CreateRoom m, Session s) {
    Commands.run(m, s, e -> rooms.create(e, m));
  }

  private void editRoom(EditRoom m, Session s) {
    Commands.run(m, s, e -> rooms.rename(e, m));
  }

  private void deleteRoom(DeleteRoom m, Session s) {
    Commands.run(m, s, e -> rooms.delete(e, m));
  }

  private void editEvent(EditEvent m, Session s) {
    Commands.run(m, s, e -> rooms.edit(e, m));
  }
}
