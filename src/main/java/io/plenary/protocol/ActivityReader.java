package io.plenary.protocol;

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
            f -> new ActivityMessage.OpenActivity(f.ref(), activity(f), f.rev())),
        new MessageType<>(
            ActivityMessage.LockActivity.class,
            f -> new ActivityMessage.LockActivity(f.ref(), activity(f), f.rev())),
        new MessageType<>(
            ActivityMessage.ShowResults.class,
            f ->
                new ActivityMessage.ShowResults(
                    f.ref(), activity(f), f.rev(), f.oneOf("results", Results.values()))),
        new MessageType<>(
            ActivityMessage.ResetActivity.class,
            f -> new ActivityMessage.ResetActivity(f.ref(), activity(f), f.rev())),
        new MessageType<>(
            ActivityMessage.FinaliseActivity.class,
            f -> new ActivityMessage.FinaliseActivity(f.ref(), activity(f), f.rev())),
        new MessageType<>(
            ActivityMessage.DeleteActivity.class,
            f -> new ActivityMessage.DeleteActivity(f.ref(), activity(f), f.rev())),
        new MessageType<>(
            ActivityMessage.MoveActivity.class,
            f -> new ActivityMessage.MoveActivity(f.ref(), activity(f), f.idOrNull("after"))),
        new MessageType<>(
            ActivityMessage.DuplicateActivity.class,
            f ->
                new ActivityMessage.DuplicateActivity(f.ref(), activity(f), f.newIdOrAbsent("id"))),
        new MessageType<>(
            ActivityMessage.CreateActivity.class,
            f ->
                new ActivityMessage.CreateActivity(
                    f.ref(),
                    f.id("room"),
                    f.idOrNull("after"),
                    drafts.kind(f),
                    drafts.read(f),
                    f.newIdOrAbsent("id"))),
        new MessageType<>(
            ActivityMessage.NoteActivity.class,
            f -> new ActivityMessage.NoteActivity(f.ref(), activity(f), Shapes.notes(f))),
        new MessageType<>(
            ActivityMessage.GetNotes.class,
            f -> new ActivityMessage.GetNotes(f.ref(), activity(f))),
        new MessageType<>(
            ActivityMessage.EditActivity.class,
            f ->
                new ActivityMessage.EditActivity(
                    f.ref(), activity(f), f.rev(), drafts.kind(f), drafts.read(f))));
  }

  private static String activity(Fields f) throws BadMessage {
    return f.id("activity");
  }
}
