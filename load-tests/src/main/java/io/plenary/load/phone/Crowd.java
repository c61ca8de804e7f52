package io.plenary.load.phone;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.plenary.load.net.Browser;
import io.plenary.load.net.Line;
import io.plenary.load.net.Loops;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * All phones of one hall. Connecting is windowed: a system's accept queue is finite, and a SYN that
 * was dropped costs a second.
 */
public final class Crowd implements AutoCloseable {
  /** Makes a phone of the kind that the server under test understands. */
  public interface Maker {
    Voter make(int number, Crowd crowd, EventLoop loop);
  }

  /** We closed it ourselves. */
  static final int HUNG_UP = -1;

  /** Below the 512 that Bun lets wait to be accepted: a peer must not lose a second to us. */
  private static final int WINDOW = 500;

  private static final long BEAT_S = 25;

  /** Whoever is not let in at first tries again, as people do. */
  private static final int TRIES = 10;

  /**
   * As the page does (web/src/protocol/transports.ts): nobody says that a line went silent while it
   * was made.
   */
  private static final long WELCOME_WITHIN_MS = 4_000;

  private final Loops loops;
  final Doors doors;
  private final List<Voter> voters;
  private final Queue<Voter> waiting = new ArrayDeque<>();
  private final AtomicInteger here = new AtomicInteger();
  private final LongAdder acks = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder drops = new LongAdder();
  private final ConcurrentHashMap<String, LongAdder> odd = new ConcurrentHashMap<>();

  /** Second connections that were opened beside one that was doubted. */
  final LongAdder besides = new LongAdder();

  /** How many of those took the place of the first. */
  final LongAdder replacements = new LongAdder();

  private int connecting;
  private volatile boolean comingBack;
  volatile Pauses pauses = Pauses.SOON;
  private volatile Hooks hooks = Hooks.NONE;
  private volatile boolean closed;
  private volatile boolean browsers;
  private ScheduledFuture<?> beating;
  private ScheduledFuture<?> looking;

  public Crowd(Loops loops, int port, int phones, Maker maker) {
    this(loops, Doors.at(port), 0, phones, maker);
  }

  /**
   * @param first number of the first phone
   */
  public Crowd(Loops loops, int port, int first, int phones, Maker maker) {
    this(loops, Doors.at(port), first, phones, maker);
  }

  /** In front of servers that are alike. */
  public Crowd(Loops loops, Doors doors, int first, int phones, Maker maker) {
    this.loops = loops;
    this.doors = doors;
    this.voters = new ArrayList<>(phones);
    for (int i = 0; i < phones; i++) voters.add(maker.make(first + i, this, loops.next()));
    beating = loops.group().scheduleAtFixedRate(this::beats, 1, 1, TimeUnit.SECONDS);
  }

  /** From now on they send the headers that browsers behind a proxy do. */
  public Crowd asBrowsers() {
    browsers = true;
    return this;
  }

  /** Header lines for the WebSocket of a phone, each ended by CR LF. */
  String headers(Voter voter) {
    return browsers ? Browser.upgrade(port(), voter.number) : "";
  }

  /** Header lines for a POST of a phone, each ended by CR LF. */
  String postHeaders(Voter voter) {
    return browsers ? Browser.post(port(), voter.number) : "";
  }

  public List<Voter> voters() {
    return voters;
  }

  public Loops loops() {
    return loops;
  }

  public int port() {
    return doors.first();
  }

  public void hooks(Hooks wanted) {
    hooks = wanted;
  }

  /**
   * From now on a phone that loses its connection comes back by itself, with full jitter; and
   * resends what was not answered.
   */
  public void comeBack(long answerWithinMs) {
    comingBack = true;
    looking =
        loops
            .group()
            .scheduleAtFixedRate(
                () -> look(answerWithinMs), answerWithinMs, 100, TimeUnit.MILLISECONDS);
  }

  /** The same, with the pauses that pages make, and not before they were told to. */
  public void comeBackAsPages(long answerWithinMs) {
    pauses = Pauses.OF_PAGES;
    comeBack(answerWithinMs);
  }

  /** All join, as fast as they are let in. */
  public void joinAll() {
    joinSome(voters);
  }

  public void joinSome(List<Voter> some) {
    List<Voter> now = new ArrayList<>();
    synchronized (waiting) {
      waiting.addAll(some);
      while (connecting < WINDOW && !waiting.isEmpty()) {
        connecting++;
        now.add(waiting.poll());
      }
    }
    now.forEach(this::join);
  }

  private void join(Voter voter) {
    voter.loop.execute(
        () -> {
          if (closed) return;
          voter.windowed = true;
          voter.join();
        });
  }

  /** Whether it worked or not: the next one may try. */
  private void settled(Voter voter) {
    if (!voter.windowed) return;
    voter.windowed = false;
    Voter next;
    synchronized (waiting) {
      next = waiting.poll();
      if (next == null) connecting--;
    }
    if (next != null) join(next);
  }

