package io.plenary.redis.store;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Room;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.EventStore;
import io.plenary.activity.service.UnreadableEvent;
import io.plenary.event.Event;
import io.plenary.event.RuleViolation;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@link EventStore} on Redis; keys in {@link Keys}. The epoch is the link's. */
public final class RedisEventStore implements EventStore {
  private final RedisLink link;
  private final Entropy entropy;
  private final ActivityFormats formats;
  private final Ids ids;
  private final RedisCodes codes;
  private final Settling settling;
  private final Script create = Script.load("create_event");
  private final Script load = Script.load("load_event");
  private final Script commit = Script.load("commit_change");
  private final Script delete = Script.load("delete_event");
  private final Script replaceLink = Script.load("replace_link");

  public RedisEventStore(RedisLink link, Entropy entropy, ActivityFormats formats) {
    this.link = link;
    this.entropy = entropy;
    this.formats = formats;
    this.ids = new Ids(entropy);
    this.codes = new RedisCodes(link);
    this.settling = new Settling(link);
  }

  @Override
  public Future<Boolean> create(
      Event event, List<Room> rooms, List<? extends Activity> activities) {
    RuleViolation refusal = formats.withheld().refusal(activities.stream());
    if (refusal != null) return Future.failedFuture(refusal);
    String id = event.id();
    List<String> keys =
        new ArrayList<>(
            List.of(
                Keys.state(id),
                Keys.revs(id),
                Keys.links(id),
                Keys.answerKeys(id),
                Keys.unsettled(id)));
    String order = String.join(" ", rooms.stream().map(Room::id).toList());
    List<Object> args =
        new ArrayList<>(List.of(id, Documents.write(event), event.rev(), event.code(), order));
    args.addAll(IndexFields.of(event).subList(0, 3));
    if (id.startsWith(Catalog.UNLISTED)) args.set(args.size() - 3, "");
    args.add(rooms.size());
    for (Room room : rooms) {
      args.addAll(
          List.of(
              room.id(),
              room.rev(),
              Documents.write(room),
              ids.secret128(),
              ids.secret128(),
              IndexFields.of(room)));
    }
    args.add(activities.size());
    ActivityArguments each = each(id);
    for (Activity activity : activities) {
      args.addAll(List.of(activity.id(), activity.rev(), each.document(activity)));
      each.add(activity, true, keys, args);
    }
    return settling.after(id, () -> created(event, keys, args));
  }

  /** The code first: whoever ends after it leaves one that expires. */
  private Future<Boolean> created(Event event, List<String> keys, List<Object> args) {
    return codes
        .reserveEvent(event.code(), event.id())
        .compose(
            reserved ->
                reserved
                    ? link.eval(create, keys, args).map(reply -> reply.toInteger() == 1)
                    : Future.succeededFuture(false))
        .compose(
            made ->
                made
                    ? Future.succeededFuture(true)
                    : codes.free(event.code(), event.id()).map(false));
  }

  private ActivityArguments each(String eventId) {
    return new ActivityArguments(eventId, formats, entropy);
  }

  @Override
  public Future<LoadedEvent> load(String eventId) {
    List<String> keys = List.of(Keys.state(eventId), Keys.links(eventId), Keys.answerKeys(eventId));
    return link.eval(load, keys, List.of())
        .map(
            reply -> {
              try {
                return LoadReply.read(reply, link.epoch(), formats);
              } catch (RuntimeException e) {
                throw new UnreadableEvent(e);
              }
            })
        .compose(loaded -> loaded == null ? link.gone(null) : Future.succeededFuture(loaded));
  }

  @Override
  public Future<Outcome> commit(String eventId, Change change) {
    if (change.isEmpty()) return Future.succeededFuture(Outcome.COMMITTED);
    RuleViolation refusal = formats.withheld().refusal(made(change));
    if (refusal != null) return Future.failedFuture(refusal);
    ChangeArguments arguments;
    try {
      arguments = new ChangeArguments(eventId, change, each(eventId), ids::secret128);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(e);
    }
    Supplier<Future<Outcome>> committed =
        () -> link.eval(commit, arguments.keys, arguments.args).map(this::outcome);
    return ChangeArguments.leavesSomething(change)
        ? settling.after(eventId, committed)
        : committed.get();
  }

