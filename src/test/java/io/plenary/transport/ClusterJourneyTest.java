package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestCluster;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.contract.TwoNodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on a Redis Cluster, from an event's beginning to its end. */
class ClusterJourneyTest {
  private static final String CANARY = "canary-of-the-cluster-";
  private static final int PHONES = 6;

  private final List<Talk> phones = new ArrayList<>();
  private JsonObject poll;
  private String event;
  private int sent;

  @Test
  @DisplayName(
      "O15 on a Cluster: an event is made, questions are asked and moderated, votes are cast at two"
          + " nodes, a master dies, the poll is locked and finalised, and is in nobody's files")
  void fromBeginningToEnd(@TempDir Path one, @TempDir Path two) {
    TestCluster store = TestCluster.start();
    try (TwoNodes nodes =
        new TwoNodes(
            one, two, store, "--redis-url=" + store.url(), "--store-copies=1", "--grace=0s")) {
      questions(nodes);
      votes(nodes, store);
      end(nodes, store);
    } finally {
      phones.forEach(Talk::close);
    }
  }

  private static void questions(TwoNodes nodes) {
    try (Floor floor = new Floor(nodes.here, nodes.owner, new JsonObject());
        Talk there =
            Talk.attendee(nodes.there.base(), new Browser(nodes.there.base()).join(floor.code))) {
      there.hear("ownQuestions");
      floor.approved(floor.asked(there, "Asked at the other"));
      assertEquals("upvoteCounted", floor.upvote(there, 1, 1, true).getString("type"));
      assertEquals(
          204, nodes.owner.delete("/api/v1/events/" + floor.event).statusCode(), "deleted");
    }
    JsonArray left =
        new JsonObject(nodes.owner.get("/api/v1/events").body()).getJsonArray("events");
    assertEquals(1, left.size(), "the example alone");
  }

  private void votes(TwoNodes nodes, TestCluster store) {
    event = nodes.example();
    for (int i = 0; i < PHONES; i++) {
      Browser phone = new Browser(i % 2 == 0 ? nodes.here.base() : nodes.there.base());
      phones.add(
          Talk.attendee(
              i % 2 == 0 ? nodes.here.base() : nodes.there.base(), phone.join(nodes.here.code())));
    }
    command(nodes, "openActivity");
    for (int round = 1; round <= 3; round++) voteAll(round);
    assertTrue(holding(store).size() > 1, "the look can see a ballot at a master and its copy");
    for (TestRedis server : store.servers()) {
      assertEquals(0, server.calls("publish"), "nothing is told to servers without listeners");
    }
    store.kill(store.masterOf("plenary:{" + event + "}:state"));
    for (int round = 4; round <= 6; round++) voteAll(round);
  }

  private void voteAll(int seq) {
    for (int i = 0; i < PHONES; i++) counted(i, seq);
  }

  /** Sends the vote as a phone does: again when it is told to. */
  private void counted(int phone, int seq) {
    while (true) {
      int ref = ++sent;
      phones
          .get(phone)
          .say(
              new JsonObject()
                  .put("type", "castVote")
                  .put("ref", ref)
                  .put("activity", poll.getString("id"))
                  .put("round", 1)
                  .put("vote", CANARY + phone + "-" + seq)
                  .put("seq", seq)
                  .put(
                      "answer",
                      JsonArray.of(poll.getJsonArray("options").getJsonObject(0).getString("id")))
                  .put("abstain", false)
                  .put("heldMs", 0));
      JsonObject answer = phones.get(phone).answer(ref);
      if (answer.getString("type").equals("voteCounted")) return;
      assertEquals("tryAgain", answer.getString("code"), answer.encode());
      TestRedis.pause(100); // as phones pause
    }
  }

  /** An organiser who just came, at the other node, does this with the first poll. */
  private void command(TwoNodes nodes, String type) {
    while (true) {
      try (Talk desk = desk(nodes)) {
        poll = desk.hear("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
        desk.say(
            new JsonObject()
                .put("type", type)
                .put("ref", 1)
                .put("activity", poll.getString("id"))
                .put("rev", poll.getInteger("rev")));
        JsonObject answer = desk.answer(1);
        if (answer.getString("type").equals("done")) return;
        assertEquals("tryAgain", answer.getString("code"), answer.encode());
      }
      TestRedis.pause(100);
    }
  }

  private Talk desk(TwoNodes nodes) {
    return Talk.open(nodes.here.base(), nodes.owner.cookie()).hello("organiser", event, null, null);
  }

  private void end(TwoNodes nodes, TestCluster store) {
    command(nodes, "lockActivity");
    String results = "/api/v1/events/" + event + "/results.json";
    Await.until(() -> result(nodes, results).getBoolean("complete"));
    assertEquals(PHONES, result(nodes, results).getInteger("voted"), "each once, and none lost");
    command(nodes, "finaliseActivity");
    Await.until(() -> result(nodes, results).getValue("receipts") != null);
    Await.until(() -> holding(store).isEmpty());
    assertEquals(204, nodes.owner.delete("/api/v1/events/" + event).statusCode());
    Await.until(() -> store.masters().stream().noneMatch(master -> has(master, event)));
  }

  private static boolean has(TestRedis server, String event) {
    return server.keys().stream().anyMatch(key -> key.contains(event));
  }

  private static JsonObject result(TwoNodes nodes, String path) {
    return new JsonObject(nodes.owner.get(path).body()).getJsonArray("results").getJsonObject(0);
  }

  private static List<TestRedis> holding(TestCluster store) {
    return store.servers().stream().filter(server -> server.holds(CANARY)).toList();
  }
}
