package io.plenary.room.service;

import io.plenary.event.Event;
import io.plenary.hub.Audience;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.ServerMessage.OrganiserSnapshot;
import io.plenary.protocol.ServerMessage.StageSnapshot;
import io.plenary.protocol.StageView;
import io.plenary.protocol.Wire;
import io.plenary.room.Activity;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.RoomRules;
import io.plenary.room.Stage;

/** Makes, from the state of an event, everything that one audience of one room sees. */
public final class Snapshots {
  private final Kinds kinds;
  private final Numbers numbers;
  private final JoinAddress address;

  public Snapshots(Kinds kinds, Numbers numbers, JoinAddress address) {
    this.kinds = kinds;
    this.numbers = numbers;
    this.address = address;
  }

  public ServerMessage of(EventState state, Room room, Audience audience) {
    switch (audience) {
      case ATTENDEE: return attendee(state, room);
      case STAGE: return stage(state, room);
      default: return organiser(state, room);
    }
  }

  private AttendeeSnapshot attendee(EventState state, Room room) {
    Activity shown = RoomRules.forAttendees(state, room);
    return new AttendeeSnapshot(state.epoch(), state.version(), name(state.event()), new Wire.RoomName(room.id(), room.name()),
        shown == null ? null : kinds.of(shown).views().forAttendees(shown), null,
        numbers.presence(state.event().id()), numbers.store());
  }

  private StageSnapshot stage(EventState state, Room room) {
    Activity chosen = RoomRules.onStage(state, room);
    int index = chosen == null ? 0 : room.runOrder().indexOf(chosen.id()) + 1;
    return new StageSnapshot(state.epoch(), state.version(), name(state.event()), new Wire.RoomName(room.id(), room.name()),
        view(room), chosen == null ? null : kinds.of(chosen).views().forStage(chosen), new Wire.Position(index, room.runOrder().size()),
        address.of(state.event().code()), numbers.presence(state.event().id()), numbers.store());
  }

  private OrganiserSnapshot organiser(EventState state, Room room) {
    return new OrganiserSnapshot(state.epoch(), state.version(), event(state.event()),
        new Wire.OrganiserRoom(room.id(), room.rev(), room.name(), view(room), room.stage().activity()),
        state.inOrder(room).values().stream().map(a -> kinds.of(a).views().forOrganisers(a)).toList(), null,
        address.of(state.event().code()), numbers.presence(state.event().id()), numbers.store());
  }

  private static StageView view(Room room) {
    return room.stage().view() == Stage.View.JOIN ? StageView.JOIN : StageView.ACTIVITY;
  }

  private static Wire.EventName name(Event event) {
    return new Wire.EventName(event.id(), event.details().name());
  }

  private static Wire.OrganiserEvent event(Event event) {
    var d = event.details();
    return new Wire.OrganiserEvent(event.id(), event.rev(), event.code(), d.name(), d.startsOn().toString(),
        d.endsOn().toString(), d.timeZone().getId(), d.frameOrigins());
  }
}
