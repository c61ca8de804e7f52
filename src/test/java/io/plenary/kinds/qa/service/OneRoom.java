package io.plenary.kinds.qa.service;

import static java.time.Instant.EPOCH;

import io.plenary.ManualLoop;
import io.plenary.abuse.Abuse;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.Joins;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.ModelStore;
import io.plenary.activity.service.PresenceCounters;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.activity.service.Snapshots;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.hub.Audience;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.OpenSink;
import io.plenary.hub.Outbox;
import io.plenary.hub.Topic;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A node with one room and its Q&A, on a loop that turns when told to, and one connection to it.
 */
final class OneRoom {
  static final LocalDate DAY = LocalDate.of(2027, 3, 8);
  static final String EVENT = "ev";
  static final String ROOM = "r";
  static final String QA = "qa";
  private static final Topic PHONES = new Topic(EVENT, ROOM, Audience.ATTENDEE);

  final ManualLoop loop = new ManualLoop();
  final ModelStore events =
      new ModelStore(
          new EventState(
              "epoch",
              1,
              new Event(
                  EVENT,
                  1,
                  "ABC234",
                  new EventDetails("Event", DAY, DAY, ZoneOffset.UTC, List.of())),
              List.of(new Room(ROOM, 1, "Hall", List.of(), List.of(QA), Stage.join())),
              Map.of(QA, new Qa(QA, 1, 1, Qa.State.OPEN, true, QaSettings.usual()))));
  final EventCache board = new EventCache(new Connection(events), loop.context());
  final Hub hub = new Hub();
  final Hub.Seat seat = hub.join(loop.vertx());
  final QaBoard questions;
  final QuestionLists lists;
  final Queue queue;
  private final List<ServerMessage> heard = new ArrayList<>();
  final Outbox outbox = new Outbox(new OpenSink(frame -> heard.add(said(frame))), System::nanoTime);
  final SnapshotCache feeds;
  private int named;

  /** The event is on its first day, and ends with it. */
  Instant now = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

  OneRoom(QuestionStore store) {
    questions =
        new QaBoard(
            board,
            store,
            loop.context(),
            () -> "feed" + named++,
            new QaInterest(hub::events, () -> now));
    lists = new QuestionLists(questions);
    QueueItems items =
        new QueueItems(
            new Abuse(List.of()),
            new StaffNames(id -> Future.succeededFuture()),
            work -> loop.context().runOnContext(v -> work.run()));
    queue =
        new Queue(
            questions,
            items,
            new ModeratorPresence(board, hub, loop.context(), "node"),
            loop.context());
    Kinds kinds = new Kinds(board);
    QaViews views = new QaViews(questions);
    kinds.add(new QaKind(views, questions::moved, new QaAnonymiser(store)));
    PresenceCounters numbers =
        new PresenceCounters(new Joins(null, loop.vertx(), loop.context()), new Attendance());
    feeds =
        new SnapshotCache(
            board,
            new Snapshots(kinds, numbers, new JoinAddress("https://polls.example"), () -> EPOCH),
            hub);
    questions.start(loop.vertx());
    new QaNumbers(board, questions, views, feeds, hub).start(loop.vertx());
    new QaTicker(board, questions, items, hub).start(loop.vertx());
  }

  static ServerMessage said(Frame frame) {
    try {
      return AllKinds.REGISTRY.codec().decodeServer(frame.utf8());
    } catch (BadMessage e) {
      throw new AssertionError(e);
    }
  }

  /** The node learns of the event. */
  void start() {
    board.refresh(EVENT);
    loop.run();
  }

  /** A phone comes, and is shown the room. */
  void enter() {
    seat.follow(PHONES, outbox);
    outbox.offer(feeds.current(PHONES));
  }

  void watchList() {
    seat.follow(QaTicker.list(EVENT, ROOM), outbox);
  }

  void watchQueue() {
    seat.follow(QaTicker.queue(EVENT, ROOM), outbox);
  }

  void leave() {
    seat.leave(PHONES, outbox);
    seat.leave(QaTicker.list(EVENT, ROOM), outbox);
    seat.leave(QaTicker.queue(EVENT, ROOM), outbox);
  }

  QaSession live() {
    return questions.find(EVENT, QA);
  }

  void tick(int times) {
    for (int i = 0; i < times; i++) loop.tick();
  }

  /** Another node, or this one, stored something; a second passes. */
  void moved() {
    questions.moved(new ChangeNotification(EVENT, QA));
    tick(2);
  }

  <T extends ServerMessage> List<T> heard(Class<T> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  void forget() {
    heard.clear();
  }
}
