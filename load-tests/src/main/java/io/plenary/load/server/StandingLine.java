package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.EventLoop;
import io.plenary.load.net.JsonLine;
import io.plenary.load.net.Loops;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A line of somebody who looks and comes back when it is lost, as pages do. Everything happens on
 * its event loop.
 */
public abstract class StandingLine implements AutoCloseable {
  private static final int COME_BACK_MOST_MS = 1_000;
  private static final long PING_EVERY_S = 20;
  private static final long HEARD_WITHIN_MS = 3_000;
  private static final long WELCOME_WITHIN_MS = 10_000;
  protected final EventLoop loop;
  private final Loops loops;
  private final int port;
  private final String headers;
  private final String hello;
  private final String ping;
  private JsonLine line;
  private long heardAt;
  private boolean closed;
  private int losses;

  /** Whether the first picture of this line has come. */
  private volatile boolean live;

  /**
   * @param headers of the upgrade, each ended by CR LF
   */
  protected StandingLine(Loops loops, int port, String headers, String hello, String ping) {
    this.loops = loops;
    this.port = port;
    this.headers = headers;
    this.hello = hello;
    this.ping = ping;
    loop = loops.next();
    loop.scheduleAtFixedRate(this::probe, PING_EVERY_S, PING_EVERY_S, TimeUnit.SECONDS);
  }

  /** The first message after welcome, which is a snapshot. */
  protected abstract void arrived();

  protected abstract void read(JsonNode message);

  /** Whatever waits for an answer gets none. */
  protected void lost() {}

  public void open() {
    loop.execute(this::connect);
  }

  private void connect() {
    if (closed) return;
    JsonLine[] mine = new JsonLine[1];
    JsonLine fresh =
        new JsonLine(
            "/ws",
            headers,
            hello,
            (message, at) -> {
              if (mine[0] == line) heard(message);
            });
    mine[0] = fresh;
    line = fresh;
    fresh.over().whenComplete((done, why) -> loop.execute(() -> gone(fresh)));
    fresh.open(loops, loop, port);
    loop.schedule(
        () -> {
          if (fresh == line && !live) drop();
        },
        WELCOME_WITHIN_MS,
        TimeUnit.MILLISECONDS);
  }

  private void heard(JsonNode message) {
    heardAt = System.nanoTime();
    read(message);
    if (live || !message.get("type").asText().endsWith("Snapshot")) return;
    live = true;
    arrived();
  }

  private void gone(JsonLine which) {
    if (which != line) return;
    line = null;
    live = false;
    losses++;
    lost();
    if (!closed) {
      loop.schedule(
          this::connect,
          1 + ThreadLocalRandom.current().nextInt(COME_BACK_MOST_MS),
          TimeUnit.MILLISECONDS);
    }
  }

  /** Takes the line for dead. */
  protected void drop() {
    JsonLine old = line;
    if (old == null) return;
    gone(old);
    old.close();
  }

  /** Asks whether the line is alive, and drops it when nothing comes. */
  public void probe() {
    if (!live) return;
    long asked = System.nanoTime();
    send(ping);
    loop.schedule(
        () -> {
          if (live && heardAt < asked) drop();
        },
        HEARD_WITHIN_MS,
        TimeUnit.MILLISECONDS);
  }

  protected void send(String message) {
    line.send(message);
  }

  public boolean live() {
    return live;
  }

  /** How often the line was lost. */
  public int losses() {
    return losses;
  }

  public EventLoop loop() {
    return loop;
  }

  @Override
  public void close() {
    loop.submit(
            () -> {
              closed = true;
              drop();
            })
        .awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
