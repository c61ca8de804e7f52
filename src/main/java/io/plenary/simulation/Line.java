package io.plenary.simulation;

import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.Goodbye;
import io.plenary.protocol.ServerMessage.Welcome;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that comes back by itself: hello, heartbeat, reconnect, goodbye. Lives on one
 * event loop.
 */
public final class Line {
  /** What stands at the end of a line. */
  interface End {
    /** Welcomed: sending works. */
    void online();

    void received(ServerMessage message);

    void offline(int code);

    /** A connection stands; the server does not know yet whose it is. */
    default void opened() {}

    /** One that stood is gone, whoever ended it; also after this line was stopped. */
    default void closed() {}

    /** Frames that nobody looks at need not be read. */
    boolean wants(String frame);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final long WELCOME_WITHIN_MS = 10_000;
  private static final int LOST = 1006;

  private final Vertx vertx;
  private final Venue venue;
  private final Hello hello;
  private final @Nullable String cookie;
  private final End end;
  private final Pauses pauses;
  private @Nullable WebSocket socket;
  private boolean live;
  private boolean wanted;
  private boolean silent;
  private long attempt;
  private long timer = -1;
  private long refs;

  Line(
      Vertx vertx,
      Venue venue,
      Hello hello,
      @Nullable String cookie,
      End end,
      RandomGenerator random) {
    this.vertx = vertx;
    this.venue = venue;
    this.hello = hello;
    this.cookie = cookie;
    this.end = end;
    this.pauses = new Pauses(random, 100, 3_000);
  }

  void start() {
    wanted = true;
    long mine = ++attempt;
    after(WELCOME_WITHIN_MS, () -> lost(mine, LOST, 0));
    venue
        .connect(cookie)
        .onFailure(e -> lost(mine, LOST, 0))
        .onSuccess(
            opened -> {
              if (mine != attempt) {
                opened.close();
                return;
              }
              socket = opened;
              end.opened();
              opened.closeHandler(
                  v -> {
                    end.closed();
                    lost(
                        mine,
                        opened.closeStatusCode() == null ? LOST : opened.closeStatusCode(),
                        0);
                  });
              opened.exceptionHandler(e -> opened.close());
              opened.textMessageHandler(
                  text -> {
                    if (mine == attempt) read(mine, text);
                  });
              write(hello);
            });
  }

  void stop() {
    wanted = false;
    attempt++;
    hangUp();
  }

  /** Cuts the connection as a dead spot does, and comes back after the pause. */
  void cut(long pauseMs) {
    if (socket != null) lost(attempt, LOST, pauseMs);
  }

  /** False when there is no live connection: nothing was sent. */
  boolean send(ClientMessage message) {
    if (live) write(message);
    return live;
  }

  boolean live() {
    return live;
  }

  /** A number no other message of this line had. */
  long nextRef() {
    return ++refs;
  }

  private void write(ClientMessage message) {
    if (socket != null) {
      socket.writeTextMessage(new String(Codec.encode(message), StandardCharsets.UTF_8));
    }
  }

  private void read(long mine, String text) {
    silent = false;
    if (live && !end.wants(text)) return;
    ServerMessage message;
    try {
      message = venue.codec().decodeServer(text.getBytes(StandardCharsets.UTF_8));
    } catch (BadMessage e) {
      LOG.warn("A frame could not be read: {}", e.getMessage());
      return;
    }
    if (message instanceof Welcome welcome) welcomed(welcome);
    if (message instanceof Goodbye goodbye) farewell(mine, goodbye);
    else end.received(message);
  }

  private void welcomed(Welcome welcome) {
    live = true;
    pauses.reset();
    beat(welcome.heartbeatMs());
    end.online();
  }

  private void farewell(long mine, Goodbye goodbye) {
    if (!goodbye.reconnect()) {
      LOG.warn("Told to go and not to come back: {} {}", goodbye.code(), goodbye.message());
      wanted = false;
    }
    lost(mine, goodbye.code(), goodbye.afterMs());
  }

  private void beat(long everyMs) {
    long mine = attempt;
    after(
        everyMs,
        () -> {
          if (silent) {
            lost(mine, LOST, 0);
            return;
          }
          silent = true;
          write(new ClientMessage.Ping());
          beat(everyMs);
        });
  }

  private void lost(long mine, int code, long afterMs) {
    if (mine != attempt) return;
    attempt++;
    hangUp();
    if (wanted) after(pauses.next(afterMs), this::start);
    end.offline(code);
  }

  private void hangUp() {
    live = false;
    silent = false;
    vertx.cancelTimer(timer);
    WebSocket old = socket;
    socket = null;
    if (old != null) old.close();
  }

  private void after(long ms, Runnable then) {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(Math.max(1, ms), id -> then.run());
  }
}
