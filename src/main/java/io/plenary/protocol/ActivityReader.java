package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

import io.plenary.words.Results;
import java.util.List;

/** Reads what is done to activities of any kind. */
final class ActivityReader {
  private ActivityReader() {}

  /**
   * @param drafts of which kinds activities are made
   */
  static List<MessageType<?>> types(Drafts drafts) {
    return List.of(
        new MessageType<>(
            ActivityMessage.OpenActivity.class,
            f -> new ActivityMessage.OpenActivity(ref(f), activity(f), rev(f))),
        new MessageType<>(
            ActivityMessage.LockActivity.class,
            f -> new ActivityMessage.LockActivity(ref(f), activity(f), rev(f))),
        new MessageType<>(
            ActivityMessage.ShowResults.class,
            f ->
                new ActivityMessage.ShowResults(
                    ref(f), activity(f), rev(f), f.oneOf("results", Results.values()))),
        new MessageType<>(
            ActivityMessage.ResetActivity.class,
            f -> new ActivityMessage.ResetActivity(ref(f), activity(f), rev(f))),
        new MessageType<>(
            ActivityMessage.FinaliseActivity.class,
            f -> new ActivityMessage.FinaliseActivity(ref(f), activity(f), rev(f))),
        new MessageType<>(
            ActivityMessage.DeleteActivity.class,
            f -> new ActivityMessage.DeleteActivity(ref(f), activity(f), rev(f))),
        new MessageType<>(
            ActivityMessage.MoveActivity.class,
            f -> new ActivityMessage.MoveActivity(ref(f), activity(f), f.idOrNull("after"))),
        new MessageType<>(
            ActivityMessage.DuplicateActivity.class,
            f -> new ActivityMessage.DuplicateActivity(ref(f), activity(f), f.newIdOrAbsent("id"))),
        new MessageType<>(
            ActivityMessage.CreateActivity.class,
            f ->
                new ActivityMessage.CreateActivity(
                    ref(f),
                    f.id("room"),
                    f.idOrNull("after"),
                    drafts.kind(f),
                    drafts.read(f),
                    f.newIdOrAbsent("id"))),
        new MessageType<>(
            ActivityMessage.EditActivity.class,
            f ->
                new ActivityMessage.EditActivity(
                    ref(f), activity(f), rev(f), drafts.kind(f), drafts.read(f))));
  }

  private static String activity(Fields f) throws BadMessage {
    return f.id("activity");
  }
}
