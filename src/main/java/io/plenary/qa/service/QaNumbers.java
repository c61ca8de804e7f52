package io.plenary.qa.service;

import io.plenary.hub.Audience;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.protocol.QaServerMessage.QuestionTotalsMessage;
import io.plenary.protocol.QaWire.LiveUpvotes;
import io.plenary.qa.PublicQuestion;
import io.plenary.qa.Qa;
import io.plenary.room.Room;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Feeds;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a whole room the numbers of its Q&A, and which question is live. Screens at most once a second, phones every other time: there are
 * many of them. Runs on the owner's context.
 */
public final class QaNumbers {
  private static final long TICK_MS = 1_000;
  private static final int PHONES_EVERY = 2;

  /** What was told last to one audience of one Q&A. */
  private record Told(String qaId, Audience audience, String what) {}

  private final Board board;
  private final QaBoard questions;
  private final QaViews views;
  private final Feeds feeds;
  private final Hub hub;
  private final Map<Told, Object> told = new HashMap<>();
  private long ticks;

  public QaNumbers(Board board, QaBoard questions, QaViews views, Feeds feeds, Hub hub) {
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

  /** Who came before it was read was shown a Q&A without questions, so that is put right at once. */
  private void moved(LiveQa live, Moves moves) {
    feeds.stale();
    if (!moves.afresh) return;
    told.keySet().removeIf(t -> t.qaId.equals(live.id));
    tell(live, true);
  }

  private void tick() {
    boolean phones = ++ticks % PHONES_EVERY == 0;
    questions.all().forEach(live -> tell(live, phones));
    if (ticks % 60 == 0) told.keySet().removeIf(t -> questions.view(t.qaId) == null);
  }

  private void tell(LiveQa live, boolean phones) {
    Qa qa = questions.qa(live.eventId, live.id);
    Loaded loaded = board.peek(live.eventId);
    if (qa == null || loaded == null || live.view.epoch() == null || qa.round() != live.view.round()) return;
    Room room = loaded.state().roomOf(qa.id());
    QaView view = live.view;
    snapshotIf(live, room, Audience.ORGANISER, alive(view));
    snapshotIf(live, room, Audience.REMOTE, alive(view));
    QuestionTotalsMessage all = new QuestionTotalsMessage(view.epoch(), qa.id(), qa.round(), QaCounts.totals(view.index()),
        QaCounts.open(view.statistics(), qa.settings().openCounts()), QaCounts.of(view.statistics()), upvotes(view.index().live()));
    totalsIf(live, room, Audience.ORGANISER, all);
    totalsIf(live, room, Audience.REMOTE, all);
    if (!qa.shown()) return;
    if (qa.id().equals(room.stage().activity())) snapshotIf(live, room, Audience.STAGE, List.of(views.forStage(qa)));
    snapshotIf(live, room, Audience.ATTENDEE, alive(view));
    if (phones) totalsIf(live, room, Audience.ATTENDEE, all.forAttendees());
  }

  private static LiveUpvotes upvotes(PublicQuestion live) {
    return live == null ? null : new LiveUpvotes(live.n(), live.up());
  }

  /** The live question without its upvotes, which move all the time and are told with the totals. */
  private static List<PublicQuestion> alive(QaView view) {
    PublicQuestion live = view.index().live();
    return live == null ? List.of() : List.of(live.with(0));
  }

  private void snapshotIf(LiveQa live, Room room, Audience audience, Object now) {
    if (now.equals(told.put(new Told(live.id, audience, "snapshot"), now))) return;
    Topic topic = new Topic(live.eventId, room.id(), audience);
    feeds.stale();
    Frame frame = feeds.current(topic);
    if (frame != null) hub.broadcast(topic, frame);
  }

  private void totalsIf(LiveQa live, Room room, Audience audience, QuestionTotalsMessage now) {
    if (now.equals(told.put(new Told(live.id, audience, "totals"), now))) return;
    hub.broadcast(new Topic(live.eventId, room.id(), audience), Frame.latest(now, "questionTotals"));
  }
}
