package io.plenary.kinds.qa.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.Room;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionTotalsMessage;
import io.plenary.kinds.qa.wire.QaWire.LiveUpvotes;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a whole room the numbers of its Q&A, and which question is live. Screens at most once a
 * second, phones every other time: there are many of them. Runs on the owner's context.
 */
public final class QaNumbers {
  private static final long TICK_MS = 1_000;
  private static final int PHONES_EVERY = 2;

  /** What was told last to one audience of one Q&A. */
  private record Told(ActivityRef qa, Audience audience, String what) {}

  private final EventCache board;
  private final QaBoard questions;
  private final QaViews views;
  private final SnapshotCache feeds;
  private final Hub hub;
  private final Map<Told, Object> told = new HashMap<>();
  private long ticks;

  public QaNumbers(
      EventCache board, QaBoard questions, QaViews views, SnapshotCache feeds, Hub hub) {
    this.board = board;
    this.questions = questions;
    this.views = views;
    this.feeds = feeds;
    this.hub = hub;
    questions.listen(this::moved);
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /**
   * Who came before it was read was shown a Q&A without questions, so that is put right at once.
   */
  private void moved(QaSession live, QuestionDelta moves) {
    feeds.stale();
    if (!moves.afresh) return;
    told.keySet().removeIf(t -> t.qa.equals(live.ref));
    tell(live, true);
  }

  private void tick() {
    boolean phones = ++ticks % PHONES_EVERY == 0;
    questions
        .all()
        .forEach(
            live ->
                board
                    .failures()
                    .guard("telling numbers of questions", live.eventId, () -> tell(live, phones)));
    if (ticks % 60 == 0) {
      told.keySet().removeIf(t -> questions.view(t.qa.event(), t.qa.id()) == null);
    }
  }

  private void tell(QaSession live, boolean phones) {
    Qa qa = questions.qa(live.eventId, live.id);
    LoadedEvent loaded = board.peek(live.eventId);
    QaView view = live.view;
    if (qa == null || loaded == null || view.epoch() == null || qa.round() != view.round()) return;
    Room room = loaded.state().roomOf(qa.id());
    snapshotIf(live, room, Audience.ORGANISER, alive(view));
    snapshotIf(live, room, Audience.REMOTE, alive(view));
    QuestionTotalsMessage all =
        new QuestionTotalsMessage(
            view.epoch(),
            qa.id(),
            qa.round(),
            QaCounts.totals(view.index()),
            QaCounts.open(view.statistics(), qa.settings().openCounts()),
            QaCounts.of(view.statistics()),
            upvotes(view.index().live()));
    totalsIf(live, room, Audience.ORGANISER, all);
    totalsIf(live, room, Audience.REMOTE, all);
    if (!qa.shown()) return;
    if (qa.id().equals(room.stage().activity())) {
      snapshotIf(live, room, Audience.STAGE, List.of(views.forStage(loaded.state(), qa)));
    }
    snapshotIf(live, room, Audience.ATTENDEE, alive(view));
    if (phones) totalsIf(live, room, Audience.ATTENDEE, all.forAttendees());
  }

  private static @Nullable LiveUpvotes upvotes(@Nullable PublicQuestion live) {
    return live == null ? null : new LiveUpvotes(live.n(), live.up());
  }

  /**
   * The live question without its upvotes, which move all the time and are told with the totals.
   */
  private static List<PublicQuestion> alive(QaView view) {
    PublicQuestion live = view.index().live();
    return live == null ? List.of() : List.of(live.with(0));
  }

  private void snapshotIf(QaSession live, Room room, Audience audience, Object now) {
    if (now.equals(told.put(new Told(live.ref, audience, "snapshot"), now))) return;
    Topic topic = new Topic(live.eventId, room.id(), audience);
    feeds.stale();
    Frame frame = feeds.current(topic);
    if (frame != null) hub.broadcast(topic, frame);
  }

  private void totalsIf(QaSession live, Room room, Audience audience, QuestionTotalsMessage now) {
    if (now.equals(told.put(new Told(live.ref, audience, "totals"), now))) return;
    hub.broadcast(
        new Topic(live.eventId, room.id(), audience), Frame.latest(now, "questionTotals"));
  }
}
