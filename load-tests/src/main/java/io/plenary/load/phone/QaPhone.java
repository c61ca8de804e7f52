package io.plenary.load.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.wire.Answer;
import io.plenary.load.wire.Beside;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A phone that asks and upvotes as well, and may have the list of questions open. */
public class QaPhone extends PlenaryPhone implements Follower.Reader {
  /** What it does with the list of questions. */
  public enum Looks {
    /** The tab is closed. */
    NOT,
    /** The tab is open; what comes is counted and not read. */
    COUNTING,
    /** It holds the list as a page does. */
    FOLLOWING
  }

  /** Answers that say: not now. Everything else is final. */
  private static final Set<String> PASSING = Set.of("tryAgain", "busy", "slowDown");

  private static final long PROBE_MS = 3_000;
  private final Looks looks;
  private final Follower follower;
  private final Map<Floor, Seat> seats = new ConcurrentHashMap<>();
  private volatile Seat seat;
  private volatile ObjectNode now;
  private volatile JsonNode own = Golden.JSON.createArrayNode();
  private volatile long listBytes;
  private long heardAt;
  private boolean again;

  public QaPhone(int number, Crowd crowd, EventLoop loop, Hall hall, Floor floor, Looks looks) {
    super(number, crowd, loop, hall);
    sit(floor);
    this.looks = looks;
    follower = looks == Looks.FOLLOWING ? new Follower(this, "popular") : null;
  }

  private void sit(Floor floor) {
    seat = seats.computeIfAbsent(floor, f -> new Seat(this, f));
  }

  public Floor floor() {
    return seat.floor;
  }

  public Seat seat() {
    return seat;
  }

  /** What the person said in another room, or this one; null when they never were there. */
  public Seat seat(Floor of) {
    return seats.get(of);
  }