  private static Stream<Activity> made(Change change) {
    return change.writes().stream()
        .filter(PutActivity.class::isInstance)
        .map(write -> ((PutActivity) write).next())
        .filter(activity -> activity.rev() == 1);
  }

  private Outcome outcome(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Outcome.COMMITTED;
      case 2 -> Outcome.CONFLICT;
      case 3 -> Outcome.HAS_ANSWERS;
      case 4 -> Outcome.GONE;
      default -> throw commit.unexpected(reply);
    };
  }

  @Override
  public Future<Versions> versions(String eventId) {
    return link.send(Command.HMGET, Keys.state(eventId), "version", "answers")
        .compose(
            reply ->
                reply.get(0) == null
                    ? link.gone(null)
                    : Future.succeededFuture(
                        new Versions(link.epoch(), reply.get(0).toLong(), reply.get(1).toLong())));
  }

  @Override
  public Future<Place> byCode(String code) {
    return codes.find(code);
  }

  @Override
  public Future<Boolean> reserveCode(String code, Place place) {
    return codes.reserve(code, place);
  }

  @Override
  public Future<Boolean> keepCode(String code, Place place) {
    return codes.keep(code, place);
  }

  @Override
  public Future<Void> freeCode(String code, Place place) {
    return codes.free(code, place);
  }

  @Override
  public Future<Long> born(String eventId) {
    return link.send(Command.HGET, Keys.state(eventId), "born")
        .map(reply -> reply == null ? 0L : reply.toLong());
  }

  @Override
  public Future<Void> delete(String eventId) {
    return settling.after(eventId, () -> deleted(eventId));
  }

  /**
   * The event's code never changes, so reading it before the script is no race. A room made
   * meanwhile keeps a code that leads nowhere.
   */
  private Future<Void> deleted(String eventId) {
    return link.send(Command.HGETALL, Keys.state(eventId))
        .compose(
            state -> {
              List<String> keys =
                  List.of(
                      Keys.state(eventId),
                      Keys.revs(eventId),
                      Keys.links(eventId),
                      Keys.answerKeys(eventId),
                      Keys.joined(eventId),
                      Keys.staff(eventId),
                      Keys.invitations(eventId),
                      Keys.report(eventId),
                      Keys.presence(eventId),
                      Keys.unsettled(eventId));
              List<Object> args =
                  new ArrayList<>(
                      List.of(
                          Keys.hints(eventId), eventId, Keys.event(eventId), forgotten(eventId)));
              args.addAll(codes(eventId, state));
              return link.eval(delete, keys, args);
            })
        .mapEmpty();
  }

  /** Each code, and what is under it. */
  private static List<String> codes(String eventId, Response state) {
    List<String> codes = new ArrayList<>();
    if (state.containsKey("code")) codes.addAll(List.of(state.get("code").toString(), eventId));
    state.getKeys().stream()
        .filter(field -> field.startsWith("room:"))
        .flatMap(field -> readable(state.get(field).toString()))
        .filter(room -> room.code() != null)
        .forEach(
            room ->
                codes.addAll(List.of(room.code(), RedisCodes.text(new Place(eventId, room.id())))));
    return codes;
  }

  /** Within which time the files forget it, too; in what a server played nobody said anything. */
  private static Object forgotten(String eventId) {
    return eventId.startsWith(Catalog.UNLISTED) ? "" : AofCompaction.SOON_MS;
  }

  /**
   * What cannot be read can be deleted all the same; a code that it held leads nowhere from then
   * on.
   */
  private static Stream<Room> readable(String document) {
    try {
      return Stream.of(Documents.room(document));
    } catch (RuntimeException e) {
      return Stream.empty();
    }
  }

  @Override
  public Future<Outcome> replaceLink(String eventId, String roomId, String kind) {
    if (!kind.equals("stage") && !kind.equals("remote")) {
      return Future.failedFuture(new IllegalArgumentException("no link of kind " + kind));
    }
    List<String> keys = List.of(Keys.state(eventId), Keys.links(eventId));
    return link.eval(
            replaceLink, keys, List.of(Keys.hints(eventId), eventId, roomId, kind, ids.secret128()))
        .map(this::outcome);
  }
}
