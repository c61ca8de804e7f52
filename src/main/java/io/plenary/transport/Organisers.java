package io.plenary.transport;

import io.plenary.identity.Grant;
import io.plenary.identity.SignIn;
import io.plenary.identity.Staff;
import io.plenary.protocol.CloseCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Connections of the people who run events, by the session they came with and what they may do
 * there. They end with either: at once when somebody signs out or is taken off, here or on another
 * node, of which this one is told; within a second when that was not heard, because it is also
 * looked whether any session was ended or the server handed over; and within a minute when a
 * session ended by itself. Usable from any event loop.
 */
public final class Organisers {
  private static final long LOOK_MS = 60_000;
  private static final long ENDED_MS = 1_000;
  private final SignIn signIn;
  private final Staff staff;
  private final Map<Session, Context> loops = new ConcurrentHashMap<>();

  /** What the store said last; null: nothing that is still true. */
  private volatile @Nullable String ended;

  /** Somebody at an event. */
  private record Place(String event, String account) {
    static Place of(Session session) {
      return new Place(session.identity().eventId(), session.identity().person());
    }
  }

  public Organisers(SignIn signIn, Staff staff) {
    this.signIn = signIn;
    this.staff = staff;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(LOOK_MS, id -> look());
    vertx.setPeriodic(ENDED_MS, id -> lookWhetherSomeEnded());
  }

  private void lookWhetherSomeEnded() {
    if (loops.isEmpty()) {
      ended = null;
      return;
    }
    signIn
        .ended()
        .onSuccess(
            now -> {
              boolean moved = !now.equals(ended);
              ended = now;
              if (moved) look();
            });
  }

  /**
   * Call it on the connection's loop. Session and grant are looked at again, because they may have
   * ended since they were checked.
   */
  void add(Session session, Context loop) {
    loops.put(session, loop);
    check(session.cookie);
    check(Place.of(session));
  }

  void remove(Session session) {
    loops.remove(session);
  }

  /** Somebody signed out. */
  void ended(@Nullable String cookie) {
    loops.forEach(
        (session, loop) -> {
          if (cookie != null && cookie.equals(session.cookie)) {
            loop.runOnContext(v -> session.close(CloseCode.SIGNED_OUT));
          }
        });
  }

  /** Looks whether sessions of the account have ended, or it is another's place, as a node says. */
  public void lookAt(String account) {
    List<Session> theirs =
        loops.keySet().stream()
            .filter(session -> account.equals(session.identity().account()))
            .toList();
    theirs.stream().map(session -> session.cookie).distinct().forEach(this::check);
    theirs.stream().map(Place::of).distinct().forEach(this::check);
  }

  /** Looks which sessions and grants have ended. Looking does not keep them alive. */
  public void look() {
    List.copyOf(loops.keySet()).stream()
        .map(session -> session.cookie)
        .distinct()
        .forEach(this::check);
    List.copyOf(loops.keySet()).stream().map(Place::of).distinct().forEach(this::check);
  }

  /** Looks whether its people may still do what they could. */
  public void look(String event) {
    List.copyOf(loops.keySet()).stream()
        .map(Place::of)
        .filter(place -> place.event.equals(event))
        .distinct()
        .forEach(this::check);
  }

  private void check(@Nullable String cookie) {
    signIn
        .isSignedIn(cookie)
        .onSuccess(
            still -> {
              if (!still) ended(cookie);
            });
  }

  private void check(Place place) {
    staff
        .grant(place.event, place.account)
        .onSuccess(
            now ->
                loops.forEach(
                    (session, loop) -> {
                      if (Place.of(session).equals(place)
                          && !now.equals(Optional.of(session.identity().grant()))) {
                        loop.runOnContext(v -> session.close(code(now)));
                      }
                    }));
  }

  private static CloseCode code(Optional<Grant> now) {
    return now.isPresent() ? CloseCode.ROLE_CHANGED : CloseCode.NOT_STAFF;
  }
}
