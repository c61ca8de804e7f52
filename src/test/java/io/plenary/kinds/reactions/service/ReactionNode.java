package io.plenary.kinds.reactions.service;

import static java.time.Instant.EPOCH;

import io.plenary.Beside;
import io.plenary.ManualLoop;
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
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Audience;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.hub.Outbox;
import io.plenary.hub.Sink;
import io.plenary.hub.Topic;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.ReactionRules;
import io.plenary.kinds.reactions.wire.ReactionMessage.React;
import io.plenary.kinds.reactions.wire.ReactionWire.Reaction;
import io.plenary.protocol.CloseCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One node with reactions "r", and one follower per audience. Several may share a {@link Shelf}.
 */
final class ReactionNode {
  /** Adds up as Redis does. */
  static final class Shelf implements ReactionStore {
    ReactionCounts counts = ReactionCounts.NONE;
    boolean away;
    boolean off;
    int adds;
    int looks;

    @Override
    public Future<Outcome> add(String eventId, String id, ReactionCounts more) {
      adds++;
      if (away) return Future.failedFuture(new StoreUnavailable("test"));
      if (off) return Future.succeededFuture(Outcome.OFF);
      counts = counts.plus(more);
      return Future.succeededFuture(Outcome.ADDED);
    }

    @Override
    public Future<ReactionCounts> totals(String eventId, String id) {
      looks++;
      return away
          ? Future.failedFuture(new StoreUnavailable("test"))
          : Future.succeededFuture(counts);
    }

    @Override
    public Future<Long> idleMillis(String eventId, String id) {
      return Future.succeededFuture(Long.MAX_VALUE);
    }
  }

  final ManualLoop loop = new ManualLoop();
  final Shelf shelf;
  final ModelStore events;
  final EventCache board;
  final Map<Audience, List<JsonObject>> got = new EnumMap<>(Audience.class);

  /** Whether attendee's peer takes nothing. */
  boolean stuck;

  final Outbox phone;
  final SnapshotCache feeds;
  final Reacting reacting;
  final ReactionTicker ticker;
  final List<ChangeNotification> added = new ArrayList<>();
  long nanos;

  ReactionNode(Shelf shelf, ModelStore events) {
    this.shelf = shelf;
    this.events = events;
    board = new EventCache(new Connection(events), loop.context());
    Hub hub = new Hub();
    Hub.Seat seat = hub.join(loop.vertx());
    Outbox phones = null;
    for (Audience audience : Audience.values()) {
      got.put(audience, new ArrayList<>());
      Outbox outbox = new Outbox(sink(audience), () -> 0);
      if (audience == Audience.ATTENDEE) phones = outbox;
      seat.follow(new Topic(Polls.EVENT, Polls.HALL, audience), outbox);
    }
    phone = phones;
    Kinds kinds = new Kinds(board);
    ReactionTotals totals = new ReactionTotals();
    PresenceCounters numbers =
        new PresenceCounters(new Joins(null, loop.vertx(), loop.context()), new Attendance());
    feeds =
        new SnapshotCache(
            board,
            new Snapshots(kinds, numbers, new JoinAddress("https://polls.example"), () -> EPOCH),
            hub);
    ticker =
        new ReactionTicker(board, shelf, totals, new ReactionFrames(feeds, hub), loop.context());
    reacting =
        new Reacting(
            board,
            shelf,
            hint -> {
              added.add(hint);
              ticker.moved(hint);
            },
            () -> nanos);
    kinds.add(
        new ReactionKind(new ReactionViews(totals), ticker::moved, new ReactionAnonymiser(shelf)));
    ticker.start(loop.vertx());
    refresh();
  }

  static ModelStore room() {
    return new ModelStore(Polls.state());
  }

  private Sink sink(Audience audience) {
    return new Sink() {
      @Override
      public void write(Frame frame) {
        got.get(audience).add(new JsonObject(frame.text()));
      }

      @Override
      public boolean full() {
        return stuck && audience == Audience.ATTENDEE;
      }

      @Override
      public void close(CloseCode code) {
        throw new AssertionError(code);
      }
    };
  }

  void turn(long rev, boolean on) {
    events.commit(ReactionRules.edit(events.state(), Polls.HALL, rev, on, "r"));
    refresh();
  }

  void refresh() {
    board.refresh(Polls.EVENT);
    loop.run();
  }

  boolean react(String person, Reaction kind, int count) {
    return reacting.react(Polls.EVENT, person, new React("r", kind, count));
  }

  /** A quarter of a second passes. */
  void flush() {
    reacting.flush();
    loop.run();
  }

  /** Half a second passes. */
  void tick() {
    loop.run();
    ticker.tick();
    loop.run();
  }

  /** The reactions this audience was sent since the last time. */
  List<JsonObject> frames(Audience audience) {
    List<JsonObject> frames =
        got.get(audience).stream().filter(m -> m.getString("type").equals("reactions")).toList();
    got.get(audience).clear();
    return frames;
  }

  JsonObject snapshot(Audience audience) {
    return Beside.reactions(
        new JsonObject(feeds.current(new Topic(Polls.EVENT, Polls.HALL, audience)).text()));
  }
}
