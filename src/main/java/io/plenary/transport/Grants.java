package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.identity.Grant;
import io.plenary.protocol.ErrorCode;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Grants as {@code {"role", "rooms": [ids] | null}}. */
final class Grants {
  private static final int LONG = 40;

  private Grants() {}

  static JsonObject write(Grant grant) {
    return new JsonObject()
        .put("role", grant.role().wire())
        .put(
            "rooms",
            grant.rooms() == null
                ? null
                : new JsonArray(new java.util.ArrayList<>(new TreeSet<>(grant.rooms()))));
  }

  /**
   * Fails with {@link HttpError} naming the field, or when there is no such event. An organiser is
   * one of the whole event.
   */
  static Future<Grant> read(JsonObject body, EventCache board, String event) {
    String name = Http.text(body, "role", LONG);
    Role role =
        Role.staff().stream()
            .filter(r -> r.wire().equals(name))
            .findFirst()
            .orElseThrow(
                () -> HttpError.field("role", "The role is organiser, moderator or presenter."));
    Set<String> rooms = rooms(body.getValue("rooms"));
    if (rooms == null || role == Role.ORGANISER) {
      return Future.succeededFuture(Grant.everywhere(role));
    }
    if (rooms.isEmpty()) {
      return Future.failedFuture(HttpError.field("rooms", "Choose at least one room."));
    }
    return board
        .get(event)
        .compose(
            loaded -> {
              if (loaded == null) {
                return Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT));
              }
              boolean known =
                  loaded.state().rooms().stream().map(r -> r.id()).toList().containsAll(rooms);
              return known
                  ? Future.succeededFuture(new Grant(role, rooms))
                  : Future.failedFuture(
                      HttpError.field(
                          "rooms",
                          "A room is not there any more. Look at the list of rooms again."));
            });
  }

  private static @Nullable Set<String> rooms(Object value) {
    if (value == null) return null;
    Set<String> rooms = new LinkedHashSet<>();
    if (!(value instanceof JsonArray jsonArray)) {
      throw HttpError.field("rooms", "The field rooms is a list of rooms, or null for all.");
    }
    jsonArray.forEach(id -> rooms.add(String.valueOf(id)));
    return rooms;
  }
}
