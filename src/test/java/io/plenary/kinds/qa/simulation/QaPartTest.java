package io.plenary.kinds.qa.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.wire.QaMessage.AskQuestion;
import io.plenary.kinds.qa.wire.QaMessage.CastUpvote;
import io.plenary.kinds.qa.wire.QaMessage.WatchQuestions;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionAsked;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsHead;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteCounted;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteRefused;
import io.plenary.kinds.qa.wire.QaWire.AttendeeQuestions;
import io.plenary.kinds.qa.wire.QaWire.Check;
import io.plenary.kinds.qa.wire.QaWire.CountedUpvote;
import io.plenary.kinds.qa.wire.QaWire.Names;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import io.plenary.kinds.qa.wire.QaWire.QuestionState;
import io.plenary.kinds.qa.wire.QaWire.Totals;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.words.ActivityState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QaPartTest {
  private static final AttendeeQuestions QA =
      new AttendeeQuestions(
          "qa",
          1,
          ActivityState.OPEN,
          true,
          Check.BEFORE,
          Names.CHOICE,
          300,
          10,
          new Totals(0, 0),
          null,
          null);
  private static final String ID = "a-question-of-this-phone";
  private final List<ClientMessage> said = new ArrayList<>();
  private boolean online = true;
  private long refs;
  private final QaPart part =
      new QaPart(
          new QaPart.Mouth() {
            @Override
            public boolean online() {
              return online;
            }

            @Override
            public long nextRef() {
              return ++refs;
            }

            @Override
            public void send(ClientMessage message) {
              said.add(message);
            }

            @Override
            public void again(long ms) {
              assertTrue(ms > 0);
            }
          });

  private <T extends ClientMessage> T last(Class<T> type) {
    return type.cast(said.get(said.size() - 1));
  }

  private static QuestionItem item(long n, long up) {
    return new QuestionItem(
        n,
        "Question " + n,
        null,
        null,
        1,
        up,
        QuestionState.PUBLISHED,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void whatHasNoAnswerIsSaidAgainUnchanged() {
    online = false;
    part.ask(QA, ID, "Why?", null);
    assertEquals(List.of(), said);
    online = true;
    part.online();
    AskQuestion first = last(AskQuestion.class);
    part.offline();
    part.online();
    AskQuestion second = last(AskQuestion.class);
    assertEquals(new AskQuestion(second.ref(), "qa", 1, ID, "Why?", null), second);
    assertTrue(second.ref() != first.ref());
    part.received(new QuestionAsked(first.ref(), "qa", 1, ID, QuestionState.WAITING));
    assertEquals(1, part.waiting(), "an answer of the connection before");
    part.received(ServerMessage.Error.of(second.ref(), ErrorCode.TRY_AGAIN));
    assertEquals(1, part.waiting());
    part.resend();
    part.received(
        new QuestionAsked(last(AskQuestion.class).ref(), "qa", 1, ID, QuestionState.WAITING));
    assertEquals(0, part.waiting());
  }

  @Test
  void onlyTheLastDecisionOnAQuestionWaitsAndASupersededPhoneGoesOnAbove() {
    part.upvote(QA, 3, true);
    CastUpvote up = last(CastUpvote.class);
    part.upvote(QA, 3, false);
    CastUpvote down = last(CastUpvote.class);
    assertEquals(up.seq() + 1, down.seq());
    part.received(new UpvoteCounted(up.ref(), "qa", 1, 3, up.seq(), true));
    assertEquals(1, part.waiting(), "the later one has no answer yet");
    part.received(
        new UpvoteRefused(
            down.ref(),
            "qa",
            1,
            3,
            down.seq(),
            ErrorCode.SUPERSEDED,
            "Newer.",
            new CountedUpvote(40, true)));
    assertEquals(0, part.waiting());
    part.upvote(QA, 3, false);
    assertEquals(41, last(CastUpvote.class).seq());
  }

  @Test
  void followsTheFramesAndAsksForTheHeadAfterAGap() {
    part.watch(QA);
    part.received(
        new QuestionsHead(
            1, "qa", 1, "f", 7, 2, QuestionOrder.POPULAR, List.of(item(1, 2), item(2, 0)), false));
    part.received(new QuestionsMoved("qa", "f", 7, List.of(1L, 9L), List.of(), List.of()));
    assertEquals(Map.of(1L, 2L, 2L, 0L), part.shown(), "old");
    part.received(
        new QuestionsMoved(
            "qa", "f", 8, List.of(1L, 3L, 99L, 1L), List.of(item(4, 0)), List.of(2L)));
    assertEquals(Map.of(1L, 3L, 4L, 0L), part.shown());
    int before = said.size();
    part.received(new QuestionsMoved("qa", "f", 10, List.of(1L, 5L), List.of(), List.of()));
    assertEquals(before + 1, said.size());
    assertTrue(last(WatchQuestions.class).on());
    part.received(
        new QuestionsHead(
            2, "qa", 1, "f", 10, 2, QuestionOrder.POPULAR, List.of(item(1, 5)), false));
    assertEquals(Map.of(1L, 5L), part.shown());
  }
}
