package io.plenary.transport;

import io.plenary.Beside;
import io.plenary.TestServer;
import io.plenary.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A room with its Q&A on, an organiser at its queue, and as many phones as wanted; says and hears
 * the messages of questions.
 */
public final class Floor implements AutoCloseable {
  /** Between two questions that are the same: well below what a connection may send. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  public final TestServer server;
  public final Browser browser;
  public final String event;
  public final String qa;
  public final String room;
  public final JsonObject links;
  public final String code;
  public final Talk organiser;
  long rev;
  private long refs = 1;
  private int phoneIds;

  /**
   * @param settings put over the usual ones
   */
  public Floor(TestServer server, Browser browser, JsonObject settings) {
    this.server = server;
    this.browser = browser;
    event = Conferences.of(browser, "Hall");
    links = Conferences.rooms(browser, event).getJsonObject(0);
    organiser = Talk.open(server.base(), browser.cookie()).hello("organiser", event, null, null);
    JsonObject snapshot = organiser.hear("organiserSnapshot");
    code = snapshot.getJsonObject("event").getString("code");
    room = snapshot.getJsonObject("room").getString("id");
    qa = Beside.questions(snapshot).getString("id");
    rev = Beside.questions(snapshot).getLong("rev");
    edit(settings);
  }

  /** Turns the Q&A on, or changes it. */
  public void edit(JsonObject settings) {
    JsonObject all =
        new JsonObject()
            .put("state", "open")
            .put("check", "before")
            .put("names", "choice")
            .put("maxLength", 300)
            .put("perPerson", 10)
            .put("openCounts", false)
            .mergeIn(settings);
    command(
        organiser,
        new JsonObject()
            .put("type", "editQuestions")
            .put("room", room)
            .put("rev", rev)
            .put("settings", all));
    try (Talk fresh =
        Talk.open(server.base(), browser.cookie()).hello("organiser", event, null, null)) {
      rev = Beside.questions(fresh.hear("organiserSnapshot")).getLong("rev");
    }
  }

  public Talk phone() {
    Talk phone = Talk.attendee(server.base(), new Browser(server.base()).join(code));
    phone.hear("ownQuestions");
    return phone;
  }

  public Talk stage() {
    return Talk.link(server.base(), URI.create(links.getString("stage")));
  }

  public Talk remote() {
    return Talk.link(server.base(), URI.create(links.getString("remote")));
  }

  /** Somebody with an account who helps run the room. */
  public Browser helper(String role, String email) {
    return Conferences.accept(
        new Browser(server.base()), Conferences.invite(browser, event, role, room), email);
  }

  public String phoneId() {
    return "question-of-a-phone-" + ++phoneIds;
  }

  public JsonObject message(String type) {
    return new JsonObject().put("type", type).put("ref", ++refs).put("activity", qa);
  }

  /** The answer with the message's ref. */
  public JsonObject ask(Talk talk, JsonObject message) {
    long ref = message.getLong("ref");
    talk.say(message);
    return talk.hear(m -> Long.valueOf(ref).equals(m.getLong("ref")), "the answer to " + message);
  }

  public JsonObject command(Talk talk, JsonObject message) {
    if (!message.containsKey("ref")) message.put("ref", ++refs);
    JsonObject answer = ask(talk, message);
    if (!answer.getString("type").equals("done")) {
      throw new AssertionError(message + " -> " + answer);
    }
    return answer;
  }

  public JsonObject question(String phoneId, String text, String name) {
    return message("askQuestion")
        .put("round", 1)
        .put("question", phoneId)
        .put("text", text)
        .put("name", name);
  }

  /** Asks, and gives the item the queue shows of it. */
  public JsonObject asked(Talk phone, String text) {
    String id = phoneId();
    JsonObject answer = ask(phone, question(id, text, null));
    if (!answer.getString("type").equals("questionAsked")) throw new AssertionError(answer);
    return found(text);
  }

  /**
   * What the queue knows of a question, asked afresh until it knows it: what was acknowledged is
   * read a moment later.
   */
  public JsonObject found(String text) {
    JsonObject get =
        message("getQueue").putNull("state").putNull("label").put("search", text).putNull("after");
    return first(organiser, get, page -> page.getJsonArray("items").size() == 1)
        .getJsonArray("items")
        .getJsonObject(0);
  }

  /** The first answer to a message, sent again and again, that is as wanted. */
  public JsonObject first(Talk talk, JsonObject message, Predicate<JsonObject> wanted) {
    JsonObject[] answer = new JsonObject[1];
    Waiting.until(
        () -> message + " -> " + answer[0],
        () -> {
          if (answer[0] != null) pause(); // who asks all the time is told to slow down
          answer[0] = ask(talk, message.put("ref", ++refs));
          return wanted.test(answer[0]);
        });
    return answer[0];
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  public JsonObject moderate(JsonObject item, JsonObject act) {
    JsonArray items =
        new JsonArray()
            .add(new JsonObject().put("id", item.getString("id")).put("rev", item.getLong("rev")));
    return ask(organiser, message("moderateQuestions").put("items", items).put("act", act));
  }

  /** Lets the room see it; gives it as the queue shows it then. */
  public JsonObject approved(JsonObject item) {
    JsonObject answer = moderate(item, new JsonObject().put("kind", "approve"));
    if (answer.getJsonArray("done").size() != 1) throw new AssertionError(answer);
    return found(item.getString("text"));
  }

  public JsonObject upvote(Talk phone, int n, long seq, boolean on) {
    return ask(
        phone, message("castUpvote").put("round", 1).put("n", n).put("seq", seq).put("on", on));
  }

  public JsonObject head(Talk talk, String order) {
    return head(talk, order, head -> true);
  }

  public JsonObject head(Talk talk, String order, Predicate<JsonObject> wanted) {
    return first(talk, message("watchQuestions").put("on", true).put("order", order), wanted);
  }

  @Override
  public void close() {
    organiser.close();
  }

  /** The first question of a list. */
  public static JsonObject first(JsonObject list) {
    return list.getJsonArray("items").getJsonObject(0);
  }

  /** A list of so many questions. */
  public static Predicate<JsonObject> size(int size) {
    return list -> list.getJsonArray("items").size() == size;
  }
}
