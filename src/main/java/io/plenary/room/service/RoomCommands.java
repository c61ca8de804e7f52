package io.plenary.room.service;

import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.protocol.RoomMessage.EditEvent;
import io.plenary.protocol.RoomMessage.SetStage;
import io.plenary.protocol.StageView;
import io.plenary.protocol.Wire;
import io.plenary.room.Change;
import io.plenary.room.EventState;
import io.plenary.room.RoomRules;
import io.plenary.room.Stage;
import io.vertx.core.Future;

/** Organisers' commands on an event and its stages. Each answers null: nothing is made. */
public final class RoomCommands {
  private final Changes changes;

  public RoomCommands(Changes changes) {
    this.changes = changes;
  }

  public Future<String> stage(String event, SetStage m) {
    Stage.View view = m.view() == StageView.JOIN ? Stage.View.JOIN : Stage.View.ACTIVITY;
    return changes.run(event, s -> RoomRules.stage(s, m.room(), view, m.activity())).mapEmpty();
  }

  public Future<String> edit(String event, EditEvent m) {
    return changes.run(event, s -> edited(s, m)).mapEmpty();
  }

  private static Change edited(EventState state, EditEvent m) {
    EventDetails next = details(m.details());
    if (next.equals(state.event().details())) return Change.none();
    if (state.event().rev() != m.rev()) {
      throw new Refused(Reason.CONFLICT, "Somebody else changed the event just now. Look at it and do it again if you still want to.");
    }
    return Change.of(new Change.PutEvent(state.event().with(next)));
  }

  /** @throws Refused {@link Reason#BAD_DRAFT} */
  public static EventDetails details(Wire.EventDetails wire) {
    return EventRules.details(wire.name(), wire.startsOn(), wire.endsOn(), wire.timeZone(), wire.frameOrigins());
  }
}
