package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.net.Loops;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.net.URI;

/** One event with one room, and what its organiser does there. */
public final class Room {
  /** A vote counts until the grace is over, 15 s by default. */
  private static final long COMPLETE_WITHIN_S = 90;

  private static final long LOOK_MS = 250;

  /**
   * A poll that can be voted on.
   *
   * @param asked as its organisers see it
   */
  public record Poll(String id, long round, JsonNode asked) {}

  private static final String ROOM = "Main hall";
  private final Api api;
  private final Golden golden;
  private final Loops loops;
  private final int port;
  private final String event;
  private final String code;
  private final String room;
  private final String stageSecret;
  private final String remoteSecret;

  /**
   * @param wanted null for the first room
   */
  private Room(Api api, Golden golden, Loops loops, int port, String event, String wanted)
      throws IOException, InterruptedException {
    this.api = api;
    this.golden = golden;
    this.loops = loops;
    this.port = port;
    this.event = event;
    JsonNode links = api.get("/api/v1/events/" + event + "/links");
    String join = links.get("join").asText();
    code = join.substring(join.lastIndexOf('/') + 1);
    JsonNode own = links.get("rooms").get(0);
    for (JsonNode one : links.get("rooms")) {
      if (one.get("id").asText().equals(wanted)) own = one;
    }
    room = own.get("id").asText();
    stageSecret = URI.create(own.get("stage").asText()).getFragment();
    remoteSecret = URI.create(own.get("remote").asText()).getFragment();
  }

  /**
   * A new event without polls, so that nothing of an earlier run is in it. Of a small group: every
   * vote is a step of the result, so that what the stage shows can be held against what was sent
   * while votes come in, and the time from a vote to the stage is that of a step.
   */
  public static Room make(Api api, Golden golden, Loops loops, int port)
      throws IOException, InterruptedException {
    ObjectNode file =
        Golden.JSON.createObjectNode().put("format", "plenary-event").put("version", 2);
    file.set(
        "event", ((ObjectNode) golden.client("editEvent").get("details")).put("smallGroup", true));
    file.putArray("rooms").addObject().put("name", ROOM).putArray("activities");
    file.putArray("results");
    String event = api.post("/api/v1/events/import", file).get("id").asText();
    return new Room(api, golden, loops, port, event, null);
  }

  /** Another room of the event. */
  public Room beside(String name) throws IOException, InterruptedException {
    try (Desk desk = desk()) {
      String id = desk.run(golden.client("createRoom").put("name", name)).get("id").asText();
      return new Room(api, golden, loops, port, event, id);
    }
  }

  public String event() {
    return event;
  }

  public String code() {
    return code;
  }

  public String id() {
    return room;
  }

  String cookie() {
    return api.cookie();
  }

  String stageHello() {
    return golden.stage(event, room, stageSecret);
  }

  String remoteHello() {
    return golden.remote(event, room, remoteSecret);
  }

  /** A file of this room. */
  JsonNode export(String name) throws IOException, InterruptedException {
    return api.get("/api/v1/events/" + event + "/rooms/" + room + "/" + name);
  }

  /**
   * Turns the Q&A on. @param check when moderators read a question: before or after the room sees
   * it
   */
  public Forum forum(String check) throws IOException {
    return Forum.open(this, golden, check);
  }

  /** Turns reactions on. */
  public Ovation ovation() throws IOException {
    return Ovation.open(this, golden);
  }

  /** The stage, of which only reactions are read. */
  public Clapometer clapometer() throws IOException, InterruptedException {
    return new Clapometer(loops, port, stageHello(), golden.ping());
  }

  /** The stage, watching from now on. */
  public Stage stage() throws IOException {
    return stage(port);
  }

  /** The stage at one of several servers. */
  public Stage stage(int at) throws IOException {
    return new Stage(loops, at, stageHello(), golden.ping());
  }

