package io.plenary.hub;

import io.plenary.metrics.Traffic;
import io.plenary.protocol.CloseCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Takes one frame to every connection that follows a topic, whichever event loop it lives on.
 * Connections register on their own loop; a frame crosses to each loop once.
 */
public final class Hub {
  private static final long SWEEP_MS = 1_000;
  private final List<HubLoop> loops = new CopyOnWriteArrayList<>();
  private final Traffic traffic;
  private final Followed followed = new Followed();

  public Hub() {
    this(new Traffic());
  }

  /**
   * @param traffic what the hub sends is counted there
   */
  public Hub(Traffic traffic) {
    this.traffic = traffic;
  }

  /** Gives the calling event loop its place in the hub; call once per loop, on it. */
  public Seat join(Vertx vertx) {
    HubLoop loop = new HubLoop(vertx.getOrCreateContext(), traffic, followed);
    loops.add(loop);
    vertx.setPeriodic(SWEEP_MS, id -> loop.sweep());
    return new Seat(loop);
  }

  /**
   * Whether anybody on this node follows a topic. Who did so before asking something of another
   * thread is counted there.
   */
  public boolean followed(Topic topic) {
    return followed.any(topic);
  }

  /** Ids of the events somebody is connected to on this node. */
  public Set<String> events() {
    return followed.events();
  }

  public void broadcast(Topic topic, Frame frame) {
    for (HubLoop loop : loops) loop.context.runOnContext(v -> loop.deliver(topic, frame));
  }

  /**
   * Offers a frame to every connection whose main topic matches: to each once, whatever else it
   * follows.
   */
  public void broadcast(Predicate<Topic> which, Frame frame) {
    for (HubLoop loop : loops) {
      loop.context.runOnContext(v -> loop.each(which, o -> o.offer(frame)));
    }
  }

  /** Closes every connection whose main topic matches. */
  public void close(Predicate<Topic> which, CloseCode code) {
    for (HubLoop loop : loops) loop.context.runOnContext(v -> loop.each(which, o -> o.close(code)));
  }

  /** One event loop's place in the hub; use it on that loop only. */
  public static final class Seat {
    private final HubLoop loop;

    private Seat(HubLoop loop) {
      this.loop = loop;
    }

    /** For a connection of this loop. */
    public Outbox outbox(Sink sink) {
      return new Outbox(sink, System::nanoTime, loop.traffic, loop.behind);
    }

    public void follow(Topic topic, Outbox outbox) {
      loop.follow(topic, outbox);
    }

    public void leave(Topic topic, Outbox outbox) {
      loop.leave(topic, outbox);
    }

    public int size() {
      return loop.size();
    }

    public Context context() {
      return loop.context;
    }
  }
}
