package io.plenary;

import io.plenary.activity.service.Attendance;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.Joins;
import io.plenary.activity.service.PeopleElsewhere;
import io.plenary.activity.service.PresenceCounters;
import io.plenary.activity.service.PresenceTicker;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Hub;
import io.plenary.hub.Loops;
import io.plenary.hub.NodeMessages;
import io.plenary.identity.SharedLimits;
import io.plenary.transport.AttendeeConnections;
import io.plenary.transport.PagesElsewhere;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Where the parts meet that know who is there, as all parts do in {@link App}. */
final class People {
  final Attendance attendance = new Attendance();
  final Joins joins;
  final PresenceCounters numbers;
  final AttendeeConnections phones;
  private final PeopleElsewhere elsewhere;
  private final EventCache board;
  private final Vertx vertx;
  private final Context owner;
  private @Nullable PresenceTicker ticker;

  /**
   * @param most phones of one event, at all nodes together
   */
  People(
      Vertx vertx,
      Context owner,
      Stores stores,
      EventCache board,
      NodeMessages nodes,
      SharedLimits limits,
      int most) {
    this.vertx = vertx;
    this.owner = owner;
    this.board = board;
    joins = new Joins(stores.joins(), vertx, owner);
    phones = new AttendeeConnections(most, System::nanoTime);
    PagesElsewhere pages =
        new PagesElsewhere(
            vertx, owner, nodes, phones, limits::key, event -> board.peek(event) != null);
    elsewhere =
        new PeopleElsewhere(
            stores.presence(),
            nodes.self(),
            attendance,
            joins,
            board,
            vertx,
            phones,
            pages::others);
    phones.share(event -> Loops.call(owner, () -> elsewhere.places(event)), pages::moved);
    phones.start(vertx);
    pages.start();
    board.listen(
        (id, next) -> {
          if (next == null) owner.runOnContext(v -> gone(id, pages));
        });
    numbers = new PresenceCounters(joins, attendance, elsewhere::at);
  }

  private void gone(String event, PagesElsewhere pages) {
    if (board.peek(event) == null) pages.letGo(event); // else it was loaded again meanwhile
  }

  void show(SnapshotCache feeds, Hub hub) {
    board.listen(
        (id, next) -> {
          if (next == null) joins.forget(id);
        });
    PresenceTicker begun = new PresenceTicker(board, numbers, elsewhere, feeds, hub, vertx, owner);
    begun.start();
    ticker = begun;
  }

  /** Other nodes need not wait until they miss this one. From any thread. */
  Future<Void> leave() {
    PresenceTicker begun = ticker;
    return begun == null ? Future.succeededFuture() : Loops.call(owner, begun::leave);
  }
}
