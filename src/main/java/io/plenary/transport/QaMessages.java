package io.plenary.transport;

import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.identity.Role;
import io.plenary.kinds.qa.service.QaTicker;
import io.plenary.protocol.ClientMessage.Referenced;
import io.plenary.protocol.QaMessage;
import io.plenary.protocol.QaMessage.*;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what is said about questions to the services it is for. */
final class QaMessages implements QaMessage.Handler<Session, Void> {
  private final SharedQa shared;
  private final LoopQa loop;
  private final Hub.Seat seat;
  private final QaOutcomes outcomes;

  QaMessages(SharedQa shared, LoopQa loop, Hub.Seat seat, QaOutcomes outcomes) {
    this.shared = shared;
    this.loop = loop;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  @Override
  public Void askQuestion(AskQuestion m, Session s) {
    loop.asks()
        .ask(s.identity().eventId(), s.identity().attendee(), m)
        .onSuccess(
            answer -> {
              outcomes.question(answer);
              s.reply(answer);
            });
    return null;
  }

  @Override
  public Void castUpvote(CastUpvote m, Session s) {
    loop.upvotes()
        .cast(s.identity().eventId(), s.identity().attendee(), m)
        .onSuccess(
            answer -> {
              outcomes.upvote(answer);
              s.reply(answer);
            });
    return null;
  }

  @Override
  public Void withdrawQuestion(WithdrawQuestion m, Session s) {
    return Commands.run(
        m, s, e -> shared.commands().withdraw(e, s.identity().attendee(), loop.keys(), m));
  }

  @Override
  public Void watchQuestions(WatchQuestions m, Session s) {
    return watch(
        m,
        m.on(),
        s,
        m.activity(),
        (e, room) -> QaTicker.list(e, room),
        () -> shared.lists().head(s.identity().eventId(), m));
  }

  @Override
  public Void getQuestions(GetQuestions m, Session s) {
    ready(
            s.identity().eventId(),
            m.activity(),
            () -> shared.lists().page(s.identity().eventId(), m))
        .onSuccess(s.outbox::offer)
        .onFailure(e -> fail(m, s, e));
    return null;
  }

  @Override
  public Void watchQueue(WatchQueue m, Session s) {
    String event = s.identity().eventId();
    Topic topic = topic(event, m.activity(), QaTicker::queue);
    if (!m.on() || topic == null) return stop(m, m.on(), s, topic);
    s.alsoFollow(topic, seat);
    answer(m, s, shared.queue().head(event, m, s.hand()));
    return null;
  }

  @Override
  public Void getQueue(GetQueue m, Session s) {
    return answer(m, s, shared.queue().page(s.identity().eventId(), m));
  }

  @Override
  public Void moderateQuestions(ModerateQuestions m, Session s) {
    return answer(m, s, shared.commands().moderate(s.identity().eventId(), who(s), m));
  }

  @Override
  public Void mergeQuestion(MergeQuestion m, Session s) {
    return Commands.run(m, s, e -> shared.commands().merge(e, who(s), m));
  }

  @Override
  public Void unmergeQuestion(UnmergeQuestion m, Session s) {
    return Commands.run(m, s, e -> shared.commands().unmerge(e, who(s), m));
  }

  @Override
  public Void setAsking(SetAsking m, Session s) {
    return Commands.run(m, s, e -> shared.settings().setAsking(e, m));
  }

  @Override
  public Void holdQuestion(HoldQuestion m, Session s) {
    shared
        .hands()
        .hold(s.identity().eventId(), m.activity(), s.hand(), s.identity().personName(), m.id());
    return null;
  }

  @Override
  public Void highlightQuestion(HighlightQuestion m, Session s) {
    return Commands.run(m, s, e -> shared.commands().highlight(e, who(s), m));
  }

  @Override
  public Void answeredQuestion(AnsweredQuestion m, Session s) {
    return Commands.run(m, s, e -> shared.commands().answered(e, who(s), m));
  }

  @Override
  public Void eraseQuestion(EraseQuestion m, Session s) {
    return Commands.run(m, s, e -> shared.commands().erase(e, who(s), m));
  }

  @Override
  public Void editQuestions(EditQuestions m, Session s) {
    return Commands.run(m, s, e -> shared.settings().edit(e, m));
  }

  /** A phone has said hello. */
  void entered(Session s) {
    if (s.identity().participant() == null) return;
    loop.own()
        .enter(s.identity().eventId(), s.identity().roomId(), s.identity().participant(), s.outbox);
  }

  void left(Session s) {
    loop.own().leave(s.outbox);
    if (s.hasHand()) shared.hands().gone(s.hand());
    s.stopAll(seat);
  }

  private interface Place {
    Topic of(String eventId, String roomId);
  }

  /** Follows first and reads the head after: no frame after it can be missed in between. */
  private Void watch(
      Referenced m, boolean on, Session s, String activity, Place place, Supplier<Frame> head) {
    Topic topic = topic(s.identity().eventId(), activity, place);
    if (!on || topic == null) return stop(m, on, s, topic);
    s.alsoFollow(topic, seat);
    ready(s.identity().eventId(), activity, head)
        .onSuccess(s.outbox::offer)
        .onFailure(
            e -> {
              s.stop(topic, seat);
              fail(m, s, e);
            });
    return null;
  }

  private Void stop(Referenced m, boolean on, Session s, @Nullable Topic topic) {
    if (topic != null) s.stop(topic, seat);
    if (on) {
      fail(
          m,
          s,
          new RuleViolation(
              Reason.UNKNOWN_ACTIVITY, "There are no such questions. They may have been deleted."));
    } else {
      s.reply(new ServerMessage.Done(m.ref(), null));
    }
    return null;
  }

  /** Just after the start, or a reset, the questions have to be read first. */
  private Future<Frame> ready(String eventId, String activity, Supplier<Frame> answer) {
    try {
      return Future.succeededFuture(answer.get());
    } catch (RuleViolation e) {
      return shared.questions().refresh(eventId, activity).map(v -> answer.get());
    }
  }

  /** Of the room that holds the activity; null when none does. */
  private @Nullable Topic topic(String eventId, String activity, Place place) {
    LoadedEvent loaded = shared.board().peek(eventId);
    if (loaded == null || !loaded.state().activities().containsKey(activity)) return null;
    return place.of(eventId, loaded.state().roomOf(activity).id());
  }

  private static Void answer(Referenced m, Session s, Future<ServerMessage> work) {
    work.onSuccess(s::reply).onFailure(e -> fail(m, s, e));
    return null;
  }

  private static void fail(Referenced m, Session s, Throwable e) {
    s.reply(Refusals.commandError(m.ref(), e));
  }

  /** As it stands in the audit trail. */
  private static String who(Session s) {
    String account = s.identity().account();
    return account != null
        ? account
        : s.identity().grant().role() == Role.REMOTE ? "remote" : "server";
  }
}
