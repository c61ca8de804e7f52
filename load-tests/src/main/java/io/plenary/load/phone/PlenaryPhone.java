package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;
import io.plenary.load.wire.Answer;
import io.plenary.load.wire.Golden;
import io.plenary.load.wire.VoteTemplate;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * An attendee's phone as Plenary knows it: gets its token for the code, says hello, waits for the
 * picture, votes.
 */
public class PlenaryPhone extends Voter {
  /** What all phones of a hall share. */
  public static final class Hall {
    private static final String EVENT = "@@event@@";
    private static final String TOKEN = "@@token@@";
    private static final String PAGE = "@@page@@";
    final Golden golden;
    final String code;
    final String room;
    final String ping;
    private final String hello;

    /** The poll that is voted on now. */
    public volatile VoteTemplate vote;

    /** The only room of an event. */
    public Hall(Golden golden, String code) {
      this(golden, code, null);
    }

    /**
     * @param room chosen after the event's code was given; null when there is no choice
     */
    public Hall(Golden golden, String code, String room) {
      this.golden = golden;
      this.code = code;
      this.room = room;
      this.ping = golden.ping();
      this.hello = golden.attendee(EVENT, TOKEN, room, PAGE);
    }

    /** The golden hello, without any JSON work. */
    private String hello(String event, String token) {
      return hello.replace(EVENT, event).replace(TOKEN, token).replace(PAGE, page());
    }
  }

  private static final long LATER_MS = 1_000;
  private static final long LONGEST_WAY_MS = 500;
  private static final long SLOW_MS = 1_000;
  private static final int ONCE_MORE = 2;
  private static final byte[] AFTER_MS = "\"afterMs\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SUPERSEDED = "superseded".getBytes(StandardCharsets.US_ASCII);
  private Hall hall;
  private String hello;
  private String token;
  private String chosen;
  private volatile boolean ticket;
  private long helloAt;
  private long wayMs;

  /** The vote that was refused as too late last, and how often. */
  private long late;

  private int lateTimes;

  /** Null until it reacts. */
  private Clapper clapper;

  private final Doubts doubts = new Doubts(this);

  public PlenaryPhone(int number, Crowd crowd, EventLoop loop, Hall hall) {
    super(number, crowd, loop);
    this.hall = hall;
  }

  /** Whether it has a token already: joining then costs the server no store. */
  public boolean known() {
    return ticket;
  }

  /** What it shows to be let in; null until it joined. Read it when all is quiet. */
  public String token() {
    return token;
  }

  /**
   * Goes to another room of the event, or to the same once more, as the same person. On its event
   * loop.
   */
  protected void enter(Hall to) {
    hall = to;
    hello = null;
    hangUp();
    join();
  }

  @Override
  public void connected(WsLine l) {
    if (hello != null) upgrade(l);
    else if (token == null) ask(l, null, "{\"code\":\"" + hall.code + "\"}");
    else choose(l);
  }

  private void choose(WsLine l) {
    String room = hall.room == null ? "" : ",\"room\":\"" + hall.room + "\"";
    ask(l, hall.room, "{\"token\":\"" + token + '"' + room + "}");
  }

  private void ask(WsLine l, String room, String body) {
    chosen = room;
    l.post("/api/v1/join", crowd.postHeaders(this), body);
  }

  @Override
  public void response(WsLine l, int status, String body) {
    if (status != 200) {
      crowd.odd("HTTP " + status);
      l.close();
      return;
    }
    token = field(body, "\"token\":\"");
    if (!java.util.Objects.equals(chosen, hall.room)) {
      choose(l);
      return;
    }
    hello = hall.hello(field(body, "\"event\":{\"id\":\""), token);
    ticket = true;
    upgrade(l);
  }

