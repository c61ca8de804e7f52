package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventLife;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.event.Event;
import io.plenary.event.Look;
import io.plenary.hub.Audience;
import io.plenary.protocol.EventPhase;
import io.plenary.protocol.Over;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.ServerMessage.OrganiserSnapshot;
import io.plenary.protocol.ServerMessage.StageSnapshot;
import io.plenary.protocol.StageView;
import io.plenary.protocol.Wire;
import io.plenary.words.Theme;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes, from the state of an event, everything that one audience of one room sees. */
public final class Snapshots {
  private final Kinds kinds;
  private final PresenceCounters numbers;
  private final JoinAddress address;
  private final InstantSource clock;

  public Snapshots(
      Kinds kinds, PresenceCounters numbers, JoinAddress address, InstantSource clock) {
    this.kinds = kinds;
    this.numbers = numbers;
    this.address = address;
    this.clock = clock;
  }

  public ServerMessage of(EventState state, Room room, Audience audience) {
    return switch (audience) {
      case ATTENDEE -> attendee(state, room);
      case STAGE -> stage(state, room);
      default -> organiser(state, room);
    };
  }

  private AttendeeSnapshot attendee(EventState state, Room room) {
    View<Wire.AttendeeActivity> view = ActivityViews::forAttendees;
    return new AttendeeSnapshot(
        state.epoch(),
        state.version(),
        name(state.event()),
        new Wire.RoomName(room.id(), room.name()),
        rooms(state),
        kinds(state, room),
        one(state, RoomRules.forAttendees(state, room), view),
        each(state, state.alwaysOn(room), view),
        numbers.presence(state.event().id(), room),
        numbers.store(),
        over(state, room));
  }

  /** Null while the event goes on. */
  private Wire.@Nullable EventOver over(EventState state, Room room) {
    if (!EventLife.over(state, clock.instant())) return null;
    boolean ended = state.event().ending().ended();
    return new Wire.EventOver(ended ? Over.END : Over.DATES, PublicResults.of(state, room).count());
  }

  private StageSnapshot stage(EventState state, Room room) {
    Activity chosen = RoomRules.onStage(state, room);
    int index = chosen == null ? 0 : room.runOrder().indexOf(chosen.id()) + 1;
    return new StageSnapshot(
        state.epoch(),
        state.version(),
        name(state.event()),
        new Wire.RoomName(room.id(), room.name()),
        rooms(state),
        view(room),
        one(state, chosen, ActivityViews::forStage),
        each(state, state.alwaysOn(room), ActivityViews::besideStage),
        new Wire.Position(index, room.runOrder().size()),
        look(state.event(), room),
        address.of(code(state, room)),
        numbers.presence(state.event().id(), room),
        numbers.store(),
        Wire.said(state.event().ending().ended()));
  }

  private OrganiserSnapshot organiser(EventState state, Room room) {
    View<Wire.OrganiserActivity> view = ActivityViews::forOrganisers;
    return new OrganiserSnapshot(
        state.epoch(),
        state.version(),
        event(state.event()),
        new Wire.OrganiserRoom(
            room.id(),
            room.rev(),
            room.name(),
            view(room),
            room.stage().activity(),
            room.stage().arrangement().byResult(),
            room.stage().arrangement().zoom(),
            theme(state.event(), room),
            until(room)),
        rooms(state),
        each(state, state.inOrder(room), view),
        each(state, state.alwaysOn(room), view),
        address.of(code(state, room)),
        numbers.presence(state.event().id(), room),
        numbers.store(),
        numbers.storeWords(),
        withheld());
  }

  /** Null where all kinds can be made. */
  private @Nullable List<String> withheld() {
    List<String> words = kinds.withheld();
    return words.isEmpty() ? null : words;
  }

  /** One of the views of a kind. */
  private interface View<W> {
    @Nullable W of(ActivityViews views, EventState state, Activity activity);
  }

  /** Null when there is none, or this audience sees nothing of it. */
  private <W> @Nullable W one(EventState state, @Nullable Activity activity, View<W> view) {
    return activity == null ? null : view.of(kinds.of(activity).views(), state, activity);
  }

  /** Without those that this audience sees nothing of. */
  private <W> List<W> each(EventState state, Map<String, Activity> activities, View<W> view) {
    return activities.values().stream()
        .map(activity -> one(state, activity, view))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Null while there is one. */
  private static @Nullable List<Wire.RoomName> rooms(EventState state) {
    return state.rooms().size() == 1
        ? null
        : state.rooms().stream().map(r -> new Wire.RoomName(r.id(), r.name())).toList();
  }

  /** In alphabetical order, which tells nobody what comes first. */
  private static List<String> kinds(EventState state, Room room) {
    return state.inOrder(room).values().stream().map(Activity::kind).distinct().sorted().toList();
  }

  /** What people type to come into this room. */
  private static String code(EventState state, Room room) {
    return room.code() == null ? state.event().code() : room.code();
  }

  private static StageView view(Room room) {
    return switch (room.stage().view()) {
      case JOIN -> StageView.JOIN;
      case ACTIVITY -> StageView.ACTIVITY;
      case BLANK -> StageView.BLANK;
    };
  }

  private static Theme theme(Event event, Room room) {
    Theme chosen = room.stage().arrangement().theme();
    return chosen == null ? event.details().look().theme() : chosen;
  }

  /** Null once it has passed. */
  private @Nullable Long until(Room room) {
    Long until = room.stage().arrangement().until();
    return until == null || until <= clock.millis() ? null : until;
  }

  private Wire.StageLook look(Event event, Room room) {
    return new Wire.StageLook(
        theme(event, room),
        room.stage().arrangement().byResult(),
        room.stage().arrangement().zoom(),
        until(room),
        look(event.details().look()),
        event.logoPath());
  }

  /** Null: as it is unless somebody chose another. */
  public static Wire.@Nullable Look look(Look look) {
    return look.equals(Look.PLAIN)
        ? null
        : new Wire.Look(look.theme(), look.ground(), look.bar(), look.leader());
  }

  private static Wire.EventName name(Event event) {
    return new Wire.EventName(event.id(), event.details().name());
  }

  private static Wire.OrganiserEvent event(Event event) {
    var d = event.details();
    return new Wire.OrganiserEvent(
        event.id(),
        event.rev(),
        event.code(),
        d.name(),
        d.startsOn().toString(),
        d.endsOn().toString(),
        d.timeZone().getId(),
        d.frameOrigins(),
        Wire.said(d.smallGroup()),
        look(d.look()),
        event.logoPath(),
        phase(event),
        Wire.said(event.archived()));
  }

  private static @Nullable EventPhase phase(Event event) {
    return switch (event.ending().phase()) {
      case GOING_ON -> null;
      case ENDED -> EventPhase.ENDED;
      case FINALISED -> EventPhase.FINALISED;
    };
  }
}