  /** Goes to another room when everything is answered; otherwise stays. On its event loop. */
  public void move(Hall to, Floor floor) {
    if (!settled()) return;
    sit(floor);
    enter(to);
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public Golden golden() {
    return floor().golden;
  }

  @Override
  public String activity() {
    return floor().activity;
  }

  @Override
  public void say(String message) {
    line.send(message);
  }

  /** On its event loop, like all that people do. */
  public void ask(String text) {
    seat.asks.ask(text, System.nanoTime());
  }

  public void withdraw(String text) {
    seat.asks.withdraw(text, System.nanoTime());
  }

  public void upvote(int n, boolean on, long intendedAt) {
    seat.upvotes.cast(n, on, intendedAt);
  }

  @Override
  protected void arrived() {
    super.arrived();
    follow();
  }

  /** What was asked on the line before may never be answered, and frames come to this one. */
  @Override
  void replace(Line fresh) {
    super.replace(fresh);
    follow();
  }

  private void follow() {
    if (looks == Looks.FOLLOWING) follower.connected();
    else if (looks == Looks.COUNTING) {
      line.send(
          floor().golden.client("watchQuestions").put("activity", floor().activity).toString());
    }
  }

  @Override
  void send() {
    super.send();
    if (live) seat.send();
  }

  @Override
  boolean waitsSince(long nanos) {
    return super.waitsSince(nanos)
        || seat.waitsSince(nanos)
        || follower != null && follower.waitsSince(nanos);
  }

  /** Whether something it said is not answered yet. */
  public boolean waits() {
    return votes.waits() || seat.waits();
  }

  /** Whether it is there, and everything it said is answered. */
  public boolean answered() {
    return live && !waits();
  }

  /** Whether everything it said is answered and, when it follows the list, all of it is there. */
  public boolean settled() {
    return answered() && (follower == null || follower.settled());
  }

  /** What it still waits for, for a fault's text. */
  public String standing() {
    if (!live) return "not connected";
    if (votes.waits()) return "a vote is not answered";
    if (seat.waits()) return "a question or an upvote is not answered";
    return follower != null && !follower.settled()
        ? "the list is not whole, " + follower.standing()
        : "settled";
  }

  /** Takes the line for dead when nothing comes on it in answer to a ping. */
  public void probe() {
    long asked = System.nanoTime();
    if (!live) return;
    beat();
    loop.schedule(
        () -> {
          if (live && heardAt < asked) hangUp();
        },
        PROBE_MS,
        TimeUnit.MILLISECONDS);
  }

  /** Several errors at once are one reason to say everything again. */
  @Override
  protected void notNow(long ms) {
    if (again) return;
    again = true;
    loop.schedule(
        () -> {
          again = false;
          send();
          if (live && follower != null) follower.again();
        },
        Math.max(1, ms),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    heardAt = System.nanoTime();
    switch (Answer.kind(buf, at, length)) {
      case UPVOTE_COUNTED -> upvoted(Answer.number(buf, at, length, Answer.SEQ), null);
      case UPVOTE_REFUSED ->
          upvoted(
              Answer.number(buf, at, length, Answer.SEQ),
              read(buf, at, length).get("code").asText());
      case QUESTION_ASKED -> asked(read(buf, at, length), "state");
      case QUESTION_REFUSED -> asked(read(buf, at, length), "code");
      case DONE -> seat.asks.answered(Answer.number(buf, at, length, Answer.REF), "withdrawn");
      case QUESTIONS_HEAD, QUESTIONS_MOVED, QUESTION_PAGE -> {
        listBytes += length + (length < 126 ? 2 : 4);
        if (follower != null) follower.read(read(buf, at, length));
      }
      case QUESTION_TOTALS -> {
        if (follower != null && now != null) now = totals(now.deepCopy(), read(buf, at, length));
      }
      case OWN_QUESTIONS -> {
        if (follower != null) own = read(buf, at, length).get("items");
      }
      case SNAPSHOT -> {
        if (follower != null) {
          now =
              only(
                  Beside.questions(read(buf, at, length)),
                  "state",
                  "asking",
                  "totals",
                  "live",
                  "open");
        }
        super.text(buf, at, length);
      }
      case ERROR -> {
        JsonNode error = read(buf, at, length);
        boolean over =
            !PASSING.contains(error.get("code").asText())
                && seat.asks.answered(error.get("ref").asLong(), error.get("code").asText());
        if (over) crowd.odd("withdrawal refused " + error.get("code").asText());
        else super.text(buf, at, length);
      }
      default -> super.text(buf, at, length);
    }
  }

  private static ObjectNode totals(ObjectNode shown, JsonNode message) {
    shown.setAll(only(message, "totals", "open"));
    if (shown.path("live") instanceof ObjectNode live
        && live.get("n").equals(message.at("/live/n"))) live.set("up", message.at("/live/up"));
    return shown;
  }

  private static JsonNode read(ByteBuf buf, int at, int length) {
    try {
      return Golden.JSON.readTree(ByteBufUtil.getBytes(buf, at, length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode only(JsonNode from, String... fields) {
    ObjectNode some = Golden.JSON.createObjectNode();
    for (String field : fields) {
      if (from.has(field)) some.set(field, from.get(field));
    }
    return some;
  }

  private void upvoted(long seq, String code) {
    long since = seat.upvotes.since(seq);
    Upvoter.Tap tap = seat.upvotes.answered(seq, code == null);
    if (tap == null) {
      crowd.repeated();
      return;
    }
    if (code == null) floor().counted(since);
    else floor().refused.increment();
    if (code != null) crowd.odd("upvote refused " + code);
    if (seat.taste != null) seat.taste.answered(tap, code == null);
  }

  private void asked(JsonNode answer, String field) {
    boolean waited = seat.asks.answered(answer.get("ref").asLong(), answer.get(field).asText());
    if (waited && field.equals("code")) crowd.odd("question refused " + answer.get(field).asText());
  }

  /** Bytes of heads, pages and frames of the list, with their WebSocket headers. */
  public long listBytes() {
    return listBytes;
  }

  /** Everything public that it holds; of one that follows. On its event loop. */
  public Map<Integer, JsonNode> list() {
    return follower.view().items();
  }

  /** State, totals and live question as the picture shows them. */
  public JsonNode now() {
    return now;
  }

  /** What it is told of its own questions; of one that follows. */
  public JsonNode own() {
    return own;
  }

  /** Of one that follows. On its event loop. */
  public ListView view() {
    return follower.view();
  }

  /** When its list last changed, {@link System#nanoTime()}. */
  public long changedAt() {
    return follower.changedAt();
  }
}
