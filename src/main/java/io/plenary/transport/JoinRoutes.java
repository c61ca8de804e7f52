package io.plenary.transport;

import io.plenary.identity.JoinCode;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The door: a code in, a token out. */
final class JoinRoutes {
  private final Door door;

  JoinRoutes(Door door) {
    this.door = door;
  }

  void mount(Router router) {
    router.post("/api/v1/join").handler(ctx -> Http.answer(ctx, join(ctx)));
  }

  private Future<JsonObject> join(RoutingContext ctx) {
    JsonObject body = Http.json(ctx);
    String code = JoinCode.read(Http.text(body, "code", 60)).orElse(null);
    if (code == null) return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_CODE));
    String token = body.getValue("token") == null ? null : Http.text(body, "token", 400);
    return door.join(code, token).map(JoinRoutes::answer);
  }

  private static JsonObject answer(Door.Ticket ticket) {
    return new JsonObject().put("token", ticket.token())
        .put("event", new JsonObject().put("id", ticket.eventId()).put("name", ticket.eventName()))
        .put("room", new JsonObject().put("id", ticket.roomId()).put("name", ticket.roomName()));
  }
}
