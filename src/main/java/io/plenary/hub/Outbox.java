package io.plenary.hub;

import io.plenary.metrics.Traffic;
import io.plenary.protocol.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

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

  private final Sink sink;
  private final LongSupplier nanos;
  private final Traffic traffic;
  private final Deque<Frame> replies = new ArrayDeque<>(0);
  private final List<Frame> newest = new ArrayList<>(0);
  private int replyBytes;
  private long stuckSince;
  private boolean closed;

  public Outbox(Sink sink, LongSupplier nanos) {
    this(sink, nanos, new Traffic());
  }

  public Outbox(Sink sink, LongSupplier nanos, Traffic traffic) {
    this.traffic = traffic;
    this.sink = sink;
    this.nanos = nanos;
  }

  public void offer(Frame frame) {
    if (closed) return;
    if (idle() && !sink.full()) {
      write(frame);
      return;
    }
    if (idle()) stuckSince = nanos.getAsLong();
    if (frame.slot() == null) {
      if (replies.size() >= MAX_REPLIES
          || (!replies.isEmpty() && replyBytes + frame.utf8().length > MAX_REPLY_BYTES)) {
        close(CloseCode.TOO_SLOW);
      } else {
        replies.add(frame);
        replyBytes += frame.utf8().length;
      }
      return;
    }
    newest.removeIf(frame::replaces); // a replacement goes to the end: it is newer than what waits
    newest.add(frame);
  }

  /** The peer took what was written: send what waits, as far as it goes. */
  public void drained() {
    while (!closed && !replies.isEmpty() && !sink.full()) {
      replyBytes -= replies.peek().utf8().length;
      write(replies.poll());
    }
    while (!closed && !newest.isEmpty() && !sink.full()) write(newest.remove(0));
    stuckSince = nanos.getAsLong();
  }

  /** Closes a reader that took nothing for too long. Called now and then. */
  public void sweep() {
    if (closed || idle()) return;
    if (!sink.full()) drained();
    else if (nanos.getAsLong() - stuckSince > MAX_STUCK_NANOS) close(CloseCode.TOO_SLOW);
  }

  public void close(CloseCode code) {
    if (closed) return;
    closed = true;
    if (code == CloseCode.TOO_SLOW) traffic.droppedReader();
    replies.clear();
    newest.clear();
    sink.close(code);
  }

  /** The connection is gone: keep nothing for it. */
  public void gone() {
    closed = true;
    replies.clear();
    newest.clear();
  }

  public boolean closed() {
    return closed;
  }

  private void write(Frame frame) {
    traffic.sent(frame.utf8().length);
    sink.write(frame);
  }

  private boolean idle() {
    return replies.isEmpty() && newest.isEmpty();
  }
}
