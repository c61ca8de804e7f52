package io.plenary.transport;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.EventCommands;
import io.plenary.activity.service.EventIndex.Listed;
import io.plenary.activity.service.EventIndex.Query;
import io.plenary.activity.service.EventIndex.Scope;
import io.plenary.activity.service.UnreadableEvent;
import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.event.TimeZones;
import io.plenary.identity.Grant;
import io.plenary.identity.Staff;
import io.plenary.protocol.ErrorCode;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as the people who run them list, make and delete them. */
final class EventRoutes {
  /** Events of a page: it is read in some milliseconds. */
  private static final int MOST = 20;

  private static final int MOST_WORDS = 120;
  private final Catalog catalog;
  private final EventCommands events;
  private final Staff staff;

  EventRoutes(Catalog catalog, EventCommands events, Staff staff) {
    this.catalog = catalog;
    this.events = events;
    this.staff = staff;
  }

  void mount(Router router) {
    router.get("/api/v1/events").handler(ctx -> Http.answer(ctx, list(ctx)));
    router
        .post("/api/v1/events")
        .handler(ctx -> made(ctx, staff, catalog.create(details(Http.json(ctx)), List.of())));
    router.post("/api/v1/events/:event/duplicate").handler(ctx -> made(ctx, staff, copied(ctx)));
    router
        .post("/api/v1/events/:event/archive")
        .handler(
            ctx ->
                events
                    .archive(ctx.pathParam("event"), Http.flag(Http.json(ctx), "archived"))
                    .onSuccess(v -> Http.empty(ctx))
                    .onFailure(e -> Http.fail(ctx, e)));
    router
        .get("/api/v1/time-zones")
        .handler(ctx -> Http.answer(ctx, 200, new JsonArray(TimeZones.names())));
    router
        .delete("/api/v1/events/:event")
        .handler(
            ctx ->
                delete(ctx.pathParam("event"))
                    .onSuccess(v -> Http.empty(ctx))
                    .onFailure(e -> Http.fail(ctx, e)));
  }

  /**
   * Whoever made it is its organiser. Answers 201 with the id, or 404 when there was nothing to
   * make it from.
   */
  static void made(RoutingContext ctx, Staff staff, Future<String> id) {
    id.compose(
            made ->
                made == null
                    ? Future.<String>failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                    : staff.made(made, Guard.account(ctx).id()).map(made))
        .onSuccess(made -> Http.answer(ctx, 201, new JsonObject().put("id", made)))
        .onFailure(e -> Http.fail(ctx, e));
  }

  /** What the body does not say stays: but a copy is called one. */
  private Future<String> copied(RoutingContext ctx) {
    JsonObject body = Http.json(ctx);
    return catalog.duplicate(
        ctx.pathParam("event"),
        of ->
            EventRules.details(
                    or(body, "name", 1_000, EventRules.copyName(of.name())),
                    or(body, "startsOn", 40, of.startsOn().toString()),
                    or(body, "endsOn", 40, of.endsOn().toString()),
                    of.timeZone().getId(),
                    of.frameOrigins(),
                    of.smallGroup())
                .with(of.look())
                .with(of.logo()));
  }

  private static String or(JsonObject body, String field, int most, String otherwise) {
    return body.containsKey(field) ? Http.text(body, field, most) : otherwise;
  }

  private Future<Void> delete(String event) {
    return staff
        .accountsOf(event)
        .compose(accounts -> catalog.delete(event).compose(v -> staff.forget(event, accounts)));
  }

  /** The owner's are all there are; the others' are those they help run. */
  private Future<JsonObject> list(RoutingContext ctx) {
    String account = Guard.account(ctx).id();
    return staff
        .isOwner(account)
        .compose(owner -> catalog.page(query(ctx, owner ? null : account)))
        .map(
            page -> {
              JsonArray events = new JsonArray();
              page.events().forEach(e -> described(e).ifPresent(events::add));
              return new JsonObject()
                  .put("events", events)
                  .put("next", page.next())
                  .put("total", page.total());
            });
  }

