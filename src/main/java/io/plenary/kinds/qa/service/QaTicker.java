package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Audience;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Topic;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueMoved;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;

/** Sends the frames of lists and queues to who follows them. Runs on the owner's context. */
public final class QaTicker {
  private static final long TICK_MS = 500;

  private final EventCache board;
  private final QaBoard questions;
  private final QueueItems items;
  private final Hub hub;
  private final Set<QueueFeed> preparing = new HashSet<>();

  public QaTicker(EventCache board, QaBoard questions, QueueItems items, Hub hub) {
    this.board = board;
    this.questions = questions;
    this.items = items;
    this.hub = hub;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(
        TICK_MS,
        id ->
            questions
                .all()
                .forEach(
                    live ->
                        board
                            .failures()
                            .guard("sending its questions", live.eventId, () -> send(live))));
  }

  private void send(QaSession live) {
    if (!live.whole) return;
    Qa qa = questions.qa(live.eventId, live.id);
    LoadedEvent loaded = board.peek(live.eventId);
    if (qa == null || loaded == null || qa.round() != live.memory.round()) return;
    String room = loaded.state().roomOf(live.id).id();
    sendQueue(live, queue(live.eventId, room));
    if (qa.shown()) sendList(live, list(live.eventId, room));
  }

  private void sendList(QaSession live, Topic topic) {
    if (!hub.followed(topic)) {
      live.feed.skip();
      if (live.view.frame() != live.feed.frame()) live.view = live.view.at(live.feed.frame());
      return;
    }
    QuestionsMoved moved = live.feed.next(live.view.index(), System.nanoTime());
    if (moved == null) return;
    live.view =
        live.view.at(
            moved.frame()); // before the frame: a head that tells of it is not older than it
    hub.broadcast(topic, Frame.latest(moved, "questions:" + live.id, Channel.QUESTIONS));
  }

  /**
   * What the machine notices is for who follows only; that takes a while, so a frame goes when it
   * is known.
   */
  private void sendQueue(QaSession live, Topic topic) {
    QueueFeed feed = live.queue;
    if (!hub.followed(topic)) {
      feed.skip();
      return;
    }
    if (!preparing.add(feed)) return;
    items
        .ready(live.memory, feed.upcoming())
        .onComplete(
            v -> {
              preparing.remove(feed);
              QueueMoved moved = live.queue == feed ? feed.next(live, items) : null;
              if (moved != null) {
                hub.broadcast(topic, Frame.latest(moved, "queue:" + live.id, Channel.QUEUE));
              }
            });
  }

  /**
   * What everybody follows who watches the list of a room, whoever that is: all are sent the same.
   */
  public static Topic list(String eventId, String roomId) {
    return new Topic(eventId, roomId, Audience.ATTENDEE, Channel.QUESTIONS);
  }

  /** What moderators of a room follow. */
  public static Topic queue(String eventId, String roomId) {
    return new Topic(eventId, roomId, Audience.ORGANISER, Channel.QUEUE);
  }
}
