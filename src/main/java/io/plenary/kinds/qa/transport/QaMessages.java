package io.plenary.kinds.qa.transport;

import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.kinds.qa.service.QaTicker;
import io.plenary.kinds.qa.wire.QaMessage.*;
import io.plenary.protocol.ClientMessage.Referenced;
import io.plenary.protocol.ServerMessage;
import io.plenary.transport.Commands;
import io.plenary.transport.KindHandlers;
import io.plenary.transport.Route;
import io.plenary.transport.Session;
import io.plenary.words.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what is said about questions to the services it is for. */
public final class QaMessages implements KindHandlers {
  private final SharedQa shared;
  private final LoopQa loop;
  private final Hub.Seat seat;
  private final QaOutcomes outcomes;

  public QaMessages(SharedQa shared, LoopQa loop, Hub.Seat seat, QaOutcomes outcomes) {
    this.shared = shared;
    this.loop = loop;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  @Override
  public List<Route<?>> routes() {
    return List.of(
        Route.of(AskQuestion.class, this::askQuestion),
        Route.of(CastUpvote.class, this::castUpvote),
        Route.of(WithdrawQuestion.class, this::withdrawQuestion),
        Route.of(WatchQuestions.class, this::watchQuestions),
        Route.of(GetQuestions.class, this::getQuestions),
        Route.of(WatchQueue.class, this::watchQueue),
        Route.of(GetQueue.class, this::getQueue),
        Route.of(ModerateQuestions.class, this::moderateQuestions),
        Route.of(MergeQuestion.class, this::mergeQuestion),
        Route.of(UnmergeQuestion.class, this::unmergeQuestion),
        Route.of(SetBurstAside.class, this::setBurstAside),
        Route.of(SetAsking.class, this::setAsking),
        Route.of(HoldQuestion.class, this::holdQuestion),
        Route.of(HighlightQuestion.class, this::highlightQuestion),
        Route.of(AnsweredQuestion.class, this::answeredQuestion),
        Route.of(EraseQuestion.class, this::eraseQuestion),
        Route.of(EditQuestions.class, this::editQuestions));
  }

  private void askQuestion(AskQuestion m, Session s) {
    loop.asks()
        .ask(s.identity().eventId(), s.identity().attendee(), m)
        .onSuccess(
            answer -> {
              outcomes.question(answer);
              s.reply(answer);
            });
  }

  private void castUpvote(CastUpvote m, Session s) {
    loop.upvotes()
        .cast(s.identity().eventId(), s.identity().attendee(), m)
        .onSuccess(
            answer -> {
              outcomes.upvote(answer);
              s.reply(answer);
            });
  }

  private void withdrawQuestion(WithdrawQuestion m, Session s) {
    Commands.run(m, s, e -> shared.commands().withdraw(e, s.identity().attendee(), loop.keys(), m));
  }

  private void watchQuestions(WatchQuestions m, Session s) {
    watch(
        m,
        m.on(),
        s,
        m.activity(),
        (e, room) -> QaTicker.list(e, room),
        () -> shared.lists().head(s.identity().eventId(), m));
  }

  private void getQuestions(GetQuestions m, Session s) {
    ready(
            s.identity().eventId(),
            m.activity(),
            () -> shared.lists().page(s.identity().eventId(), m))
        .onSuccess(s.outbox()::offer)
        .onFailure(e -> fail(m, s, e));
  }

  private void watchQueue(WatchQueue m, Session s) {
    String event = s.identity().eventId();
    Topic topic = topic(event, m.activity(), QaTicker::queue);
    if (!m.on() || topic == null) {
      stop(m, m.on(), s, topic);
      return;
    }
    s.alsoFollow(topic, seat);
    answer(m, s, shared.queue().head(event, m, s.hand()));
  }

  private void getQueue(GetQueue m, Session s) {
    answer(m, s, shared.queue().page(s.identity().eventId(), m));
  }

  private void moderateQuestions(ModerateQuestions m, Session s) {
    answer(m, s, shared.commands().moderate(s.identity().eventId(), who(s), m));
  }

  private void mergeQuestion(MergeQuestion m, Session s) {
    Commands.run(m, s, e -> shared.commands().merge(e, who(s), m));
  }

  private void unmergeQuestion(UnmergeQuestion m, Session s) {
    Commands.run(m, s, e -> shared.commands().unmerge(e, who(s), m));
  }

  private void setBurstAside(SetBurstAside m, Session s) {
    Commands.run(m, s, e -> shared.commands().burst(e, who(s), m));
  }

  private void setAsking(SetAsking m, Session s) {
    Commands.run(m, s, e -> shared.settings().setAsking(e, m));
  }

  private void holdQuestion(HoldQuestion m, Session s) {
    shared
        .hands()
        .hold(s.identity().eventId(), m.activity(), s.hand(), s.identity().personName(), m.id());
  }

  private void highlightQuestion(HighlightQuestion m, Session s) {
    Commands.run(m, s, e -> shared.commands().highlight(e, who(s), m));
  }

  private void answeredQuestion(AnsweredQuestion m, Session s) {
    Commands.run(m, s, e -> shared.commands().answered(e, who(s), m));
  }

  private void eraseQuestion(EraseQuestion m, Session s) {
    Commands.run(m, s, e -> shared.commands().erase(e, who(s), m));
  }

  private void editQuestions(EditQuestions m, Session s) {
    Commands.run(m, s, e -> shared.settings().edit(e, m));
  }

  @Override
  public void entered(Session s) {
    if (s.identity().participant() == null) return;
    loop.own()
        .enter(
            s.identity().eventId(), s.identity().roomId(), s.identity().participant(), s.outbox());
  }

  @Override
  public void left(Session s) {
    loop.own().leave(s.outbox());
    if (s.hasHand()) shared.hands().gone(s.hand());
  }

  @Override
  public boolean idle() {
    return loop.batches().idle();
  }

  private interface Place {
    Topic of(String eventId, String roomId);
  }

  /** Follows first and reads the head after: no frame after it can be missed in between. */
  private void watch(
      Referenced m, boolean on, Session s, String activity, Place place, Supplier<Frame> head) {
    Topic topic = topic(s.identity().eventId(), activity, place);
    if (!on || topic == null) {
      stop(m, on, s, topic);
      return;
    }
    s.alsoFollow(topic, seat);
    ready(s.identity().eventId(), activity, head)
        .onSuccess(s.outbox()::offer)
        .onFailure(
            e -> {
              s.stop(topic, seat);
              fail(m, s, e);
            });
  }

  private void stop(Referenced m, boolean on, Session s, @Nullable Topic topic) {
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

  private static void answer(Referenced m, Session s, Future<ServerMessage> work) {
    work.onSuccess(s::reply).onFailure(e -> fail(m, s, e));
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
