package io.plenary.load.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Answer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Keeps one phone's list: asks for head and pages, follows the frames, and mends what is missing as the page does. On its event loop. */
final class Follower {
  private static final long REFS = 2_000_000;
  private static final int JITTER_MS = 250;
  private final QaPhone phone;
  private final ListView view = new ListView();
  private final String order;
  private long ref = REFS;
  private long askedAt;
  private boolean waits;
  private boolean soon;
  private volatile boolean settled;
  private volatile long changedAt;

  Follower(QaPhone phone, String order) {
    this.phone = phone;
    this.order = order;
  }

  /** The phone is back: whatever is held may be old. */
  void connected() {
    waits = false;
    ask(ListView.Next.HEAD);
  }

  void read(Answer.Kind kind, JsonNode message) {
    if (kind == Answer.Kind.QUESTIONS_MOVED) {
      if (!message.get("activity").asText().equals(phone.floor().activity)) return;
      view.moved(message);
    } else {
      if (!waits || message.get("ref").asLong() != ref) return;
      waits = false;
      if (kind == Answer.Kind.QUESTIONS_HEAD) view.head(message);
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
    phone.loop.schedule(() -> {
      soon = false;
      if (phone.live && !waits && view.next() != ListView.Next.NOTHING) ask(ListView.Next.HEAD);
    }, ThreadLocalRandom.current().nextInt(JITTER_MS), TimeUnit.MILLISECONDS);
  }

  private void ask(ListView.Next what) {
    settled = false;
    waits = true;
    askedAt = System.nanoTime();
    ObjectNode message = phone.floor().golden.client(what == ListView.Next.HEAD ? "watchQuestions" : "getQuestions");
    message.put("ref", ++ref).put("activity", phone.floor().activity).put("order", order);
    if (what == ListView.Next.HEAD) message.put("on", true);
    else message.putObject("after").put("up", view.last().get("up").asInt()).put("n", view.last().get("n").asInt());
    phone.line.send(message.toString());
  }

  /** Told to try again. */
  void again() {
    if (!waits) return;
    waits = false;
    ask(ListView.Next.HEAD);
  }

  boolean waitsSince(long nanos) {
    return waits && askedAt < nanos;
  }

  /** Whether all that is public is held. */
  boolean settled() {
    return settled;
  }

  /** When it last changed, {@link System#nanoTime()}. */
  long changedAt() {
    return changedAt;
  }

  ListView view() {
    return view;
  }
}
