package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Room;
import io.plenary.event.RuleViolation;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.vertx.core.Future;
import java.time.ZoneId;

/** What a kind of activity takes into files, and how it comes back from them. */
public interface ActivityExport {
  /**
   * Where something was answered.
   *
   * @param zone of the event
   */
  record Place(String eventId, ZoneId zone, Room room) {}

  FileKind kind();

  FileActivity file(Activity activity);

  /**
   * Its activity as new: of a run order never opened, else on or off as the file says.
   *
   * @throws RuleViolation if what the file says contradicts itself
   */
  Activity make(String id, FileActivity from);

  /** Read at one moment; null when the store does not know the activity any more. */
  Future<ActivityResults> results(Place place, Activity activity);

  /**
   * What of it the room may see after the event; null when nothing does, or when the store does not
   * know the activity any more.
   */
  default Future<ActivityResults> publicResults(Place place, Activity activity) {
    return Future.succeededFuture();
  }
}
