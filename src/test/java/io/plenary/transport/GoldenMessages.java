package io.plenary.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.identity.Action;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;

/** The golden messages of clients, said to a server that runs. Blocking. */
final class GoldenMessages {
  private GoldenMessages() {}

  /**
   * What is answered to the message, or at once after it when it is answered only if it is refused.
   */
  static JsonObject answer(Talk talk, JsonObject message) {
    talk.say(message);
    if (message.containsKey("ref")) {
      return talk.hear(
          m -> message.getInteger("ref").equals(m.getInteger("ref")), "an answer to " + message);
    }
    talk.say(new JsonObject().put("type", "ping"));
    JsonObject next =
        talk.hear(
            m -> Set.of("error", "pong").contains(m.getString("type")), "a refusal, or nothing");
    if (next.getString("type").equals("error")) talk.hear("pong");
    return next;
  }

  /** Null when the message needs no right. */
  static Action action(String type) {
    return Arrays.stream(Action.values())
        .filter(a -> a.wire().equals(type))
        .findFirst()
        .orElse(null);
  }

  /**
   * At what there is in the room, but on a revision that is none, so that only the role stands in
   * the way and little comes of it.
   */
  static JsonObject aimed(JsonNode golden, JsonObject room) {
    JsonObject message = new JsonObject(golden.toString());
    if (message.containsKey("activity") && message.getValue("activity") != null) {
      message.put("activity", room.getString("poll"));
    }
    if (message.containsKey("room")) message.put("room", room.getString("id"));
    if (message.containsKey("rev")) message.put("rev", 999_999);
    if (message.getString("type").equals("castVote")) {
      message.put("answer", new JsonArray().add(room.getString("option"))).put("abstain", false);
    }
    return message;
  }
}