  private static String page() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return (Long.toString(random.nextLong(Long.MAX_VALUE), 36)
            + Long.toString(random.nextLong(Long.MAX_VALUE), 36)
            + "0".repeat(16))
        .substring(0, 20);
  }

  /** Asks for a WebSocket; who it is, is known. */
  protected void upgrade(WsLine l) {
    l.upgrade("/ws", crowd.headers(this));
  }

  private static String field(String json, String key) {
    int from = json.indexOf(key) + key.length();
    return json.substring(from, json.indexOf('"', from));
  }

  /** Since it was pressed, and the way, as a page says it. */
  private long held(long n) {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(votes.since(n))) + wayMs;
  }

  @Override
  public void opened(Line l) {
    helloAt = System.nanoTime();
    l.send(hello);
  }

  @Override
  protected void write(long n) {
    doubts.sent();
    line.send(hall.vote.message(line.alloc(), number, n, held(n)));
  }

  @Override
  protected void beat() {
    doubts.sent();
    line.send(hall.ping);
  }

  @Override
  boolean doubted() {
    return doubts.doubted;
  }

  @Override
  boolean look(long now) {
    doubts.look(now);
    return true;
  }

  /**
   * Taps so often on a reaction, if it is there: nobody keeps a reaction for later. On its event
   * loop. @param kind index of {@link Applause#KINDS}
   */
  public void react(Applause to, int kind, int taps) {
    if (!live) return;
    if (clapper == null) clapper = new Clapper();
    clapper.react(line, to, kind, taps);
  }

  @Override
  public void lost(Line l, int code) {
    if (l == line && clapper != null) clapper.lost();
    boolean used = l == line;
    super.lost(l, code);
    if (used) doubts.over();
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    Answer.Kind kind = Answer.kind(buf, at, length);
    doubts.heard(kind, buf, at, length);
    if (kind == Answer.Kind.WELCOME) {
      wayMs =
          Math.min(LONGEST_WAY_MS, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - helloAt) / 2);
    }
    switch (kind) {
      case SNAPSHOT -> {
        if (live) crowd.picture(this);
        else arrived();
      }
      case VOTE_COUNTED -> answered(Answer.number(buf, at, length, Answer.REF));
      case VOTE_REFUSED -> refused(buf, at, length);
      case ERROR -> failed(buf, at, length);
      case GOODBYE -> farewell(buf, at, length);
      default -> {}
    }
  }

  /**
   * A vote of ours that was overtaken by a newer one of ours is no surprise: the newer one is
   * answered for itself. One that is too late because of its way is sent again, as a page does:
   * PROTOCOL.md, "A vote".
   */
  private void refused(ByteBuf buf, int at, int length) {
    long ref = Answer.number(buf, at, length, Answer.REF);
    String text = buf.toString(at, length, StandardCharsets.UTF_8);
    boolean overtaken =
        ref < seq() && text.contains(new String(SUPERSEDED, StandardCharsets.US_ASCII));
    String code = field(text, "\"code\":\"");
    crowd.odd(overtaken ? "overtaken by a newer vote" : "refused " + code);
    if (code.equals("tooLate") && ref == seq() && onItsWay(ref)) send();
  }

  private boolean onItsWay(long ref) {
    if (System.nanoTime() - lastSent() < TimeUnit.MILLISECONDS.toNanos(SLOW_MS)) return false;
    lateTimes = late == ref ? lateTimes + 1 : 1;
    late = ref;
    return lateTimes <= ONCE_MORE;
  }

  private void failed(ByteBuf buf, int at, int length) {
    String text = buf.toString(at, length, StandardCharsets.UTF_8);
    String code = field(text, "\"code\":\"");
    if (clapper != null && code.equals("reactionsOff")) {
      clapper.refused();
      return;
    }
    crowd.odd("error " + code);
    crowd.notNow(this);
    long after = Answer.number(buf, at, length, Answer.RETRY_AFTER);
    notNow(after < 0 ? LATER_MS : after);
  }

  private void farewell(ByteBuf buf, int at, int length) {
    String text = buf.toString(at, length, StandardCharsets.UTF_8);
    if (!text.contains("\"reconnect\":false")) {
      afterMs = Math.max(0, Answer.number(buf, at, length, AFTER_MS));
      return;
    }
    dismissed = true;
    crowd.odd(
        "sent away: "
            + Answer.number(buf, at, length, "\"code\":".getBytes(StandardCharsets.US_ASCII)));
  }
}
