package io.plenary;

import io.plenary.hub.NodeMessages;
import io.plenary.limit.Spending;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes what was spent of shared limits from node to node: at once after a pause, else twenty times
 * a second at most, however many try.
 */
final class SpendingExchange {
  private static final long PAUSE_MS = 50;
  private static final String SPENT = "spent";

  private final Vertx vertx;
  private final Context owner;
  private final NodeMessages nodes;
  private final Spending spending;
  private final AtomicBoolean due = new AtomicBoolean();

  /** When it was told last, in nanoseconds; belongs to the owner's context. */
  private long toldAt;

  SpendingExchange(Vertx vertx, Context owner, NodeMessages nodes, Spending spending) {
    this.vertx = vertx;
    this.owner = owner;
    this.nodes = nodes;
    this.spending = spending;
    this.toldAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PAUSE_MS);
  }

  void start() {
    nodes.listenAll(this::heard);
    spending.listen(
        () -> {
          if (due.compareAndSet(false, true)) owner.runOnContext(v -> soon());
        });
  }

  private void soon() {
    long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
    if (passed >= PAUSE_MS) tell();
    else vertx.setTimer(PAUSE_MS - passed, id -> tell());
  }

  private void tell() {
    due.set(false); // before: what is taken from now on is told after the next pause
    toldAt = System.nanoTime();
    String spent = spending.drain();
    if (!spent.isEmpty()) nodes.sendAll(SPENT + " " + nodes.self() + "\n" + spent);
  }

  private void heard(String text) {
    int end = text.indexOf('\n');
    String[] head = text.substring(0, Math.max(0, end)).split(" ");
    boolean others = head.length == 2 && head[0].equals(SPENT) && !head[1].equals(nodes.self());
    if (others) spending.heard(text.substring(end + 1));
  }
}
