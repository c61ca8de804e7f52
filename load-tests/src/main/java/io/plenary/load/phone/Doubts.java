package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;
import io.plenary.load.wire.Answer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Whether a phone's connection can be relied on, and the second one beside it while it cannot. The
 * rules are the page's: PROTOCOL.md, "When a connection dies without a word". Lives on the phone's
 * event loop.
 */
final class Doubts {
  private static final long MS = 1_000_000;
  private static final long ASK_AFTER = 1_000 * MS;
  private static final long ANSWER_WITHIN = 2_500 * MS;
  private static final long PROVE_EVERY = 2_200 * MS;
  private static final long PROVE_JITTER = 800 * MS;
  private static final long LAST_WORD_MS = 1_000;
  private static final long WELCOME_WITHIN_MS = 4_000;
  private static final long LONGEST_PAUSE_MS = 15_000;
  private static final byte[] BEAT_MS = "\"beatMs\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT_MS = "\"nextMs\":".getBytes(StandardCharsets.US_ASCII);

  private final PlenaryPhone phone;
  private long heardAt;
  private long beatMs;
  private long proveAt;

  /** When the oldest message that was not answered was sent; 0 when all were. */
  private long askedAt;

  private boolean pinged;
  private Beside second;
  private int failures;
  volatile boolean doubted;

  Doubts(PlenaryPhone phone) {
    this.phone = phone;
  }

  /** Something that will be answered went out. */
  void sent() {
    if (askedAt == 0) askedAt = System.nanoTime();
  }

  /** A message on the line in use. */
  void heard(Answer.Kind kind, ByteBuf buf, int at, int length) {
    long now = heardAt = System.nanoTime();
    switch (kind) {
      case WELCOME -> begin(Answer.number(buf, at, length, BEAT_MS));
      case BEAT -> beatMs = Answer.number(buf, at, length, NEXT_MS);
      case PONG, VOTE_COUNTED, VOTE_REFUSED, ERROR -> {
        askedAt = 0;
        pinged = false;
        proveAt = now + PROVE_EVERY + ThreadLocalRandom.current().nextLong(PROVE_JITTER);
        if (doubted) trusted();
      }
      default -> {}
    }
  }

  private void begin(long beats) {
    heardAt = System.nanoTime();
    beatMs = Math.max(0, beats);
    proveAt = heardAt + PROVE_EVERY + ThreadLocalRandom.current().nextLong(PROVE_JITTER);
    askedAt = 0;
    pinged = false;
    doubted = false;
  }

  private void trusted() {
    doubted = false;
    failures = 0;
    drop();
    phone.send();
  }

  /** The line in use is gone, whatever was thought of it. */
  void over() {
    doubted = false;
    drop();
  }

  private void drop() {
    Beside old = second;
    second = null;
    if (old != null) old.line.close();
  }

  /** Now and then, while the phone is connected. */
  void look(long now) {
    if (doubted || heardAt == 0) return;
    boolean unanswered = askedAt != 0 && now - askedAt > ANSWER_WITHIN;
    boolean unheard = beatMs > 0 && now - heardAt > beatMs * MS * 5 / 2;
    boolean slow = askedAt != 0 && now - askedAt > ASK_AFTER;
    boolean prove = beatMs > 0 && askedAt == 0 && now > proveAt;
    if ((unanswered || unheard || slow || prove) && !pinged) {
      pinged = true;
      phone.beat();
    }
    if (!unanswered && !unheard) return;
    if (!(phone.line instanceof WsLine)) {
      phone.hangUp(); // a page opens a second stream beside it; here that would say nothing more
      return;
    }
    doubted = true;
    phone.crowd.withdrawn(phone, phone.line);
    later(250 + ThreadLocalRandom.current().nextLong(2_000), this::beside);
  }

  private void later(long ms, Runnable what) {
    phone.loop.schedule(what, ms, TimeUnit.MILLISECONDS);
  }

  private void beside() {
    if (!doubted || second != null) return;
    phone.crowd.besides.increment();
    Beside mine = second = new Beside();
    int door = phone.crowd.doors.of(phone.number, mine.turns);
    mine.line = phone.crowd.loops().connect(phone.loop, door, phone.number, mine);
    later(
        Math.min(10_000, WELCOME_WITHIN_MS << Math.min(failures, 4)),
        () -> {
          if (second == mine && mine.beats < 0) failed();
        });
  }

  private void failed() {
    drop();
    later(
        1
            + ThreadLocalRandom.current()
                .nextLong(Math.min(LONGEST_PAUSE_MS, 1_000L << Math.min(failures++, 5))),
        this::beside);
  }

  private void swap() {
    WsLine fresh = second.line;
    long beats = second.beats;
    phone.turns = second.turns;
    second = null;
    failures = 0;
    begin(beats);
    phone.replace(fresh);
  }

  /**
   * A connection that was opened beside another; it may become the one in use, and be doubted in
   * its turn.
   */
  private final class Beside implements WsLine.End {
    /** It is with another server, where there are several. */
    final int turns = phone.turns + 1 + failures;

    WsLine line;

    /** -1 until it was welcomed. */
    long beats = -1;

    @Override
    public void connected(WsLine l) {
      if (second == this) phone.upgrade(l);
    }

    @Override
    public void response(WsLine l, int status, String body) {
      if (second == this) failed();
    }

    @Override
    public void opened(Line l) {
      if (second == this) phone.opened(l);
    }

    @Override
    public void text(ByteBuf buf, int at, int length) {
      if (phone.line == line) phone.text(buf, at, length);
      else if (second == this && beats < 0 && Answer.kind(buf, at, length) == Answer.Kind.WELCOME) {
        welcomed(Answer.number(buf, at, length, BEAT_MS));
      }
    }

    private void welcomed(long beatsOf) {
      beats = Math.max(0, beatsOf);
      later(
          LAST_WORD_MS,
          () -> {
            if (second == this && doubted) swap();
          });
    }

    @Override
    public void lost(Line l, int code) {
      if (second == this) failed();
      else phone.lost(l, code);
    }
  }
}
