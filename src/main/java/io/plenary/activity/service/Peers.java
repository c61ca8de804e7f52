package io.plenary.activity.service;

import io.plenary.activity.service.NodeStore.Peer;
import io.plenary.activity.service.NodeStore.Seen;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The other servers on the store, as they say themselves every few seconds. Whoever ends without a
 * word is forgotten by the others, with what it left. Runs on one context.
 */
public final class Peers {
  private static final long LOOK_MS = 1_000;
  private static final int NOTE_EVERY = 10;

  private final NodeStore store;
  private final String id;
  private final Set<String> kinds;
  private final LongSupplier people;
  private final Function<String, Future<Void>> tidy;
  private final Withheld withheld;
  private final Consumer<String> outgrown;
  private volatile List<Peer> alive = List.of();
  private volatile boolean left;
  private int looks;
  private boolean servedSomebody;

  /** Whether the store was away at the last look. */
  private boolean missed;

  /**
   * @param id of this start of this server
   * @param kinds that it knows
   * @param people whom it serves now
   * @param tidy deletes what the server of an id may have left behind
   * @param withheld gets those of the kinds that another server does not know
   * @param outgrown told why when a newer version decides how the store is written
   */
  public Peers(
      NodeStore store,
      String id,
      Set<String> kinds,
      LongSupplier people,
      Function<String, Future<Void>> tidy,
      Withheld withheld,
      Consumer<String> outgrown) {
    this.withheld = withheld;
    this.outgrown = outgrown;
    this.store = store;
    this.id = id;
    this.kinds = Set.copyOf(kinds);
    this.people = people;
    this.tidy = tidy;
  }

  /**
   * From now on every ten seconds, when the first person comes or the last one leaves, and as soon
   * as the store is back.
   */
  public void start(Vertx vertx) {
    vertx.setPeriodic(LOOK_MS, timer -> tick());
  }

  void tick() {
    boolean due = ++looks % NOTE_EVERY == 0;
    boolean somebody = people.getAsLong() > 0;
    if (due || missed || somebody != servedSomebody) look();
  }

  /** Says that this server is there, and looks who else is; fails as the store does. */
  public Future<Void> look() {
    if (left) return Future.succeededFuture();
    long served = people.getAsLong();
    servedSomebody = served > 0;
    return store
        .note(new Peer(id, served, kinds))
        .onSuccess(this::seen)
        .onComplete(done -> missed = done.cause() instanceof StoreUnavailable)
        .onFailure(
            e -> {
              if (e instanceof NewerStore newer) outgrown.accept(newer.getMessage());
            })
        .mapEmpty();
  }

  private void seen(Seen seen) {
    List<Peer> others = seen.alive();
    alive = others;
    withheld.set(
        kinds.stream()
            .filter(kind -> others.stream().anyMatch(peer -> !peer.kinds().contains(kind)))
            .collect(Collectors.toUnmodifiableSet()));
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
