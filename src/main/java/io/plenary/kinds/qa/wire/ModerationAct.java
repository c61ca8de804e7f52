package io.plenary.kinds.qa.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plenary.kinds.qa.wire.QaWire.DeclineReason;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator does with questions; {@code kind} on the wire is the record's name with a small
 * first letter.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @Type(value = ModerationAct.Approve.class, name = "approve"),
  @Type(value = ModerationAct.Unpublish.class, name = "unpublish"),
  @Type(value = ModerationAct.Decline.class, name = "decline"),
  @Type(value = ModerationAct.Archive.class, name = "archive"),
  @Type(value = ModerationAct.Restore.class, name = "restore"),
  @Type(value = ModerationAct.Label.class, name = "label"),
  @Type(value = ModerationAct.Answer.class, name = "answer"),
  @Type(value = ModerationAct.Correct.class, name = "correct")
})
public sealed interface ModerationAct {
  record Approve() implements ModerationAct {}

  /** Takes an approving back. */
  record Unpublish() implements ModerationAct {}

  /** {@code note}: told to the asker beside the reason; may be null. */
  record Decline(DeclineReason reason, @Nullable String note) implements ModerationAct {}

  record Archive() implements ModerationAct {}

  record Restore() implements ModerationAct {}

  record Label(List<String> add, List<String> remove) implements ModerationAct {
    public Label {
      add = List.copyOf(add);
      remove = List.copyOf(remove);
    }
  }

  /** In writing. */
  record Answer(String text) implements ModerationAct {}

  /** The spelling. */
  record Correct(String text) implements ModerationAct {}

  static ModerationAct read(Fields f) throws BadMessage {
    ModerationAct act =
        switch (f.string("kind")) {
          case "approve" -> new Approve();
          case "unpublish" -> new Unpublish();
          case "decline" ->
              new Decline(
                  f.oneOf("reason", DeclineReason.values()),
                  f.isNull("note") ? null : f.lines("note", 1, 200));
          case "archive" -> new Archive();
          case "restore" -> new Restore();
          case "label" -> new Label(f.texts("add", 5, 1, 40), f.texts("remove", 5, 1, 40));
          case "answer" -> new Answer(f.lines("text", 1, 2000));
          case "correct" -> new Correct(f.lines("text", 1, 1000));
          default ->
              throw new BadMessage(
                  ErrorCode.INVALID_FIELD,
                  null,
                  "act.kind: must be one of approve, unpublish, decline, archive, restore, label,"
                      + " answer, correct");
        };
    f.end();
    return act;
  }
}
