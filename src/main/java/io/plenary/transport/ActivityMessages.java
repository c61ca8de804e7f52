package io.plenary.transport;

import io.plenary.activity.service.ActivityCommands;
import io.plenary.protocol.ActivityMessage.CreateActivity;
import io.plenary.protocol.ActivityMessage.DeleteActivity;
import io.plenary.protocol.ActivityMessage.DuplicateActivity;
import io.plenary.protocol.ActivityMessage.EditActivity;
import io.plenary.protocol.ActivityMessage.FinaliseActivity;
import io.plenary.protocol.ActivityMessage.LockActivity;
import io.plenary.protocol.ActivityMessage.MoveActivity;
import io.plenary.protocol.ActivityMessage.OpenActivity;
import io.plenary.protocol.ActivityMessage.ResetActivity;
import io.plenary.protocol.ActivityMessage.ShowResults;
import io.plenary.protocol.ClientMessage;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;

/** Takes what is done to activities of any kind to their commands. */
final class ActivityMessages {
  private final ActivityCommands activities;

  ActivityMessages(ActivityCommands activities) {
    this.activities = activities;
  }

  /** What it takes. */
  List<Route<?>> routes() {
    return List.of(
        command(OpenActivity.class, activities::openActivity),
        command(LockActivity.class, activities::lockActivity),
        command(ShowResults.class, activities::showResults),
        command(ResetActivity.class, activities::resetActivity),
        command(FinaliseActivity.class, activities::finaliseActivity),
        command(DeleteActivity.class, activities::deleteActivity),
        command(MoveActivity.class, activities::moveActivity),
        command(DuplicateActivity.class, activities::duplicateActivity),
        command(CreateActivity.class, activities::createActivity),
        command(EditActivity.class, activities::editActivity));
  }

  /**
   * @param run of a message and the id of the event; answers the id of what was made, or null
   */
  private static <M extends ClientMessage.Command> Route<M> command(
      Class<M> type, BiFunction<M, String, Future<String>> run) {
    return Route.of(type, (m, s) -> Commands.run(m, s, event -> run.apply(m, event)));
  }
}
