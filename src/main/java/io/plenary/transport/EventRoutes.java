package io.plenary.transport;

import io.plenary.event.EventDetails;
import io.plenary.event.EventRules;
import io.plenary.identity.Role;
import io.plenary.identity.Staff;
import io.plenary.protocol.ErrorCode;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Joins;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events as the people who run them list, make and delete them. */
final class EventRoutes {
  private final Catalog catalog;
  private final Joins joins;
  private final Staff staff;

  EventRoutes(Catalog catalog, Joins joins, Staff staff) {
    this.catalog = catalog;
    this.joins = joins;
    this.staff = staff;
  }

  void mount(Router router) {
    router.get("/api/v1/events").handler(ctx -> Http.answer(ctx, list(Guard.account(ctx).id())));
    router.post("/api/v1/events").handler(ctx -> made(ctx, staff, catalog.create(details(Http.json(ctx)), List.of())));
    router.post("/api/v1/events/:event/duplicate").handler(ctx -> made(ctx, staff, catalog.duplicate(ctx.pathParam("event"))));
    router.delete("/api/v1/events/:event").handler(ctx -> delete(ctx.pathParam("event"))
        .onSuccess(v -> Http.empty(ctx)).onFailure(e -> Http.fail(ctx, e)));
  }

  /** Whoever made it is its organiser. Answers 201 with the id, or 404 when there was nothing to make it from. */
  static void made(RoutingContext ctx, Staff staff, Future<String> id) {
    id.compose(made -> made == null ? Future.<String>failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
            : staff.made(made, Guard.account(ctx).id()).map(made))
        .onSuccess(made -> Http.answer(ctx, 201, new JsonObject().put("id", made))).onFailure(e -> Http.fail(ctx, e));
  }

  private Future<Void> delete(String event) {
    return staff.accountsOf(event).compose(accounts -> catalog.delete(event).compose(v -> staff.forget(event, accounts)));
  }

  /** The owner's are all there are; the others' are those they help run. */
  private Future<JsonArray> list(String account) {
    return staff.eventsOf(account).compose(own -> own.map(Map::keySet).map(catalog::list).orElseGet(catalog::list)
        .compose(events -> Future.all(events.stream().map(e -> joins.refresh(e.state().event().id())).toList()).map(counted -> {
          JsonArray out = new JsonArray();
          for (int i = 0; i < events.size(); i++) {
            String id = events.get(i).state().event().id();
            Role role = own.map(grants -> grants.get(id).role()).orElse(Role.ORGANISER);
            out.add(summary(events.get(i), counted.resultAt(i)).put("role", role.wire()));
          }
          return out;
        })));
  }

  private static JsonObject summary(Loaded loaded, long joined) {
    EventDetails d = loaded.state().event().details();
    return new JsonObject().put("id", loaded.state().event().id()).put("name", d.name()).put("startsOn", d.startsOn().toString())
        .put("endsOn", d.endsOn().toString()).put("timeZone", d.timeZone().getId()).put("code", loaded.state().event().code())
        .put("polls", loaded.state().rooms().stream().mapToInt(r -> loaded.state().inOrder(r).size()).sum()).put("joined", joined);
  }

  private static EventDetails details(JsonObject body) {
    List<String> origins = new ArrayList<>();
    Object given = body.getValue("frameOrigins");
    if (given instanceof JsonArray) ((JsonArray) given).forEach(o -> origins.add(String.valueOf(o)));
    return EventRules.details(Http.text(body, "name", 1_000), Http.text(body, "startsOn", 40), Http.text(body, "endsOn", 40),
        Http.text(body, "timeZone", 100), origins);
  }
}
