package io.plenary.activity.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Instant.EPOCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.ManualLoop;
import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.hub.Audience;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage.AttendeeSnapshot;
import io.plenary.protocol.ServerMessage.OrganiserSnapshot;
import io.plenary.protocol.Wire.UnknownActivity;
import io.plenary.toy.Toy;
import io.plenary.toy.ToyKind;
import io.plenary.voting.service.BallotActivityKind;
import io.plenary.voting.service.BallotViews;
import io.plenary.voting.service.Closings;
import io.plenary.voting.service.Tallies;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Another kind stands in the run order among polls, and beside it, in the snapshots of all
 * audiences, without a word of it in what makes them.
 */
class OtherKindSnapshotsTest {
  private static final Poll POLL = Polls.poll("poll", Poll.State.DRAFT);
  private static final Toy OPEN = Toy.of("open", Toy.State.OPEN);
  private static final Toy RINGING = Toy.of("ringing", Toy.State.OPEN);
  private static final Toy QUIET = Toy.of("quiet", Toy.State.DRAFT);
  private static final Map<String, Activity> ALL =
      Map.of("poll", POLL, "open", OPEN, "ringing", RINGING, "quiet", QUIET);
  private final Snapshots snapshots;

  OtherKindSnapshotsTest() {
    ManualLoop loop = new ManualLoop();
    Kinds kinds = new Kinds(null);
    kinds.add(new ToyKind());
    PollKind polls = new PollKind();
    var views = new BallotViews<>(polls, new Tallies(), new Closings(Duration.ZERO, () -> 0));
    kinds.add(new BallotActivityKind(polls, views, hint -> {}, null));
    PresenceCounters numbers =
        new PresenceCounters(new Joins(null, loop.vertx(), loop.context()), new Attendance());
    snapshots =
        new Snapshots(kinds, numbers, new JoinAddress("https://polls.example"), () -> EPOCH);
  }

  private byte[] sent(Audience audience, String staged) {
    Room room =
        new Room(
            Polls.HALL,
            1,
            "Hall",
            List.of("poll", "open"),
            List.of("quiet", "ringing"),
            new Stage(Stage.View.ACTIVITY, staged));
    EventState state = new EventState("e1", 1, Polls.state().event(), List.of(room), ALL);
    return Codec.encode(snapshots.of(state, room, audience));
  }

  private JsonObject seen(Audience audience) {
    return new JsonObject(new String(sent(audience, "open"), UTF_8));
  }

  /** The kind comes first. */
  private static JsonObject toy(Toy toy, String state) {
    return new JsonObject()
        .put("kind", "toy")
        .put("id", toy.id())
        .put("round", 1)
        .put("state", state)
        .put("title", toy.title());
  }

  private static JsonObject organised(Toy toy, String state) {
    return new JsonObject()
        .put("kind", "toy")
        .put("id", toy.id())
        .put("rev", 1)
        .put("round", 1)
        .put("state", state)
        .put("title", toy.title());
  }

  private static String text(Object... activities) {
    return new JsonArray(List.of(activities)).encode();
  }

  @Test
  void attendeesSeeWhatIsOpenAndWhatIsOnBesideIt() {
    JsonObject seen = seen(Audience.ATTENDEE);
    assertEquals(toy(OPEN, "open").encode(), seen.getJsonObject("activity").encode());
    assertEquals(text(toy(RINGING, "open")), seen.getJsonArray("beside").encode());
    assertEquals("[\"poll\",\"toy\"]", seen.getJsonArray("kinds").encode());
  }

  @Test
  void theStageShowsItAndWhatIsBesideIt() {
    JsonObject seen = seen(Audience.STAGE);
    assertEquals(toy(OPEN, "open").encode(), seen.getJsonObject("activity").encode());
    assertEquals(text(toy(RINGING, "open")), seen.getJsonArray("beside").encode());
    assertEquals(2, seen.getJsonObject("position").getInteger("index"));
  }

  @Test
  void whatStandsBesideTheRunOrderCanFillTheStage() {
    JsonObject seen = new JsonObject(new String(sent(Audience.STAGE, "quiet"), UTF_8));
    assertEquals(toy(QUIET, "draft").encode(), seen.getJsonObject("activity").encode());
    assertEquals(0, seen.getJsonObject("position").getInteger("index"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ORGANISER", "REMOTE"})
  void organisersAndRemotesSeeItAmongPollsAndAllThatStands(Audience audience) {
    JsonObject seen = seen(audience);
    JsonArray order = seen.getJsonArray("runOrder");
    assertEquals("poll", order.getJsonObject(0).getString("kind"));
    assertEquals(organised(OPEN, "open").encode(), order.getJsonObject(1).encode());
    assertEquals(
        text(organised(QUIET, "draft"), organised(RINGING, "open")),
        seen.getJsonArray("beside").encode());
  }

  @Test
  void clientsReadOnWhereTheyDoNotKnowTheKind() throws BadMessage {
    AttendeeSnapshot phone =
        assertInstanceOf(
            AttendeeSnapshot.class,
            AllKinds.REGISTRY.codec().decodeServer(sent(Audience.ATTENDEE, "open")));
    assertEquals(new UnknownActivity("toy", "open"), phone.activity());
    OrganiserSnapshot desk =
        assertInstanceOf(
            OrganiserSnapshot.class,
            AllKinds.REGISTRY.codec().decodeServer(sent(Audience.ORGANISER, "open")));
    assertEquals(new UnknownActivity("toy", "open"), desk.runOrder().get(1));
    assertEquals(2, desk.beside().size());
  }

  @Test
  void nothingIsSentOfWhatAnAudienceDoesNotSee() {
    Toy draft = Toy.of("d", Toy.State.DRAFT);
    Room room = new Room(Polls.HALL, 1, "Hall", List.of("d"), Stage.showing("d"));
    EventState state =
        new EventState("e1", 1, Polls.state().event(), List.of(room), Map.of("d", draft));
    JsonObject phone =
        new JsonObject(
            new String(Codec.encode(snapshots.of(state, room, Audience.ATTENDEE)), UTF_8));
    assertNull(phone.getJsonObject("activity"));
    assertEquals(new JsonArray(), phone.getJsonArray("beside"));
  }
}
