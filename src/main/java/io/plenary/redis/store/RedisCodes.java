package io.plenary.redis.store;

import io.plenary.activity.service.EventStore.Place;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.util.List;

/** Join codes: {@code "E"}, or {@code "E R"} for a room's. */
final class RedisCodes {
  /** Far longer than any change takes. */
  private static final int RESERVED_S = 600;

  private final RedisLink link;
  private final Script keep = Script.load("keep_code");
  private final Script free = Script.load("free_code");

  RedisCodes(RedisLink link) {
    this.link = link;
  }

  Future<Place> find(String code) {
    return link.send(Command.GET, Keys.code(code))
        .compose(
            reply -> {
              if (reply == null) return link.gone(null);
              String[] parts = reply.toString().split(" ", 2);
              return Future.succeededFuture(
                  new Place(parts[0], parts.length == 2 ? parts[1] : null));
            });
  }

  Future<Boolean> reserve(String code, Place place) {
    return link.send(Command.SET, Keys.code(code), text(place), "NX", "EX", RESERVED_S)
        .map(reply -> reply != null);
  }

  /** As {@link #reserve}, for an event; also true when it is the event's. */
  Future<Boolean> reserveEvent(String code, String eventId) {
    return link.send(Command.SET, Keys.code(code), eventId, "NX", "GET", "EX", RESERVED_S)
        .map(owner -> owner == null || owner.toString().equals(eventId));
  }

  Future<Boolean> keepEvent(String code, String eventId) {
    return keep(code, eventId);
  }

  Future<Boolean> keep(String code, Place place) {
    return keep(code, text(place));
  }

  private Future<Boolean> keep(String code, String owner) {
    return link.eval(keep, List.of(Keys.code(code)), List.of(owner))
        .map(reply -> reply.toInteger() == 1);
  }

  Future<Void> free(String code, Place place) {
    return free(code, text(place));
  }

  /**
   * @param owner as it stands under the code
   */
  Future<Void> free(String code, String owner) {
    return link.eval(free, List.of(Keys.code(code)), List.of(owner)).mapEmpty();
  }

  static String text(Place place) {
    return place.event() + " " + place.room();
  }
}
