package io.plenary.transport;

import io.plenary.identity.JoinCode;
import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The door: a code in, a token out. */
final class JoinRoutes {
  private final Door door;
  private final Count fresh;
  private final Count back;
  private final Count unknown;

  JoinRoutes(Door door, Meters meters) {
    this.fresh = meters.joins("new");
    this.back = meters.joins("back");
    this.unknown = meters.joins(ErrorCode.UNKNOWN_CODE.wire());
    this.door = door;
  }

  void mount(Router router) {
    router.post("/api/v1/join").handler(ctx -> Http.answer(ctx, join(ctx).onFailure(this::failed)));
  }

  private Future<JsonObject> join(RoutingContext ctx) {
    JsonObject body = Http.json(ctx);
    String code = JoinCode.read(Http.text(body, "code", 60)).orElse(null);
    if (code == null) return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_CODE));
    String token = body.getValue("token") == null ? null : Http.text(body, "token", 400);
    return door.join(code, token).onSuccess(ticket -> (ticket.back() ? back : fresh).increment()).map(JoinRoutes::answer);
  }

  private void failed(Throwable e) {
    if (e instanceof HttpError error && error.status == 404) unknown.increment();
  }

  private static JsonObject answer(Door.Ticket ticket) {
    return new JsonObject().put("token", ticket.token())
        .put("event", new JsonObject().put("id", ticket.eventId()).put("name", ticket.eventName()))
        .put("room", new JsonObject().put("id", ticket.roomId()).put("name", ticket.roomName()));
  }
}
