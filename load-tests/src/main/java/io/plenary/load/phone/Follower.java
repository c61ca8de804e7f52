package io.plenary.load.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.EventLoop;
import io.plenary.load.wire.Golden;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the list of one screen: asks for head and pages, follows the frames, and mends what is
 * missing as the page does. On its event loop.
 */
public final class Follower {
  /** Whose list it is. */
  public interface Reader {
    EventLoop loop();

    boolean live();

    Golden golden();

    /** The Q&A it looks at. */
    String activity();

    void say(String message);
  }

  private static final long REFS = 2_000_000;
  private static final int JITTER_MS = 250;
  private final Reader reader;
  private final ListView view = new ListView();
  private final String order;
  private long ref = REFS;
  private long askedAt;
  private boolean waits;
  private boolean soon;
  private volatile boolean settled;
  private volatile long changedAt;

  public Follower(Reader reader, String order) {
    this.reader = reader;
    this.order = order;
  }

  /** The screen is back: whatever is held may be old. */
  public void connected() {
    waits = false;
    ask(ListView.Next.HEAD);
  }

  /** A head, a page, or a frame. */
  public void read(JsonNode message) {
    String type = message.get("type").asText();
    if (type.equals("questionsMoved")) {
      if (!message.get("activity").asText().equals(reader.activity())) return;
      view.moved(message);
    } else {
      if (!waits || message.get("ref").asLong() != ref) return;
      waits = false;
      if (type.equals("questionsHead")) view.head(message);
      else view.page(message);
    }
    changedAt = System.nanoTime();
    settled = view.next() == ListView.Next.NOTHING;
    goOn();
  }

  private void goOn() {
    if (waits || soon || view.next() == ListView.Next.NOTHING) return;
    if (view.next() == ListView.Next.PAGE) {
      ask(ListView.Next.PAGE);
      return;
    }
    soon = true;
    reader
        .loop()
        .schedule(
            () -> {
              soon = false;
              if (reader.live() && !waits && view.next() != ListView.Next.NOTHING) {
                ask(ListView.Next.HEAD);
              }
            },
            ThreadLocalRandom.current().nextInt(JITTER_MS),
            TimeUnit.MILLISECONDS);
  }

  private void ask(ListView.Next what) {
    settled = false;
    waits = true;
    askedAt = System.nanoTime();
    ObjectNode message =
        reader.golden().client(what == ListView.Next.HEAD ? "watchQuestions" : "getQuestions");
    message.put("ref", ++ref).put("activity", reader.activity()).put("order", order);
    if (what == ListView.Next.HEAD) message.put("on", true);
    else {
      message
          .putObject("after")
          .put("up", view.last().get("up").asInt())
          .put("n", view.last().get("n").asInt());
    }
    reader.say(message.toString());
  }

  /** Told to try again. */
  public void again() {
    if (!waits) return;
    waits = false;
    ask(ListView.Next.HEAD);
  }

  /** Whether it asked before then and waits for the answer. */
  public boolean waitsSince(long nanos) {
    return waits && askedAt < nanos;
  }

  /** What is missing, for a fault's text. */
  String standing() {
    String next = "next is " + view.next();
    if (waits) return next + ", asked " + (System.nanoTime() - askedAt) / 1_000_000_000 + " s ago";
    return soon ? next + " soon" : next;
  }

  /** Whether all that is public is held. */
  public boolean settled() {
    return settled;
  }

  /** When it last changed, {@link System#nanoTime()}. */
  public long changedAt() {
    return changedAt;
  }

  /** What is held. */
  public ListView view() {
    return view;
  }
}
