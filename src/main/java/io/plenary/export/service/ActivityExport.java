package io.plenary.export.service;

import io.plenary.event.Refused;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.room.Activity;
import io.plenary.room.Room;
import io.vertx.core.Future;

/** What a kind of activity takes into files, and how it comes back from them. */
public interface ActivityExport {
  /**
   * Where and before whom something was answered.
   *
   * @param joined how many people were there to answer
   */
  record Place(String eventId, Room room, long joined) {}

  FileKind kind();

  FileActivity file(Activity activity);

  /**
   * Its activity as new, never opened.
   *
   * @throws Refused if what the file says contradicts itself
   */
  Activity make(String id, FileActivity from);

  /** Read at one moment; null when the store does not know the activity any more. */
  Future<ActivityResults> results(Place place, Activity activity);
}
