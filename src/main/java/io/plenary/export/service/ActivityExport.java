package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Room;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileKind;
import io.vertx.core.Future;
import java.time.ZoneId;

/** Where results of a kind are read from. */
public interface ActivityExport {
  /**
   * Where something was answered.
   *
   * @param zone of the event
   */
  record Place(String eventId, ZoneId zone, Room room) {}

  FileKind file();

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