  void live(Voter voter, long away) {
    here.incrementAndGet();
    settled(voter);
    hooks.live(voter, away);
  }

  void acked(Voter voter, long seq, long latency) {
    acks.increment();
    hooks.acked(voter, seq, latency);
  }

  /** A new picture on the screen of a phone that is here already. */
  void picture(Voter voter) {
    hooks.picture(voter);
  }

  void withdrawn(Voter voter, Line line) {
    hooks.withdrawn(voter, line);
  }

  void repeated() {
    repeated.increment();
  }

  /**
   * @param what was unexpected, such as the code of an error
   */
  public void odd(String what) {
    odd.computeIfAbsent(what, k -> new LongAdder()).increment();
  }

  void notNow(Voter voter) {
    hooks.notNow(voter);
  }

  /**
   * @param failures attempts that failed in a row before
   * @param afterMs that the server said goodbye with
   */
  void lost(Voter voter, boolean was, int code, int failures, long afterMs) {
    if (was) here.decrementAndGet();
    settled(voter);
    if (closed || !comingBack && code == HUNG_UP) return;
    drops.increment();
    if (!comingBack || pauses == Pauses.OF_PAGES) odd("connection lost " + code);
    if (!comingBack) {
      if (!was && failures < TRIES) {
        long pause = Pauses.BEFORE_LET_IN.ms(code, failures, afterMs);
        voter.loop.schedule(() -> join(voter), pause, TimeUnit.MILLISECONDS);
      }
    } else if (!voter.dismissed) {
      long pause = pauses.ms(code, failures, afterMs);
      voter.loop.schedule(voter::join, pause, TimeUnit.MILLISECONDS);
    }
  }

  private void beats() {
    long second = System.nanoTime() / 1_000_000_000L;
    for (Voter v : voters) {
      if (v.live && v.number % BEAT_S == second % BEAT_S) {
        v.loop.execute(
            () -> {
              if (v.live) v.beat();
            });
      }
    }
  }

  /**
   * A phone doubts its line as a page does; elsewhere one whose vote or picture waits too long
   * takes it for dead.
   */
  private void look(long withinMs) {
    long before = System.nanoTime() - withinMs * 1_000_000;
    long joinedBefore = System.nanoTime() - WELCOME_WITHIN_MS * 1_000_000;
    for (Voter v : voters) {
      v.loop.execute(
          () -> {
            boolean stuck = v.live && !v.look(System.nanoTime()) && v.waitsSince(before);
            if (stuck || v.joinsSince(joinedBefore)) v.hangUp();
          });
    }
  }

  /** These hang up and join again at once. */
  public void bounce(List<Voter> some) {
    for (Voter v : some) {
      v.loop.execute(
          () -> {
            if (!v.live) return;
            v.hangUp();
            v.join();
          });
    }
  }

  /** The same phones, with what they know, after {@link #close}: to be joined once more. */
  public Crowd again() {
    closed = false;
    if (beating.isCancelled()) {
      beating = loops.group().scheduleAtFixedRate(this::beats, 1, 1, TimeUnit.SECONDS);
    }
    return this;
  }

  /** Whether it became true for every phone in time. */
  public boolean await(Predicate<Voter> what, long ms) throws InterruptedException {
    long until = System.nanoTime() + ms * 1_000_000;
    while (!voters.stream().allMatch(what)) {
      if (System.nanoTime() > until) return false;
      Thread.sleep(voters.size() > 2_000 ? 5 : 2);
    }
    return true;
  }

  /** Another poll begins: every phone forgets its votes. Only while nothing is under way. */
  public void fresh() {
    voters.forEach(Voter::fresh);
  }

  public int here() {
    return here.get();
  }

  public long acks() {
    return acks.sum();
  }

  public long repeats() {
    return repeated.sum();
  }

  public long besides() {
    return besides.sum();
  }

  public long replacements() {
    return replacements.sum();
  }

  public long drops() {
    return drops.sum();
  }

  public long frames() {
    return voters.stream().mapToLong(Voter::frames).sum();
  }

  public long bytes() {
    return voters.stream().mapToLong(Voter::bytes).sum();
  }

  /** What should not happen, and how often it did. */
  public java.util.Map<String, Long> oddities() {
    java.util.Map<String, Long> counts = new java.util.TreeMap<>();
    odd.forEach((k, n) -> counts.put(k, n.sum()));
    return counts;
  }

  @Override
  public void close() {
    closed = true;
    comingBack = false;
    beating.cancel(false);
    if (looking != null) looking.cancel(false);
    for (Voter v : voters) v.loop.execute(v::hangUp);
    long until = System.nanoTime() + 5_000_000_000L;
    while (here.get() > 0 && System.nanoTime() < until) LockSupport.parkNanos(5_000_000);
  }
}
