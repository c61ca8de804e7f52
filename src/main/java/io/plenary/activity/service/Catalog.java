package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.RoomPlan;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventIndex.Page;
import io.plenary.activity.service.EventIndex.Query;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.EventStore.Outcome;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Loops;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Events as wholes: made, copied, listed, deleted. Usable from any thread. */
public final class Catalog {
  /**
   * A room to make: its name, its activities in order, and what stands beside them; of other kinds
   * stands what is usual.
   */
  public record NewRoom(
      String name, List<? extends Activity> activities, List<? extends Activity> alwaysOn) {}

  public static final String FIRST_ROOM = "Main hall";

  /**
   * Events whose ids begin so are in no list. That one is drawn by chance will not happen: it is
   * one in a hundred million millions.
   */
  public static final String UNLISTED = "rehearsal";

  private static final int CODE_TRIES = 10;
  private final EventStore store;
  private final EventIndex index;
  private final EventCache board;
  private final Kinds kinds;
  private final RoomCodes roomCodes;
  private final Context owner;
  private final Supplier<String> ids;
  private final Supplier<String> codes;

  public Catalog(
      EventStore store,
      EventIndex index,
      EventCache board,
      Kinds kinds,
      RoomCodes roomCodes,
      Context owner,
      Supplier<String> ids,
      Supplier<String> codes) {
    this.store = store;
    this.index = index;
    this.board = board;
    this.kinds = kinds;
    this.roomCodes = roomCodes;
    this.owner = owner;
    this.ids = ids;
    this.codes = codes;
  }

  /**
   * A new event with a code of its own; without rooms it gets one. Answers its id; fails with
   * {@link RuleViolation} if no event may be so.
   */
  public Future<String> create(EventDetails details, List<NewRoom> wanted) {
    return create(ids.get(), details, wanted);
  }

  /** The same with an id that others may use at this moment too: the event is made once. */
  public Future<String> create(String id, EventDetails details, List<NewRoom> wanted) {
    List<NewRoom> rooms;
    try {
      EventRules.check(details);
      rooms =
          wanted.isEmpty()
              ? List.of(new NewRoom(FIRST_ROOM, List.of(), List.of()))
              : allowed(wanted);
    } catch (RuleViolation e) {
      return Future.failedFuture(e);
    }
    return Loops.call(owner, () -> attempt(id, details, rooms, CODE_TRIES));
  }

  private static List<NewRoom> allowed(List<NewRoom> wanted) {
    List<String> names = RoomPlan.begin(wanted.stream().map(NewRoom::name).toList());
    List<NewRoom> rooms = new ArrayList<>();
    for (NewRoom room : wanted) {
      RoomRules.begin(room.activities(), room.alwaysOn());
      rooms.add(new NewRoom(names.get(rooms.size()), room.activities(), room.alwaysOn()));
    }
    return rooms;
  }

  private Future<String> attempt(String id, EventDetails details, List<NewRoom> wanted, int left) {
    List<String> roomIds = wanted.stream().map(room -> ids.get()).toList();
    return roomCodes
        .reserve(id, roomIds.size() > 1 ? roomIds : List.of())
        .compose(reserved -> attempt(id, details, wanted, roomIds, reserved, left));
  }

  private Future<String> attempt(
      String id,
      EventDetails details,
      List<NewRoom> wanted,
      List<String> roomIds,
      Map<String, String> reserved,
      int left) {
    List<Room> rooms = new ArrayList<>();
    List<Activity> activities = new ArrayList<>();
    for (NewRoom room : wanted) {
      String roomId = roomIds.get(rooms.size());
      List<Activity> alwaysOn = kinds.alwaysOn(room.alwaysOn(), ids);
      activities.addAll(room.activities());
      activities.addAll(alwaysOn);
      rooms.add(
          new Room(
              roomId,
              1,
              room.name(),
              reserved.get(roomId),
              idsOf(room.activities()),
              idsOf(alwaysOn),
              Stage.join()));
    }
    return store
        .create(new Event(id, 1, codes.get(), details), rooms, activities)
        .compose(
            made -> {
              if (made) return Future.succeededFuture(id);
              roomCodes.free(id, reserved);
              return store
                  .versions(id)
                  .compose(
                      there ->
                          there != null
                              ? Future.succeededFuture(id)
                              : again(id, details, wanted, left));
            });
  }

  private Future<String> again(String id, EventDetails details, List<NewRoom> wanted, int left) {
    return left > 0
        ? attempt(id, details, wanted, left - 1)
        : Future.failedFuture(
            new RuleViolation(
                Reason.LIMIT_REACHED, "No free join code was found. Delete old events."));
  }

  private static List<String> idsOf(List<? extends Activity> activities) {
    return activities.stream().map(Activity::id).toList();
  }

  private List<Activity> fresh(Map<String, Activity> activities) {
    return activities.values().stream().map(a -> a.fresh(ids.get())).toList();
  }

  /**
   * The same rooms and run orders, unanswered, under a new code.
   *
   * @param named what it is called and when it takes place, of the event that is copied; may throw
   *     {@link RuleViolation}
   * @return the new id, or null when there is no such event
   */
  public Future<String> duplicate(String eventId, UnaryOperator<EventDetails> named) {
    return board
        .get(eventId)
        .compose(
            loaded -> {
              if (loaded == null) return Future.succeededFuture();
              EventState state = loaded.state();
              List<NewRoom> rooms =
                  state.rooms().stream()
                      .map(
                          r ->
                              new NewRoom(
                                  r.name(), fresh(state.inOrder(r)), fresh(state.alwaysOn(r))))
                      .toList();
              return create(named.apply(loaded.state().event().details()), rooms);
            });
  }

  /**
   * Events that nobody loads to look at: a page of them, the latest first. Those that cannot be
   * read are among them, and are told of.
   */
  public Future<Page> page(Query query) {
    return Loops.call(owner, () -> index.page(query))
        .onSuccess(
            page ->
                page.events().stream()
                    .filter(e -> e.unreadable() != null)
                    .forEach(e -> board.failures().note("reading it", e.id(), e.unreadable())));
  }

  public Future<Void> delete(String eventId) {
    return Loops.call(owner, () -> store.delete(eventId).compose(v -> board.refresh(eventId)))
        .mapEmpty();
  }

  /** A new secret for a link; connections with the old one are closed when the change arrives. */
  public Future<LoadedEvent> replaceLink(String eventId, String roomId, String kind) {
    return Loops.call(
        owner,
        () ->
            store
                .replaceLink(eventId, roomId, kind)
                .compose(
                    outcome ->
                        outcome == Outcome.COMMITTED
                            ? board.refresh(eventId)
                            : Future.succeededFuture()));
  }
}
