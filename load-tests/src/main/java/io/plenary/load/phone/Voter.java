package io.plenary.load.phone;

import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;
import java.net.SocketAddress;

/**
 * One phone of the swarm, whoever it talks to. Kept small: there are ten thousand. Lives on one
 * event loop; what scenarios read is volatile or read when all is quiet.
 */
public abstract class Voter implements WsLine.End {
  public final int number;
  protected final Crowd crowd;
  protected final EventLoop loop;
  protected Line line;
  final Sayer votes = new Votes();
  private long frames;
  private long bytes;
  private int failures;
  private long lostAt;
  private long joiningSince;

  /** Holds one of the crowd's places for those who connect. Of the event loop. */
  boolean windowed;

  /** Told to come back no sooner, by the goodbye of its connection. Of the event loop. */
  long afterMs;

  volatile boolean live;
  volatile boolean dismissed;

  /** How often it lost its connection; decides which of several servers it tries. */
  volatile int turns;

  protected Voter(int number, Crowd crowd, EventLoop loop) {
    this.number = number;
    this.crowd = crowd;
    this.loop = loop;
  }

  /** Writes the vote {@code seq}; again when it was not answered. */
  protected abstract void write(long seq);

  protected abstract void beat();

  /** Connects; the crowd hears of {@link Crowd#live} when the first picture is on the screen. */
  public final void join() {
    joiningSince = System.nanoTime();
    connect();
  }

  protected void connect() {
    line = crowd.loops().connect(loop, door(), number, this);
  }

  /** Port of the server that it is at, or tries next. */
  public int door() {
    return crowd.doors.of(number, turns);
  }

  /** Whether it began to join before then and has no picture yet. Of the event loop. */
  boolean joinsSince(long nanos) {
    return !live && line != null && joiningSince < nanos;
  }

  /**
   * A new vote. It replaces one that waits. @param intendedAt when the person meant to press,
   * {@link System#nanoTime()}
   */
  public void vote(long intendedAt) {
    votes.begin(intendedAt);
    send();
  }

  /** What waits for its answer, once more. */
  void send() {
    if (live && !doubted()) votes.send();
  }

  /** Whether it cannot rely on its connection, and says so. */
  boolean doubted() {
    return false;
  }

  /**
   * Looks whether its connection can be relied on; false when it does not know how. On its event
   * loop.
   */
  boolean look(long now) {
    return false;
  }

  /** Goes on over another line; what waits is sent again. */
  void replace(Line fresh) {
    Line old = line;
    frames += old.frames();
    bytes += old.bytes();
    line = fresh;
    old.close();
    crowd.replacements.increment();
    send();
  }

  /** Connected, and can rely on it. */
  public boolean steady() {
    return live && !doubted();
  }

  /**
   * The address that its connection in use comes from; null while there is none. Of the event loop.
   */
  public SocketAddress from() {
    return line == null ? null : line.from();
  }

  /** Whether something was sent before then and waits for its answer. */
  boolean waitsSince(long nanos) {
    return votes.waitsSince(nanos);
  }

  protected void arrived() {
    live = true;
    failures = 0;
    crowd.live(this, lostAt == 0 ? 0 : System.nanoTime() - lostAt);
    lostAt = 0;
    send();
  }

  /** The server said that vote {@code n} is stored. */
  protected void answered(long n) {
    if (n > votes.acked) {
      long latency = votes.since(n);
      votes.acked = n;
      crowd.acked(this, n, latency);
    } else {
      crowd.repeated();
    }
  }

  /** Told to send it again after a while. */
  protected void notNow(long ms) {
    loop.schedule(this::send, Math.max(1, ms), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  @Override
  public void lost(Line l, int code) {
    if (l != line) return;
    frames += l.frames();
    bytes += l.bytes();
    line = null;
    turns = turns + 1;
    boolean was = live;
    live = false;
    if (lostAt == 0 && was) lostAt = System.nanoTime();
    if (was && !doubted()) crowd.withdrawn(this, l);
    long told = afterMs;
    afterMs = 0;
    crowd.lost(this, was, code, failures, told);
    if (!crowd.pauses.elsewhere(code)) failures++;
  }

  /** Hangs up, as a phone that hears nothing any more does. */
  void hangUp() {
    Line old = line;
    if (old == null) return;
    lost(old, Crowd.HUNG_UP);
    old.close();
  }

  /** On its event loop. */
  public void run(Runnable what) {
    loop.execute(what);
  }

  /** On its event loop, after a while. */
  public void later(long nanos, java.util.function.Consumer<Voter> what) {
    loop.schedule(() -> what.accept(this), nanos, java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  /** When the first vote of this poll was meant to be cast. */
  public long firstIntended() {
    return votes.intended(1);
  }

  /** Forgets its votes: another poll begins. Only while nothing is under way. */
  void fresh() {
    votes.fresh();
  }

  /** When it last wrote a vote, {@link System#nanoTime()}. */
  public long lastSent() {
    return votes.lastSent;
  }

  public long acked() {
    return votes.acked;
  }

  public long seq() {
    return votes.seq;
  }

  public boolean live() {
    return live;
  }

  long frames() {
    Line l = line;
    return frames + (l == null ? 0 : l.frames());
  }

  long bytes() {
    Line l = line;
    return bytes + (l == null ? 0 : l.bytes());
  }

  /** One vote at a time: a newer one replaces what waits. */
  private final class Votes extends Sayer {
    @Override
    protected void write(long n) {
      Voter.this.write(n);
    }

    @Override
    protected void writeWaiting() {
      write(seq);
    }
  }
}
