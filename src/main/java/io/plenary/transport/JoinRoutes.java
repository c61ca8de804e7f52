package io.plenary.transport;

import io.plenary.activity.Room;
import io.plenary.event.Event;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.JoinCode;
import io.plenary.identity.ParticipantTokens;
import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door: a code in, a token out. */
final class JoinRoutes {
  /** More than a phone keeps. */
  private static final int MOST_TOKENS = 50;

  private final JoinService door;
  private final Count fresh;
  private final Count back;
  private final Count unknown;
  private final Count slowedDown;
  private final GuessLimits guesses;
  private final ClientAddressResolver peers;

  JoinRoutes(JoinService door, GuessLimits guesses, ClientAddressResolver peers, Meters meters) {
    this.guesses = guesses;
    this.peers = peers;
    this.slowedDown = meters.joins(ErrorCode.SLOW_DOWN.wire());
    this.fresh = meters.joins("new");
    this.back = meters.joins("back");
    this.unknown = meters.joins(ErrorCode.UNKNOWN_CODE.wire());
    this.door = door;
  }

  void mount(Router router) {
    router.post("/api/v1/join").handler(ctx -> Http.answer(ctx, join(ctx)));
  }

  private Future<JsonObject> join(RoutingContext ctx) {
    JsonObject body = Http.json(ctx);
    if (body.getValue("code") == null && body.getValue("token") != null) {
      String room = body.getValue("room") == null ? null : Http.text(body, "room", 40);
      return door.enter(room, Http.text(body, "token", 400)).map(JoinRoutes::answer);
    }
    String code = JoinCode.read(Http.text(body, "code", 60)).orElse(null);
    if (code == null) return Future.failedFuture(wrong(ctx));
    return door.join(code, tokens(body), key(body))
        .recover(e -> Future.failedFuture(failed(ctx, e)))
        .onSuccess(ticket -> (ticket.back() ? back : fresh).increment())
        .map(JoinRoutes::answer);
  }

  private static List<String> tokens(JsonObject body) {
    Object value = body.getValue("tokens");
    if (value == null) return List.of();
    if (!(value instanceof JsonArray offered)
        || offered.size() > MOST_TOKENS
        || !offered.stream()
            .allMatch(each -> each instanceof String text && text.length() <= 400)) {
      throw HttpError.field(
          "tokens", "The field tokens must be a list of at most " + MOST_TOKENS + " tokens.");
    }
    return offered.stream().map(String.class::cast).toList();
  }

  private static @Nullable String key(JsonObject body) {
    if (body.getValue("key") == null) return null;
    String key = Http.text(body, "key", 22);
    if (!ParticipantTokens.isJoinKey(key)) {
      throw HttpError.field(
          "key", "The field key must be 22 symbols of A-Z a-z 0-9 _ -, made at random.");
    }
    return key;
  }

  /**
   * Only a wrong code counts, and only a wrong code is told to slow down: who has the right one
   * always gets in.
   */
  private Throwable failed(RoutingContext ctx, Throwable e) {
    return e instanceof HttpError error && error.status == 404 ? wrong(ctx) : e;
  }

  private HttpError wrong(RoutingContext ctx) {
    Duration wait = guesses.wrongCode(peers.address(ctx.request()));
    if (wait.isZero()) {
      unknown.increment();
      return HttpError.of(404, ErrorCode.UNKNOWN_CODE);
    }
    slowedDown.increment();
    ctx.response().putHeader("connection", "close"); // the next guess costs a connection
    return new HttpError(
        429,
        ErrorCode.SLOW_DOWN.wire(),
        "Too many wrong codes were tried. Wait a moment, then type the code as the screen shows"
            + " it.",
        null,
        (int) wait.plusMillis(999).toSeconds());
  }

  /**
   * {@code code} is that of the room, under which the phone finds back; rooms are told when there
   * are several.
   */
  private static JsonObject answer(JoinService.Ticket ticket) {
    Event event = ticket.event().event();
    Room room = ticket.room();
    JsonObject json =
        new JsonObject()
            .put("token", ticket.token())
            .put("code", room == null || room.code() == null ? event.code() : room.code())
            .put("event", name(event.id(), event.details().name()))
            .put("room", room == null ? null : name(room.id(), room.name()));
    List<Room> rooms = ticket.event().rooms();
    return rooms.size() == 1
        ? json
        : json.put(
            "rooms", new JsonArray(rooms.stream().map(r -> name(r.id(), r.name())).toList()));
  }

  private static JsonObject name(String id, String name) {
    return new JsonObject().put("id", id).put("name", name);
  }
}
