package io.plenary.transport;

import io.plenary.identity.SignIn;
import io.plenary.protocol.CloseCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Organisers' connections by the session they came with, so that they end with it: at once when somebody signs out here, and within a
 * minute when the session ended by itself or on another node. Usable from any event loop.
 */
public final class Organisers {
  private static final long LOOK_MS = 60_000;
  private final SignIn signIn;
  private final Map<Session, Context> loops = new ConcurrentHashMap<>();

  public Organisers(SignIn signIn) {
    this.signIn = signIn;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(LOOK_MS, id -> look());
  }

  /** Call it on the connection's loop. The session is looked at again, because it may have ended since it was checked. */
  void add(Session session, Context loop) {
    loops.put(session, loop);
    check(session.cookie);
  }

  void remove(Session session) {
    loops.remove(session);
  }

  /** Somebody signed out. */
  void ended(String cookie) {
    loops.forEach((session, loop) -> {
      if (session.cookie.equals(cookie)) loop.runOnContext(v -> session.close(CloseCode.SIGNED_OUT));
    });
  }

  /** Looks which sessions have ended. Looking does not keep them alive. */
  public void look() {
    List.copyOf(loops.keySet()).stream().map(session -> session.cookie).distinct().forEach(this::check);
  }

  private void check(String cookie) {
    signIn.isSignedIn(cookie).onSuccess(still -> {
      if (!still) ended(cookie);
    });
  }
}
