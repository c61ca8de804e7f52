package io.plenary.transport;

import io.plenary.activity.Room;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.RoomLinks;
import io.plenary.identity.Grant;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The links of an event: to join, for the stages, for the remotes. Whoever runs some of its rooms
 * sees those of these.
 */
final class LinkRoutes {
  private final EventCache board;
  private final Catalog catalog;
  private final JoinAddress address;
  private final RoomLinks links;

  LinkRoutes(EventCache board, Catalog catalog, JoinAddress address) {
    this.board = board;
    this.catalog = catalog;
    this.address = address;
    this.links = new RoomLinks(address);
  }

  void mount(Router router) {
    router
        .get("/api/v1/events/:event/links")
        .handler(ctx -> Http.answer(ctx, all(ctx.pathParam("event"), Guard.grant(ctx))));
    router
        .postWithRegex(
            "/api/v1/events/(?<event>[a-z0-9]+)/rooms/(?<room>[a-z0-9]+)/links/(?<kind>stage|remote)")
        .handler(ctx -> Http.answer(ctx, replace(ctx)));
  }

  private Future<JsonObject> all(String eventId, Grant grant) {
    return board
        .get(eventId)
        .compose(
            loaded -> {
              if (loaded == null) {
                return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT));
              }
              JsonArray rooms = new JsonArray();
              for (Room room : loaded.state().rooms()) {
                if (!grant.covers(room.id())) continue;
                rooms.add(
                    new JsonObject()
                        .put("id", room.id())
                        .put("name", room.name())
                        .put("stage", links.of(loaded, room.id(), "stage"))
                        .put("remote", links.of(loaded, room.id(), "remote")));
              }
              return Future.succeededFuture(
                  new JsonObject()
                      .put("join", address.url(loaded.state().event().code()))
                      .put("rooms", rooms));
            });
  }

  private Future<JsonObject> replace(RoutingContext ctx) {
    String room = ctx.pathParam("room");
    String kind = ctx.pathParam("kind");
    return catalog
        .replaceLink(ctx.pathParam("event"), room, kind)
        .compose(
            (LoadedEvent loaded) ->
                loaded == null
                    ? Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_ROOM))
                    : Future.succeededFuture(
                        new JsonObject().put("url", links.of(loaded, room, kind))));
  }
}
