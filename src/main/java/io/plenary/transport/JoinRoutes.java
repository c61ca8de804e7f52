package io.plenary.transport;

import io.plenary.identity.GuessLimits;
import io.plenary.identity.JoinCode;
import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** The door: a code in, a token out. */
final class JoinRoutes {
  private final Door door;
  private final Count fresh;
  private final Count back;
  private final Count unknown;
  private final Count slowedDown;
  private final GuessLimits guesses;
  private final Peers peers;

  JoinRoutes(Door door, GuessLimits guesses, Peers peers, Meters meters) {
    this.guesses = guesses;
    this.peers = peers;
    this.slowedDown = meters.joins(ErrorCode.SLOW_DOWN.wire());
    this.fresh = meters.joins("new");
    this.back = meters.joins("back");
    this.unknown = meters.joins(ErrorCode.UNKNOWN_CODE.wire());
    this.door = door;
  }

  void mount(Router router) {
    router.post("/api/v1/join").handler(ctx -> Http.answer(ctx, join(ctx).recover(e -> Future.failedFuture(failed(ctx, e)))));
  }

  private Future<JsonObject> join(RoutingContext ctx) {
    JsonObject body = Http.json(ctx);
    String code = JoinCode.read(Http.text(body, "code", 60)).orElse(null);
    if (code == null) return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_CODE));
    String token = body.getValue("token") == null ? null : Http.text(body, "token", 400);
    return door.join(code, token).onSuccess(ticket -> (ticket.back() ? back : fresh).increment()).map(JoinRoutes::answer);
  }

  /** Only a wrong code counts, and only a wrong code is told to slow down: who has the right one always gets in. */
  private Throwable failed(RoutingContext ctx, Throwable e) {
    if (!(e instanceof HttpError error) || error.status != 404) return e;
    Duration wait = guesses.wrongCode(peers.address(ctx.request()));
    if (wait.isZero()) {
      unknown.increment();
      return e;
    }
    slowedDown.increment();
    ctx.response().putHeader("connection", "close"); // the next guess costs a connection
    return new HttpError(429, ErrorCode.SLOW_DOWN.wire(), "Too many wrong codes were tried. Wait a moment, then type the code as the screen shows it.", null, (int) wait.plusMillis(999).toSeconds());
  }

  private static JsonObject answer(Door.Ticket ticket) {
    return new JsonObject().put("token", ticket.token())
        .put("event", new JsonObject().put("id", ticket.eventId()).put("name", ticket.eventName()))
        .put("room", new JsonObject().put("id", ticket.roomId()).put("name", ticket.roomName()));
  }
}
