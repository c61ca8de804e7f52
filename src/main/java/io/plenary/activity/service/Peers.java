package io.plenary.activity.service;

import io.plenary.activity.service.NodeStore.Peer;
import io.plenary.activity.service.NodeStore.Seen;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The other servers on the store, as they say themselves every other second. Whoever ends without a
 * word is forgotten by the others, with what it left. Runs on one context.
 */
public final class Peers {
  private static final long NOTE_MS = 2_000;

  private final NodeStore store;
  private final String id;
  private final Set<String> kinds;
  private final LongSupplier people;
  private final Function<String, Future<Void>> tidy;
  private List<Peer> alive = List.of();
  private boolean left;

  /**
   * @param id of this start of this server
   * @param kinds that it knows
   * @param people whom it serves now
   * @param tidy deletes what the server of an id may have left behind
   */
  public Peers(
      NodeStore store,
      String id,
      Set<String> kinds,
      LongSupplier people,
      Function<String, Future<Void>> tidy) {
    this.store = store;
    this.id = id;
    this.kinds = Set.copyOf(kinds);
    this.people = people;
    this.tidy = tidy;
  }

  /** From now on again and again; what the store does not answer is asked again. */
  public void start(Vertx vertx) {
    vertx.setPeriodic(NOTE_MS, timer -> look());
  }

  /** Says that this server is there, and looks who else is. */
  public Future<Void> look() {
    if (left) return Future.succeededFuture();
    return store.note(new Peer(id, people.getAsLong(), kinds)).onSuccess(this::seen).mapEmpty();
  }

  private void seen(Seen seen) {
    alive = seen.alive();
    for (String dead : seen.dead()) tidy.apply(dead).onSuccess(v -> store.forget(dead));
  }

  /** Whether people are at another server, as of the last look. */
  public boolean servePeople() {
    return alive.stream().anyMatch(peer -> peer.people() > 0);
  }

  /** This server stops, and left nothing behind. */
  public Future<Void> leave() {
    left = true;
    return store.forget(id);
  }
}
