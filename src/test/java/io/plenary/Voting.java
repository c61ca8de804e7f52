package io.plenary;

import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A server with an open poll, an organiser at the desk and one phone that votes. Blocking. */
final class Voting implements AutoCloseable {
  final TestServer server;
  final Browser organiser;
  final Talk desk;
  final Talk phone;
  private final JsonObject poll;
  private int refs;

  /**
   * @param more settings as on the command line
   */
  Voting(Path data, String... more) {
    server = TestServer.start(data, more);
    organiser =
        new Browser(server.base())
            .setUp(server.setupToken(), "organiser@plenary.example", "a long enough passphrase 7");
    JsonObject person = organiser.join(server.code());
    String event = person.getJsonObject("event").getString("id");
    desk = Talk.open(server.base(), organiser.cookie()).hello("organiser", event, null, null);
    poll = desk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    desk.say(
        new JsonObject()
            .put("type", "openActivity")
            .put("ref", 1)
            .put("activity", poll.getString("id"))
            .put("rev", poll.getInteger("rev")));
    desk.hear("done");
    phone = Talk.attendee(server.base(), person);
    phone.hear("attendeeSnapshot");
  }

  /** Sends the vote of this number. */
  void cast(int seq) {
    phone.say(
        new JsonObject()
            .put("type", "castVote")
            .put("ref", ++refs)
            .put("activity", poll.getString("id"))
            .put("round", 1)
            .put("vote", "q8Zt2Lw0bXy_4Rk" + seq)
            .put("seq", seq)
            .put("answer", new JsonArray().add(option()))
            .put("abstain", false)
            .put("heldMs", 0));
  }

  private String option() {
    return poll.getJsonArray("options").getJsonObject(0).getString("id");
  }

  /** What the newest vote was answered. */
  JsonObject answer() {
    return phone.hear(
        m -> Integer.valueOf(refs).equals(m.getInteger("ref")), "an answer to the vote");
  }

  /** Sends the vote as a phone does: again when it is told to. */
  void counted(int seq) {
    cast(seq);
    JsonObject answer = answer();
    while ("tryAgain".equals(answer.getString("code"))) {
      TestRedis.pause(100); // as phones pause
      cast(seq);
      answer = answer();
    }
    if (!"voteCounted".equals(answer.getString("type"))) throw new AssertionError(answer.encode());
  }

  /** Waits until the phone was told exactly this of the store since it came, and never why. */
  void phoneWasTold(String... statuses) {
    Await.until(() -> phone.all("store").size() >= statuses.length);
    List<JsonObject> told =
        Arrays.stream(statuses)
            .map(status -> new JsonObject().put("type", "store").put("status", status))
            .toList();
    if (!phone.all("store").equals(told)) {
      throw new AssertionError(phone.all("store") + " instead of " + told);
    }
  }

  HttpResponse<String> ready() {
    return new Browser(server.base()).get("/health/ready");
  }

  HttpResponse<String> managementReady() {
    return new Browser(server.management()).get("/health/ready");
  }

  @Override
  public void close() {
    phone.close();
    desk.close();
    server.close();
  }
}
