package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventLife;
import io.plenary.activity.EventState;
import io.plenary.activity.Rearrangement;
import io.plenary.activity.Rearrangement.Countdown;
import io.plenary.activity.Room;
import io.plenary.activity.RoomPlan;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.event.Logo;
import io.plenary.event.Look;
import io.plenary.event.LookRules;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.protocol.RoomMessage.ArrangeStage;
import io.plenary.protocol.RoomMessage.CreateRoom;
import io.plenary.protocol.RoomMessage.DeleteRoom;
import io.plenary.protocol.RoomMessage.EditEvent;
import io.plenary.protocol.RoomMessage.EditRoom;
import io.plenary.protocol.RoomMessage.SetLogo;
import io.plenary.protocol.RoomMessage.SetLook;
import io.plenary.protocol.RoomMessage.SetStage;
import io.plenary.protocol.Wire;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Organisers' commands on an event, its rooms and their stages. Each answers null unless it makes
 * something.
 */
public final class RoomCommands {
  private final Changes changes;
  private final EventCache board;
  private final RoomCodes codes;
  private final Kinds kinds;
  private final Supplier<String> ids;
  private final InstantSource clock;

  public RoomCommands(
      Changes changes,
      EventCache board,
      RoomCodes codes,
      Kinds kinds,
      Supplier<String> ids,
      InstantSource clock) {
    this.clock = clock;
    this.changes = changes;
    this.board = board;
    this.codes = codes;
    this.kinds = kinds;
    this.ids = ids;
  }

  /**
   * Answers the new room's id. Codes are reserved first, for rooms that have none yet as well: once
   * there are several, each has one.
   */
  public Future<String> create(String event, CreateRoom m) {
    String id = ids.get();
    List<Activity> alwaysOn = kinds.alwaysOn(List.of(), ids);
    return board
        .get(event)
        .compose(
            loaded ->
                loaded == null
                    ? Future.failedFuture(gone())
                    : codes.reserve(event, codeless(loaded, id)))
        .compose(
            reserved ->
                changes
                    .run(event, s -> RoomPlan.add(s, id, m.name(), alwaysOn, reserved))
                    .map(id)
                    .onFailure(
                        e -> {
                          if (e instanceof RuleViolation) codes.free(event, reserved);
                        }));
  }

  private static List<String> codeless(EventStore.LoadedEvent loaded, String fresh) {
    return Stream.concat(
            Stream.of(fresh),
            loaded.state().rooms().stream().filter(r -> r.code() == null).map(Room::id))
        .toList();
  }

  public Future<String> rename(String event, EditRoom m) {
    return changes.run(event, s -> RoomPlan.rename(s, m.room(), m.rev(), m.name())).mapEmpty();
  }

  /** The code is freed after the room is gone; one that a crash leaves behind leads nowhere. */
  public Future<String> delete(String event, DeleteRoom m) {
    return board
        .get(event)
        .compose(
            loaded -> {
              if (loaded == null) return Future.failedFuture(gone());
              String code =
                  loaded.state().rooms().stream()
                      .filter(r -> r.id().equals(m.room()))
                      .map(Room::code)
                      .filter(Objects::nonNull)
                      .findFirst()
                      .orElse(null);
              return changes
                  .run(event, s -> RoomPlan.drop(s, m.room(), m.rev()))
                  .compose(
                      v ->
                          code == null
                              ? Future.succeededFuture()
                              : codes.free(event, Map.of(m.room(), code)).otherwiseEmpty());
            })
        .mapEmpty();
  }

  private static RuleViolation gone() {
    return new RuleViolation(
        Reason.UNKNOWN_ROOM, "There is no such event. It may have been deleted.");
  }

  public Future<String> stage(String event, SetStage m) {
    Stage.View view =
        switch (m.view()) {
          case JOIN -> Stage.View.JOIN;
          case ACTIVITY -> Stage.View.ACTIVITY;
          case BLANK -> Stage.View.BLANK;
        };
    return changes.run(event, s -> RoomRules.stage(s, m.room(), view, m.activity())).mapEmpty();
  }

  public Future<String> arrange(String event, ArrangeStage m) {
    return changes
        .run(event, s -> RoomRules.arrange(s, m.room(), wanted(m), clock.millis()))
        .mapEmpty();
  }

  private static Rearrangement wanted(ArrangeStage m) {
    Countdown countdown = m.until() == null ? null : new Countdown(m.until().at());
    return new Rearrangement(m.byResult(), m.zoom(), m.theme(), countdown);
  }

  public Future<String> logo(String event, SetLogo m) {
    return changes
        .run(event, s -> changed(s, m.rev(), s.event().details().with(logo(m.png()))))
        .mapEmpty();
  }

  public Future<String> look(String event, SetLook m) {
    return changes
        .run(event, s -> changed(s, m.rev(), s.event().details().with(look(m.look()))))
        .mapEmpty();
  }

  public Future<String> edit(String event, EditEvent m) {
    return changes.run(event, s -> edited(s, m)).mapEmpty();
  }

  private static Change edited(EventState state, EditEvent m) {
    EventDetails now = state.event().details();
    return changed(state, m.rev(), details(m.details()).with(now.look()).with(now.logo()));
  }

  private static Change changed(EventState state, long rev, EventDetails next) {
    if (next.equals(state.event().details())) return Change.none();
    return Change.of(new Change.PutEvent(EventLife.seen(state, rev).with(next)));
  }

  /**
   * @throws RuleViolation {@link Reason#BAD_DRAFT}
   */
  public static EventDetails details(Wire.EventDetails wire) {
    return EventRules.details(
        wire.name(),
        wire.startsOn(),
        wire.endsOn(),
        wire.timeZone(),
        wire.frameOrigins(),
        wire.smallGroup());
  }

  /**
   * @param png in base64, null for none
   * @throws RuleViolation {@link Reason#BAD_DRAFT}
   */
  public static @Nullable Logo logo(@Nullable String png) {
    return png == null ? null : Logo.of(png);
  }

  /**
   * @param wire null for Plenary's
   * @throws RuleViolation {@link Reason#BAD_DRAFT}
   */
  public static Look look(Wire.@Nullable Look wire) {
    return wire == null
        ? Look.PLAIN
        : LookRules.check(new Look(wire.theme(), wire.ground(), wire.bar(), wire.leader()));
  }
}
