package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What PROTOCOL.md promises holds whichever way messages travel. Two event loops, so that POSTs
 * arrive on foreign ones.
 */
class TransportContractTest {
  private static final JsonObject PING = new JsonObject().put("type", "ping");
  private static TestServer server;
  private static Guests guests;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = TestServer.start(data);
    guests = new Guests(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleIsWelcomedAndSentOneSnapshot(Way way) {
    Peer attendee = way.connect(server.base()).send(guests.attendee());
    assertEquals("attendee", attendee.next("welcome").getString("role"));
    attendee.next("attendeeSnapshot");
    Peer stage = way.connect(server.base()).send(guests.link("stage"));
    assertEquals("stage", stage.next("welcome").getString("role"));
    stage.next("stageSnapshot");
    Peer remote = way.connect(server.base()).send(guests.link("remote"));
    assertEquals("remote", remote.next("welcome").getString("role"));
    remote.next("organiserSnapshot");
    for (Peer peer : new Peer[] {attendee, stage, remote}) peer.leave();
  }

  @ParameterizedTest
  @EnumSource
  void aVoteIsCountedOnceHoweverOftenItIsSent(Way way) {
    Peer remote = way.connect(server.base()).send(guests.link("remote"));
    JsonObject poll = remote.next("organiserSnapshot").getJsonArray("runOrder").getJsonObject(0);
    remote.send(
        new JsonObject()
            .put("type", "openActivity")
            .put("ref", 7)
            .put("activity", poll.getString("id"))
            .put("rev", poll.getInteger("rev")));
    assertEquals(7, remote.next("done").getInteger("ref"));
    Peer phone = way.connect(server.base()).send(guests.attendee());
    JsonObject open = phone.next("attendeeSnapshot").getJsonObject("activity");
    String option = open.getJsonArray("options").getJsonObject(0).getString("id");
    JsonObject vote =
        new JsonObject()
            .put("type", "castVote")
            .put("ref", 1)
            .put("activity", open.getString("id"))
            .put("round", open.getInteger("round"))
            .put("vote", "q8Zt2Lw0bXy_4RkE")
            .put("seq", 1)
            .put("answer", new JsonArray().add(option))
            .put("abstain", false)
            .put("heldMs", 0);
    String receipt = phone.send(vote).next("voteCounted").getString("receipt");
    JsonObject again = phone.send(vote.put("ref", 2)).next("voteCounted");
    assertEquals(receipt, again.getString("receipt"));
    assertEquals(2, again.getInteger("ref"));
    phone.leave();
    remote.leave();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBadIsAnsweredByItsCodeAndTheConnectionLives(Way way) {
    Peer peer = way.connect(server.base()).send(guests.attendee());
    peer.next("attendeeSnapshot");
    peer.send("{");
    assertEquals("malformed", peer.error());
    peer.send("{\"type\":\"teleport\"}");
    assertEquals("unknownType", peer.error());
    peer.sendNoText();
    assertEquals("notText", peer.error());
    peer.send(guests.attendee());
    assertEquals("helloTwice", peer.error());
    peer.send("{\"type\":\"openActivity\",\"ref\":3,\"activity\":\"p\",\"rev\":1}");
    assertEquals("notAllowed", peer.error());
    peer.send(PING).next("pong");
    peer.leave();
  }

  @ParameterizedTest
  @EnumSource
  void helloComesFirst(Way way) {
    Peer peer = way.connect(server.base()).send(PING);
    assertEquals("helloFirst", peer.error());
    peer.send(guests.attendee()).next("attendeeSnapshot");
    peer.leave();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNotWelcomeIsToldSo(Way way) {
    assertEquals(
        4003, way.connect(server.base()).send(guests.attendee().put("token", "guessed")).goodbye());
    assertEquals(
        4003,
        way.connect(server.base())
            .send(guests.link("remote").put("token", guests.link("stage").getString("token")))
            .goodbye());
    assertEquals(
        4006,
        way.connect(server.base()).send(guests.attendee().put("event", "nosuchevent0")).goodbye());
  }

  @ParameterizedTest
  @EnumSource
  void theLargestMessageIsReadAndOneByteMoreEndsIt(Way way) {
    Peer peer = way.connect(server.base()).send(guests.attendee());
    peer.next("attendeeSnapshot");
    peer.send("x".repeat(64 * 1024));
    assertEquals("malformed", peer.error());
    peer.send("x".repeat(64 * 1024 + 1));
    assertEquals(1009, peer.goodbye());
    Peer first = way.connect(server.base());
    first.send("x".repeat(64 * 1024 + 1));
    assertEquals(1009, first.goodbye());
  }

  @ParameterizedTest
  @EnumSource
  void whoSendsTooMuchIsToldToSlowDownAndThenLetGo(Way way) {
    Peer peer = way.connect(server.base()).send(guests.attendee());
    peer.next("attendeeSnapshot");
    for (int i = 0; i < 99; i++) peer.send(PING);
    for (int i = 0; i < 99; i++) peer.next("pong");
    try {
      for (int i = 0; i < 2_000; i++) peer.send(PING);
    } catch (RuntimeException | AssertionError e) {
      // closed while sending
    }
    assertEquals("slowDown", peer.error());
    assertEquals(4001, peer.goodbye());
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfOtherSitesAreRefused(Way way) {
    RuntimeException refused =
        assertThrows(
            RuntimeException.class,
            () ->
                way.connect(way.client(), server.base(), "https://elsewhere.example")
                    .send(guests.attendee()));
    if (way == Way.SOCKET) {
      assertTrue(
          ((CompletionException) refused).getCause()
              instanceof java.net.http.WebSocketHandshakeException);
    } else {
      assertEquals(403, ((StreamPeer.Refused) refused).status);
    }
    Peer own =
        way.connect(way.client(), server.base(), server.base().toString()).send(guests.attendee());
    own.next("attendeeSnapshot");
    own.leave();
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesIsNoLongerHere(Way way) {
    Peer stage = way.connect(server.base()).send(guests.link("stage"));
    if (stage.next("stageSnapshot").getJsonObject("presence").getInteger("here") > 0) {
      awaitHere(stage, 0); // other tests' people
    }
    Peer phone = way.connect(server.base()).send(guests.attendee());
    phone.next("attendeeSnapshot");
    awaitHere(stage, 1);
    phone.leave();
    awaitHere(stage, 0);
    stage.leave();
  }

  @ParameterizedTest
  @EnumSource
  void everybodyIsToldWhenTheServerStops(Way way, @TempDir Path data) throws Exception {
    try (TestServer other = TestServer.start(data)) {
      Peer phone = way.connect(other.base()).send(new Guests(other).attendee());
      phone.next("attendeeSnapshot");
      other.drain();
      assertEquals(4000, phone.goodbye());
    }
  }

  private static void awaitHere(Peer stage, int count) {
    while (stage.next("presence").getJsonObject("presence").getInteger("here") != count) {}
  }
}
