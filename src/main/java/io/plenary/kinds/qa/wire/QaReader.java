package io.plenary.kinds.qa.wire;

import io.plenary.kinds.qa.wire.QaWire.Check;
import io.plenary.kinds.qa.wire.QaWire.Names;
import io.plenary.kinds.qa.wire.QaWire.PageAfter;
import io.plenary.kinds.qa.wire.QaWire.QaSettings;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import io.plenary.kinds.qa.wire.QaWire.QuestionState;
import io.plenary.kinds.qa.wire.QaWire.QueueRef;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.protocol.MessageType;
import io.plenary.words.ActivityState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said about questions. */
final class QaReader {
  private static final ActivityState[] SETTABLE = {
    ActivityState.DRAFT, ActivityState.OPEN, ActivityState.LOCKED
  };

  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(
              QaMessage.AskQuestion.class,
              f ->
                  new QaMessage.AskQuestion(
                      f.ref(),
                      activity(f),
                      f.atLeast("round", 1),
                      f.voteId("question"),
                      f.lines("text", 1, 1000),
                      f.isNull("name") ? null : f.text("name", 1, 60))),
          new MessageType<>(
              QaMessage.WithdrawQuestion.class,
              f -> new QaMessage.WithdrawQuestion(f.ref(), activity(f), f.voteId("question"))),
          new MessageType<>(
              QaMessage.CastUpvote.class,
              f ->
                  new QaMessage.CastUpvote(
                      f.ref(),
                      activity(f),
                      f.atLeast("round", 1),
                      f.atLeast("n", 1),
                      f.atLeast("seq", 1),
                      f.flag("on"))),
          new MessageType<>(
              QaMessage.WatchQuestions.class,
              f -> new QaMessage.WatchQuestions(f.ref(), activity(f), f.flag("on"), order(f))),
          new MessageType<>(
              QaMessage.GetQuestions.class,
              f ->
                  new QaMessage.GetQuestions(
                      f.ref(), activity(f), order(f), after(f.object("after")))),
          new MessageType<>(
              QaMessage.WatchQueue.class,
              f -> new QaMessage.WatchQueue(f.ref(), activity(f), f.flag("on"))),
          new MessageType<>(
              QaMessage.GetQueue.class,
              f ->
                  new QaMessage.GetQueue(
                      f.ref(),
                      activity(f),
                      f.isNull("state") ? null : f.oneOf("state", QuestionState.values()),
                      f.isNull("label") ? null : f.text("label", 1, 40),
                      f.isNull("search") ? null : f.text("search", 1, 100),
                      f.idOrNull("after"))),
          new MessageType<>(
              QaMessage.ModerateQuestions.class,
              f ->
                  new QaMessage.ModerateQuestions(
                      f.ref(), activity(f), items(f), ModerationAct.read(f.object("act")))),
          new MessageType<>(
              QaMessage.MergeQuestion.class,
              f ->
                  new QaMessage.MergeQuestion(
                      f.ref(), activity(f), f.id("id"), f.rev(), f.id("into"))),
          new MessageType<>(
              QaMessage.UnmergeQuestion.class,
              f -> new QaMessage.UnmergeQuestion(f.ref(), activity(f), f.id("id"), f.rev())),
          new MessageType<>(
              QaMessage.SetBurstAside.class,
              f ->
                  new QaMessage.SetBurstAside(
                      f.ref(), activity(f), f.atLeast("minute", 0), f.flag("aside"))),
          new MessageType<>(
              QaMessage.SetAsking.class,
              f ->
                  new QaMessage.SetAsking(
                      f.ref(),
                      activity(f),
                      f.rev(),
                      f.flag("asking"),
                      f.oneOf("check", Check.values()))),
          new MessageType<>(
              QaMessage.HoldQuestion.class,
              f -> new QaMessage.HoldQuestion(activity(f), f.idOrNull("id"))),
          new MessageType<>(
              QaMessage.HighlightQuestion.class,
              f ->
                  new QaMessage.HighlightQuestion(
                      f.ref(), activity(f), numberOrNull(f, "n"), numberOrNull(f, "live"))),
          new MessageType<>(
              QaMessage.AnsweredQuestion.class,
              f -> new QaMessage.AnsweredQuestion(f.ref(), activity(f), f.atLeast("n", 1))),
          new MessageType<>(
              QaMessage.EraseQuestion.class,
              f -> new QaMessage.EraseQuestion(f.ref(), activity(f), f.id("id"), f.rev())),
          new MessageType<>(
              QaMessage.EditQuestions.class,
              f ->
                  new QaMessage.EditQuestions(
                      f.ref(), f.id("room"), f.rev(), settings(f.object("settings")))));

  private QaReader() {}

  private static String activity(Fields f) throws BadMessage {
    return f.id("activity");
  }

  private static QuestionOrder order(Fields f) throws BadMessage {
    return f.oneOf("order", QuestionOrder.values());
  }

  private static @Nullable Long numberOrNull(Fields f, String name) throws BadMessage {
    return f.isNull(name) ? null : f.atLeast(name, 1);
  }

  private static PageAfter after(Fields f) throws BadMessage {
    PageAfter after = new PageAfter(f.atLeast("up", 0), f.atLeast("n", 1));
    f.end();
    return after;
  }

  private static List<QueueRef> items(Fields f) throws BadMessage {
    List<QueueRef> all = new ArrayList<>();
    for (Fields item : f.objects("items", 1, 100)) {
      all.add(new QueueRef(item.id("id"), item.rev()));
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
