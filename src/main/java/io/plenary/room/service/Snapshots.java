package io.plenary.room.service;

import io.plenary.event.Event;
import io.plenary.hub.Audience;
import io.plenary.protocol.QaWire.AttendeeQuestions;
import io.plenary.protocol.QaWire.OrganiserQuestions;
import io.plenary.protocol.ReactionWire.AttendeeReactions;
import io.plenary.protocol.ReactionWire.OrganiserReactions;
import io.plenary.protocol.ReactionWire.StageReactions;
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
import java.util.List;
import java.util.function.Function;

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
    Function<Activity, Object> view = a -> kinds.of(a).views().forAttendees(a);
    return new AttendeeSnapshot(state.epoch(), state.version(), name(state.event()), new Wire.RoomName(room.id(), room.name()),
        rooms(state), shown == null ? null : (Wire.Poll) view.apply(shown), standing(state, room, view, AttendeeQuestions.class),
        standing(state, room, view, AttendeeReactions.class), numbers.presence(state.event().id(), room), numbers.store());
  }

  private StageSnapshot stage(EventState state, Room room) {
    Activity chosen = RoomRules.onStage(state, room);
    int index = chosen == null ? 0 : room.runOrder().indexOf(chosen.id()) + 1;
    return new StageSnapshot(state.epoch(), state.version(), name(state.event()), new Wire.RoomName(room.id(), room.name()),
        view(room), chosen == null ? null : kinds.of(chosen).views().forStage(chosen),
        standing(state, room, a -> kinds.of(a).views().besideStage(a), StageReactions.class), new Wire.Position(index, room.runOrder().size()),
        address.of(code(state, room)), numbers.presence(state.event().id(), room), numbers.store());
  }

  private OrganiserSnapshot organiser(EventState state, Room room) {
    Function<Activity, Object> view = a -> kinds.of(a).views().forOrganisers(a);
    return new OrganiserSnapshot(state.epoch(), state.version(), event(state.event()),
        new Wire.OrganiserRoom(room.id(), room.rev(), room.name(), view(room), room.stage().activity()), rooms(state),
        state.inOrder(room).values().stream().map(view).map(Wire.OrganiserPoll.class::cast).toList(),
        standing(state, room, view, OrganiserQuestions.class), standing(state, room, view, OrganiserReactions.class),
        address.of(code(state, room)), numbers.presence(state.event().id(), room),
        numbers.store());
  }

  /** What stands in the room and looks so; null when nothing does. */
  private static <T> T standing(EventState state, Room room, Function<Activity, Object> view, Class<T> type) {
    return state.standing(room).values().stream().map(view).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /** Null while there is one. */
  private static List<Wire.RoomName> rooms(EventState state) {
    return state.rooms().size() == 1 ? null : state.rooms().stream().map(r -> new Wire.RoomName(r.id(), r.name())).toList();
  }

  /** What people type to come into this room. */
  private static String code(EventState state, Room room) {
    return room.code() == null ? state.event().code() : room.code();
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
