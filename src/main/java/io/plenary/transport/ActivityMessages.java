package io.plenary.transport;

import io.plenary.activity.WithNotes;
import io.plenary.activity.service.ActivityCommands;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.protocol.ActivityMessage.CreateActivity;
import io.plenary.protocol.ActivityMessage.DeleteActivity;
import io.plenary.protocol.ActivityMessage.DuplicateActivity;
import io.plenary.protocol.ActivityMessage.EditActivity;
import io.plenary.protocol.ActivityMessage.FinaliseActivity;
import io.plenary.protocol.ActivityMessage.GetNotes;
import io.plenary.protocol.ActivityMessage.LockActivity;
import io.plenary.protocol.ActivityMessage.MoveActivity;
import io.plenary.protocol.ActivityMessage.NoteActivity;
import io.plenary.protocol.ActivityMessage.OpenActivity;
import io.plenary.protocol.ActivityMessage.ResetActivity;
import io.plenary.protocol.ActivityMessage.ShowResults;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Takes what is done to activities of any kind to their commands. */
final class ActivityMessages {
  private final ActivityCommands activities;
  private final EventCache board;
  private final AuditTrail trail;

  ActivityMessages(ActivityCommands activities, EventCache board, AuditTrail trail) {
    this.trail = trail;
    this.activities = activities;
    this.board = board;
  }

  /** What it takes. */
  List<Route<?>> routes() {
    return List.of(
        command(OpenActivity.class, activities::openActivity),
        command(LockActivity.class, activities::lockActivity),
        command(ShowResults.class, activities::showResults),
        command(ResetActivity.class, activities::resetActivity),
        Route.of(
            FinaliseActivity.class,
            (m, s) ->
                Commands.run(m, s, event -> activities.finaliseActivity(m, event))
                    .onSuccess(v -> trail.finalised(s, "activity"))),
        command(DeleteActivity.class, activities::deleteActivity),
        command(MoveActivity.class, activities::moveActivity),
        command(DuplicateActivity.class, activities::duplicateActivity),
        command(CreateActivity.class, activities::createActivity),
        command(EditActivity.class, activities::editActivity),
        command(NoteActivity.class, activities::noteActivity),
        Route.of(GetNotes.class, this::getNotes));
  }

  private void getNotes(GetNotes m, Session s) {
    board
        .get(s.identity().eventId())
        .onSuccess(loaded -> s.reply(new ServerMessage.Notes(m.ref(), m.activity(), of(loaded, m))))
        .onFailure(e -> s.reply(Refusals.commandError(m.ref(), e)));
  }

  private static String of(@Nullable LoadedEvent loaded, GetNotes m) {
    return loaded != null && loaded.state().activities().get(m.activity()) instanceof WithNotes with
        ? with.notes()
        : "";
  }

  /**
   * @param run of a message and the id of the event; answers the id of what was made, or null
   */
  private static <M extends ClientMessage.Command> Route<M> command(
      Class<M> type, BiFunction<M, String, Future<String>> run) {
    return Route.of(type, (m, s) -> Commands.run(m, s, event -> run.apply(m, event)));
  }
}