  /** An organiser's desk; close it after use. */
  public Desk desk() throws IOException {
    return desk(port);
  }

  /** The same at one of several servers. */
  public Desk desk(int at) throws IOException {
    return new Desk(loops, at, golden.organiser(event, room), api.cookie());
  }

  /**
   * Asks one of several servers for a new activity.
   *
   * @param create a {@code createActivity}
   * @return its {@code done} or {@code error}
   */
  public JsonNode asked(int at, ObjectNode create) throws IOException {
    try (Desk desk = desk(at)) {
      return desk.ask(create.put("room", room));
    }
  }

  /**
   * Makes a poll of any kind with ballots, opens it and puts it on stage.
   *
   * @param create a {@code createActivity}
   */
  public Poll open(ObjectNode create) throws IOException {
    try (Desk desk = desk()) {
      String id = desk.run(create.put("room", room)).get("id").asText();
      JsonNode poll = desk.poll(id, p -> true);
      desk.run(golden.activityCommand("openActivity", id, poll.get("rev").asLong()));
      JsonNode open = desk.poll(id, p -> p.get("state").asText().equals("open"));
      desk.run(golden.client("setStage-activity").put("room", room).put("activity", id));
      return new Poll(id, open.get("round").asLong(), open);
    }
  }

  /** Shows or hides the numbers; gives when the command was sent, {@link System#nanoTime()}. */
  public long show(String poll, String results) throws IOException {
    try (Desk desk = desk()) {
      JsonNode now = desk.poll(poll, p -> true);
      long sent = System.nanoTime();
      desk.run(
          golden
              .activityCommand("showResults", poll, now.get("rev").asLong())
              .put("results", results));
      return sent;
    }
  }

  /** Forgets its votes and opens it again: another round of the same poll. */
  public Poll again(Poll poll) throws IOException {
    try (Desk desk = desk()) {
      JsonNode now = desk.poll(poll.id(), p -> true);
      desk.run(golden.activityCommand("resetActivity", poll.id(), now.get("rev").asLong()));
      JsonNode empty = desk.poll(poll.id(), p -> p.get("round").asLong() > poll.round());
      desk.run(golden.activityCommand("openActivity", poll.id(), empty.get("rev").asLong()));
      JsonNode open = desk.poll(poll.id(), p -> p.get("state").asText().equals("open"));
      return new Poll(poll.id(), open.get("round").asLong(), open);
    }
  }

  public void lock(String poll) throws IOException {
    try (Desk desk = desk()) {
      JsonNode now = desk.poll(poll, p -> true);
      if (now.get("state").asText().equals("locked")) return;
      desk.run(golden.activityCommand("lockActivity", poll, now.get("rev").asLong()));
      desk.poll(poll, p -> p.get("state").asText().equals("locked"));
    }
  }

  /** Makes a locked poll final; what that destroys goes on afterwards. */
  public void finalise(String poll) throws IOException {
    try (Desk desk = desk()) {
      JsonNode now = desk.poll(poll, p -> true);
      desk.run(golden.activityCommand("finaliseActivity", poll, now.get("rev").asLong()));
    }
  }

  /** The export of the whole event. */
  JsonNode results() throws IOException, InterruptedException {
    return api.get("/api/v1/events/" + event + "/results.json");
  }

  /** What the export says of one locked poll, once no vote on its way can count any more. */
  public JsonNode results(String poll) throws IOException, InterruptedException {
    long until = System.nanoTime() + COMPLETE_WITHIN_S * 1_000_000_000L;
    JsonNode found = exportOf(poll);
    while (!found.path("complete").asBoolean() && System.nanoTime() < until) {
      Thread.sleep(LOOK_MS);
      found = exportOf(poll);
    }
    return found;
  }

  private JsonNode exportOf(String poll) throws IOException, InterruptedException {
    return api.get("/api/v1/events/" + event + "/activities/" + poll + "/results.json")
        .get("results")
        .get(0);
  }
}
