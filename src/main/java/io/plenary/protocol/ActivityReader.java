package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

import org.jspecify.annotations.Nullable;

/** Reads what is done to activities of any kind. */
final class ActivityReader {
  private ActivityReader() {}

  /**
   * @return null for a type of another group
   */
  static @Nullable ActivityMessage read(String type, Fields f) throws BadMessage {
    return switch (type) {
      case "openActivity" -> new ActivityMessage.OpenActivity(ref(f), activity(f), rev(f));
      case "lockActivity" -> new ActivityMessage.LockActivity(ref(f), activity(f), rev(f));
      case "showResults" ->
          new ActivityMessage.ShowResults(
              ref(f), activity(f), rev(f), f.oneOf("results", Results.values()));
      case "resetActivity" -> new ActivityMessage.ResetActivity(ref(f), activity(f), rev(f));
      case "finaliseActivity" -> new ActivityMessage.FinaliseActivity(ref(f), activity(f), rev(f));
      case "deleteActivity" -> new ActivityMessage.DeleteActivity(ref(f), activity(f), rev(f));
      case "moveActivity" ->
          new ActivityMessage.MoveActivity(ref(f), activity(f), f.idOrNull("after"));
      case "duplicateActivity" ->
          new ActivityMessage.DuplicateActivity(ref(f), activity(f), f.newIdOrAbsent("id"));
      case "createActivity" ->
          new ActivityMessage.CreateActivity(
              ref(f),
              f.id("room"),
              f.idOrNull("after"),
              Drafts.kind(f),
              Drafts.read(f),
              f.newIdOrAbsent("id"));
      case "editActivity" ->
          new ActivityMessage.EditActivity(
              ref(f), activity(f), rev(f), Drafts.kind(f), Drafts.read(f));
      default -> null;
    };
  }

  private static String activity(Fields f) throws BadMessage {
    return f.id("activity");
  }
}
