package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.atLeast;
import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

import io.plenary.protocol.QaWire.Check;
import io.plenary.protocol.QaWire.Names;
import io.plenary.protocol.QaWire.PageAfter;
import io.plenary.protocol.QaWire.QaSettings;
import io.plenary.protocol.QaWire.QuestionOrder;
import io.plenary.protocol.QaWire.QuestionState;
import io.plenary.protocol.QaWire.QueueRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said about questions. */
final class QaReader {
  private static final PollState[] SETTABLE = {PollState.DRAFT, PollState.OPEN, PollState.LOCKED};

  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(
              QaMessage.AskQuestion.class,
              f ->
                  new QaMessage.AskQuestion(
                      ref(f),
                      activity(f),
                      atLeast(f, "round", 1),
                      f.voteId("question"),
                      f.lines("text", 1, 1000),
                      f.isNull("name") ? null : f.text("name", 1, 60))),
          new MessageType<>(
              QaMessage.WithdrawQuestion.class,
              f -> new QaMessage.WithdrawQuestion(ref(f), activity(f), f.voteId("question"))),
          new MessageType<>(
              QaMessage.CastUpvote.class,
              f ->
                  new QaMessage.CastUpvote(
                      ref(f),
                      activity(f),
                      atLeast(f, "round", 1),
                      atLeast(f, "n", 1),
                      atLeast(f, "seq", 1),
                      f.flag("on"))),
          new MessageType<>(
              QaMessage.WatchQuestions.class,
              f -> new QaMessage.WatchQuestions(ref(f), activity(f), f.flag("on"), order(f))),
          new MessageType<>(
              QaMessage.GetQuestions.class,
              f ->
                  new QaMessage.GetQuestions(
                      ref(f), activity(f), order(f), after(f.object("after")))),
          new MessageType<>(
              QaMessage.WatchQueue.class,
              f -> new QaMessage.WatchQueue(ref(f), activity(f), f.flag("on"))),
          new MessageType<>(
              QaMessage.GetQueue.class,
              f ->
                  new QaMessage.GetQueue(
                      ref(f),
                      activity(f),
                      f.isNull("state") ? null : f.oneOf("state", QuestionState.values()),
                      f.isNull("label") ? null : f.text("label", 1, 40),
                      f.isNull("search") ? null : f.text("search", 1, 100),
                      f.idOrNull("after"))),
          new MessageType<>(
              QaMessage.ModerateQuestions.class,
              f ->
                  new QaMessage.ModerateQuestions(
                      ref(f), activity(f), items(f), ModerationAct.read(f.object("act")))),
          new MessageType<>(
              QaMessage.MergeQuestion.class,
              f ->
                  new QaMessage.MergeQuestion(
                      ref(f), activity(f), f.id("id"), rev(f), f.id("into"))),
          new MessageType<>(
              QaMessage.UnmergeQuestion.class,
              f -> new QaMessage.UnmergeQuestion(ref(f), activity(f), f.id("id"), rev(f))),
          new MessageType<>(
              QaMessage.SetAsking.class,
              f ->
                  new QaMessage.SetAsking(
                      ref(f),
                      activity(f),
                      rev(f),
                      f.flag("asking"),
                      f.oneOf("check", Check.values()))),
          new MessageType<>(
              QaMessage.HoldQuestion.class,
              f -> new QaMessage.HoldQuestion(activity(f), f.idOrNull("id"))),
          new MessageType<>(
              QaMessage.HighlightQuestion.class,
              f ->
                  new QaMessage.HighlightQuestion(
                      ref(f), activity(f), numberOrNull(f, "n"), numberOrNull(f, "live"))),
          new MessageType<>(
              QaMessage.AnsweredQuestion.class,
              f -> new QaMessage.AnsweredQuestion(ref(f), activity(f), atLeast(f, "n", 1))),
          new MessageType<>(
              QaMessage.EraseQuestion.class,
              f -> new QaMessage.EraseQuestion(ref(f), activity(f), f.id("id"), rev(f))),
          new MessageType<>(
              QaMessage.EditQuestions.class,
              f ->
                  new QaMessage.EditQuestions(
                      ref(f), f.id("room"), rev(f), settings(f.object("settings")))));

  private QaReader() {}

  private static String activity(Fields f) throws BadMessage {
    return f.id("activity");
  }

  private static QuestionOrder order(Fields f) throws BadMessage {
    return f.oneOf("order", QuestionOrder.values());
  }

  private static @Nullable Long numberOrNull(Fields f, String name) throws BadMessage {
    return f.isNull(name) ? null : atLeast(f, name, 1);
  }

  private static PageAfter after(Fields f) throws BadMessage {
    PageAfter after = new PageAfter(atLeast(f, "up", 0), atLeast(f, "n", 1));
    f.end();
    return after;
  }

  private static List<QueueRef> items(Fields f) throws BadMessage {
    List<QueueRef> all = new ArrayList<>();
    for (Fields item : f.objects("items", 1, 100)) {
      all.add(new QueueRef(item.id("id"), rev(item)));
      item.end();
    }
    return all;
  }

  private static QaSettings settings(Fields f) throws BadMessage {
    QaSettings settings =
        new QaSettings(
            f.oneOf("state", SETTABLE),
            f.oneOf("check", Check.values()),
            f.oneOf("names", Names.values()),
            (int) f.integer("maxLength", 50, 1000),
            (int) f.integer("perPerson", 1, 50),
            f.flag("openCounts"));
    f.end();
    return settings;
  }
}