  private static Query query(RoutingContext ctx, @Nullable String account) {
    String words = parameter(ctx, "search");
    if (words != null && words.length() > MOST_WORDS) {
      throw HttpError.field("search", "Search for at most " + MOST_WORDS + " characters.");
    }
    String limit = parameter(ctx, "limit");
    if (limit != null && !limit.matches("[1-9]|1\\d|20")) {
      throw HttpError.field("limit", "The limit is a number from 1 to " + MOST + ".");
    }
    return new Query(
        account,
        words == null ? "" : words,
        scope(parameter(ctx, "when")),
        day(parameter(ctx, "day")),
        parameter(ctx, "after"),
        limit == null ? MOST : Integer.parseInt(limit));
  }

  private static Scope scope(@Nullable String when) {
    if (when == null) return Scope.ALL;
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(when))
        .findFirst()
        .orElseThrow(
            () -> HttpError.field("when", "This is one of upcoming, past, archived and all."));
  }

  private static LocalDate day(@Nullable String given) {
    try {
      return given == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      throw HttpError.field("day", "The day is a date like 2027-03-08.");
    }
  }

  private static @Nullable String parameter(RoutingContext ctx, String name) {
    List<String> given = ctx.queryParam(name);
    return given.isEmpty() ? null : given.get(0);
  }

  /** Empty when the account is none of its people after all. */
  private static Optional<JsonObject> described(Listed listed) {
    Role role = Role.ORGANISER;
    if (listed.grant() != null) {
      try {
        role = Grant.of(listed.grant()).role();
      } catch (RuntimeException e) { // of a newer version: it means nothing here
        return Optional.empty();
      }
    }
    JsonObject out =
        new JsonObject()
            .put("id", listed.id())
            .put("role", role.wire())
            .put("joined", listed.joined());
    if (listed.event() != null) {
      EventDetails d = listed.event().details();
      out.put("name", d.name())
          .put("startsOn", d.startsOn().toString())
          .put("endsOn", d.endsOn().toString())
          .put("timeZone", d.timeZone().getId())
          .put("code", listed.event().code());
      if (listed.event().archived()) out.put("archived", true);
      if (listed.event().ending().ended()) {
        out.put("phase", listed.event().ending().isFinal() ? "finalised" : "ended");
      }
    }
    EventState state = listed.state();
    return Optional.of(
        state == null ? out.put("unreadable", UnreadableEvent.WORDS) : counted(out, state));
  }

  private static JsonObject counted(JsonObject out, EventState state) {
    List<Activity> activities =
        state.rooms().stream().flatMap(r -> state.inOrder(r).values().stream()).toList();
    out.put("polls", activities.size())
        .put("drafts", count(activities, Activity.State.DRAFT))
        .put("open", count(activities, Activity.State.OPEN))
        .put("locked", count(activities, Activity.State.LOCKED));
    JsonArray rooms = new JsonArray();
    state.rooms().forEach(room -> rooms.add(described(room)));
    return out.put("rooms", rooms);
  }

  private static long count(List<Activity> activities, Activity.State state) {
    return activities.stream().filter(a -> a.state() == state).count();
  }

  private static JsonObject described(Room room) {
    JsonObject out = new JsonObject().put("name", room.name());
    return room.code() == null ? out : out.put("code", room.code());
  }

  private static EventDetails details(JsonObject body) {
    List<String> origins = new ArrayList<>();
    Object given = body.getValue("frameOrigins");
    if (given instanceof JsonArray jsonArray) {
      jsonArray.forEach(o -> origins.add(String.valueOf(o)));
    }
    return EventRules.details(
        Http.text(body, "name", 1_000),
        Http.text(body, "startsOn", 40),
        Http.text(body, "endsOn", 40),
        Http.text(body, "timeZone", 100),
        origins,
        Boolean.TRUE.equals(body.getValue("smallGroup")));
  }
}
