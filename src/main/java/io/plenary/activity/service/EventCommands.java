package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventLife;
import io.plenary.activity.EventState;
import io.plenary.protocol.RoomMessage.EndEvent;
import io.plenary.protocol.RoomMessage.FinaliseEvent;
import io.plenary.protocol.RoomMessage.ReopenEvent;
import io.vertx.core.Future;

/** Organisers' commands on the life of an event as a whole. Each answers null. */
public final class EventCommands {
  private final Changes changes;
  private final Kinds kinds;

  public EventCommands(Changes changes, Kinds kinds) {
    this.changes = changes;
    this.kinds = kinds;
  }

  public Future<String> end(String event, EndEvent m) {
    return changes.run(event, s -> EventLife.end(s, m.rev())).mapEmpty();
  }

  public Future<String> reopen(String event, ReopenEvent m) {
    return changes.run(event, s -> EventLife.reopen(s, m.rev())).mapEmpty();
  }

  /** What was finalised is made anonymous by the {@link Finaliser}, as one by itself is. */
  public Future<String> finalise(String event, FinaliseEvent m) {
    return changes
        .run(event, s -> EventLife.finalise(s, m.rev(), each -> finalised(s, each)))
        .mapEmpty();
  }

  private Change finalised(EventState state, Activity activity) {
    Anonymisable kind = kinds.of(activity).anonymisable();
    return kind.endsByItself(activity) ? kind.finalise(state, activity) : Change.none();
  }

  public Future<Void> archive(String event, boolean archived) {
    return changes.run(event, s -> EventLife.archive(s, archived));
  }
}
