package io.plenary;

import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The poll that stands first in the example event, and a vote in it. Blocking. */
public final class ExamplePoll {
  private ExamplePoll() {}

  /**
   * As it is when the remote comes; call this before anything else is heard there.
   *
   * @param remote of the example's room
   */
  public static JsonObject first(Talk remote) {
    return remote.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
  }

  /** Opens it; answers what it was before. */
  public static JsonObject open(Talk remote) {
    JsonObject poll = first(remote);
    remote.say(
        new JsonObject()
            .put("type", "openActivity")
            .put("ref", 1)
            .put("activity", poll.getString("id"))
            .put("rev", poll.getInteger("rev")));
    remote.hear("done");
    return poll;
  }

  /** A vote for its first option, the same one each time. */
  public static JsonObject ballot(JsonObject poll) {
    return new JsonObject()
        .put("type", "castVote")
        .put("ref", 1)
        .put("activity", poll.getString("id"))
        .put("round", 1)
        .put("vote", "q8Zt2Lw0bXy_4RkE")
        .put("seq", 1)
        .put(
            "answer",
            new JsonArray().add(poll.getJsonArray("options").getJsonObject(0).getString("id")))
        .put("abstain", false)
        .put("heldMs", 0);
  }

  /**
   * Opens it, and casts {@link #ballot}.
   *
   * @param person as {@link Browser#join} answers
   * @return that the vote is counted, with its receipt
   */
  public static JsonObject vote(TestServer server, JsonObject person) {
    try (Talk remote = Talk.link(server.base(), server.link("remote"));
        Talk phone = Talk.attendee(server.base(), person)) {
      phone.hear("attendeeSnapshot"); // who was not let in yet is asked for hello first
      return phone.say(ballot(open(remote))).hear("voteCounted");
    }
  }
}
