package io.plenary.hub;

import io.plenary.metrics.Traffic;
import io.plenary.protocol.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has still to be sent. While the peer keeps up, frames go straight through;
 * when it does not, only the newest of each slot is kept, and a peer that stays stuck is closed.
 * Memory per reader is bounded, and no reader waits for another. Used on the connection's own event
 * loop only.
 */
public final class Outbox {
  /** Replies come only after requests, so this many unread ones mean that nobody reads. */
  static final int MAX_REPLIES = 256;

  /** Pages of questions are large, so a few of them are as many. */
  static final int MAX_REPLY_BYTES = 1 << 20;

  static final long MAX_STUCK_NANOS = 15_000_000_000L;

  /** Only while the peer does not keep up. */
  private static final class Backlog {
    final Deque<Frame> replies = new ArrayDeque<>();
    final List<Frame> newest = new ArrayList<>();
    int replyBytes;
    long stuckSince;

    Backlog(long now) {
      stuckSince = now;
    }

    boolean isEmpty() {
      return replies.isEmpty() && newest.isEmpty();
    }
  }

  private final Sink sink;
  private final LongSupplier nanos;
  private final Traffic traffic;

  /** Of this loop, those that have something to send: only they need to be looked at. */
  private final Set<Outbox> behind;

  private @Nullable Backlog backlog;
  private boolean closed;

  public Outbox(Sink sink, LongSupplier nanos) {
    this(sink, nanos, new Traffic(), new HashSet<>());
  }

  Outbox(Sink sink, LongSupplier nanos, Traffic traffic, Set<Outbox> behind) {
    this.traffic = traffic;
    this.sink = sink;
    this.nanos = nanos;
    this.behind = behind;
  }

  public void offer(Frame frame) {
    if (closed) return;
    if (backlog == null && !sink.full()) write(frame);
    else keep(frame);
  }

  private void keep(Frame frame) {
    if (backlog == null) {
      backlog = new Backlog(nanos.getAsLong());
      behind.add(this);
    }
    Backlog mine = backlog;
    if (frame.slot() != null) {
      // A replacement goes to the end: it is newer than what waits.
      mine.newest.removeIf(frame::replaces);
      mine.newest.add(frame);
    } else if (mine.replies.size() >= MAX_REPLIES
        || (!mine.replies.isEmpty() && mine.replyBytes + frame.utf8().length > MAX_REPLY_BYTES)) {
      close(CloseCode.TOO_SLOW);
    } else {
      mine.replies.add(frame);
      mine.replyBytes += frame.utf8().length;
    }
  }

  /** The peer took what was written: send what waits, as far as it goes. */
  public void drained() {
    Backlog mine = backlog;
    if (mine == null) return;
    while (!closed && !mine.replies.isEmpty() && !sink.full()) {
      mine.replyBytes -= mine.replies.peek().utf8().length;
      write(mine.replies.poll());
    }
    while (!closed && !mine.newest.isEmpty() && !sink.full()) write(mine.newest.remove(0));
    mine.stuckSince = nanos.getAsLong();
    if (mine.isEmpty()) forget();
  }

  /** Closes a reader that took nothing for too long. Called now and then while it is behind. */
  public void sweep() {
    Backlog mine = backlog;
    if (closed || mine == null) return;
    if (!sink.full()) drained();
    else if (nanos.getAsLong() - mine.stuckSince > MAX_STUCK_NANOS) close(CloseCode.TOO_SLOW);
  }

  public void close(CloseCode code) {
    if (closed) return;
    closed = true;
    if (code == CloseCode.TOO_SLOW) traffic.droppedReader();
    forget();
    sink.close(code);
  }

  /** The connection is gone: keep nothing for it. */
  public void gone() {
    closed = true;
    forget();
  }

  private void forget() {
    if (backlog == null) return;
    backlog = null;
    behind.remove(this);
  }

  public boolean closed() {
    return closed;
  }

  private void write(Frame frame) {
    traffic.sent(frame.utf8().length);
    sink.write(frame);
  }
}
