package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.ClusterView.Shard;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The masters of a Cluster with a link to each, and a map of which has which slots. When a link
 * goes down it looks anew, until every slot has a master that answers. Belongs to the context, but
 * for what says otherwise.
 */
final class ClusterServers {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterServers.class);

  /**
   * From any thread.
   *
   * @param bySlot null: nothing is known of it yet
   * @param servers in the order of their first slots
   */
  record Routes(@Nullable ServerLink[] bySlot, List<ServerLink> servers) {
    static final Routes NONE = new Routes(new ServerLink[Slots.COUNT], List.of());

    /** Another one as soon as one server's is another. */
    String epoch() {
      if (servers.isEmpty()) throw new IllegalStateException("not connected yet");
      String all = servers.stream().map(ServerLink::epoch).collect(Collectors.joining(" "));
      return servers.size() == 1 ? all : Script.of("", all).sha1();
    }
  }

  private final Vertx vertx;
  private final Context context;
  private final Dialer dialer;
  private final Function<Place, ServerLink> opens;
  private final LinkEvents events;
  private final Backoff backoff;
  private final Map<Place, ServerLink> links = new HashMap<>();
  private final List<Promise<Void>> looking = new ArrayList<>();
  private final List<Consumer<List<Shard>>> listeners = new ArrayList<>();
  private @Nullable ClusterView view;
  private boolean asked;
  private boolean waiting;
  private boolean closed;
  private volatile StoreUnavailable reason = new StoreUnavailable("Redis is not connected yet");
  private volatile Routes routes = Routes.NONE;
  private volatile boolean up;

  /**
   * @param opens a link to the master that listens there, which is not started yet
   * @param events told when every slot has a master, and when one has none any more
   */
  ClusterServers(
      Vertx vertx,
      Context context,
      Dialer dialer,
      LinkOptions options,
      Function<Place, ServerLink> opens,
      LinkEvents events) {
    this.vertx = vertx;
    this.context = context;
    this.dialer = dialer;
    this.opens = opens;
    this.events = events;
    this.backoff = new Backoff(options.firstPauseMs(), options.longestPauseMs());
  }

  /** From any thread. */
  Routes routes() {
    return routes;
  }

  /** Whether every slot has a master that answers. From any thread. */
  boolean isUp() {
    return up;
  }

  /** Why it is not up, or was not last. From any thread. */
  StoreUnavailable reason() {
    return reason;
  }

  /** Done with the end of a look that begins now, or began a moment ago. */
  Future<Void> looked() {
    Promise<Void> done = Promise.promise();
    looking.add(done);
    look();
    return done.future();
  }

  private void look() {
    if (asked || closed) return;
    asked = true;
    dialer
        .cluster()
        .onComplete(
            found -> {
              asked = false;
              if (closed) return;
              if (found.succeeded()) take(found.result());
              else because((StoreUnavailable) found.cause());
              settle();
              List<Promise<Void>> some = List.copyOf(looking);
              looking.clear();
              some.forEach(Promise::tryComplete);
            });
  }

  /** There may be more to find out than one look tells. */
  void lookLater() {
    if (waiting || closed) return;
    waiting = true;
    vertx.setTimer(
        backoff.next(),
        id -> {
          waiting = false;
          look();
        });
  }

  private void take(ClusterView found) {
    view = found;
    for (Shard shard : found.shards()) {
      ServerLink link = links.get(shard.place());
      if (link == null) opened(shard);
      else link.keys(ServerKeys.in(shard.slots()));
    }
    Set<Place> masters = found.shards().stream().map(Shard::place).collect(Collectors.toSet());
    for (Place place : List.copyOf(links.keySet())) {
      if (!masters.contains(place) && found.whole()) gone(place);
    }
  }

  private void opened(Shard shard) {
    ServerLink link = opens.apply(shard.place());
    links.put(shard.place(), link);
    link.keys(ServerKeys.in(shard.slots()));
    link.onUp(id -> settle());
    link.onDown(
        why -> {
          if (!links.containsValue(link)) return;
          because(why);
          settle();
        });
    link.start();
  }

  private void gone(Place place) {
    ServerLink link = links.remove(place);
    if (link != null) link.close();
  }

  /** Up is who has all masters. */
  private void settle() {
    ClusterView now = view;
    if (closed || now == null) {
      lookLater();
      return;
    }
    if (!now.whole()) {
      because(new StoreUnavailable("The Redis cluster has no server for some of its slots"));
    } else if (now.shards().stream().allMatch(shard -> isUp(shard.place()))) {
      routes = routes(now);
      backoff.reset();
      listeners.forEach(listener -> listener.accept(now.shards()));
      if (up) return;
      up = true;
      events.up(routes.epoch());
      return;
    }
    boolean before = up;
    up = false;
    if (before) events.down(reason);
    lookLater();
  }

  /** As {@link RedisLink#onShards}. */
  void onShards(Consumer<List<Shard>> listener) {
    listeners.add(listener);
    ClusterView now = view;
    if (up && now != null) listener.accept(now.shards());
  }

  private boolean isUp(Place place) {
    ServerLink link = links.get(place);
    return link != null && link.isUp();
  }

  private Routes routes(ClusterView now) {
    ServerLink[] bySlot = new ServerLink[Slots.COUNT];
    List<ServerLink> servers = new ArrayList<>();
    for (Shard shard : now.shards()) {
      ServerLink link = links.get(shard.place());
      servers.add(link);
      shard.slots().stream().forEach(slot -> bySlot[slot] = link);
    }
    return new Routes(bySlot, List.copyOf(servers));
  }

  private void because(StoreUnavailable why) {
    if (!why.getMessage().equals(reason.getMessage())) {
      LOG.warn("{}; trying again", why.getMessage());
    }
    reason = why;
  }

  /** Where copies of a server listen, as the Cluster has it now. From any thread. */
  Future<@Nullable List<Place>> copies(Place of) {
    Promise<@Nullable List<Place>> done = Promise.promise();
    context.runOnContext(v -> dialer.cluster().map(found -> found.copies(of)).onComplete(done));
    return done.future();
  }

  /** Looks now, and has links that are down not wait out their pauses. */
  Future<Void> hurry() {
    if (up) return Future.succeededFuture();
    Promise<Void> done = Promise.promise();
    looked()
        .compose(v -> Future.join(links.values().stream().map(ServerLink::hurry).toList()))
        .onComplete(
            ar ->
                context.runOnContext(
                    v -> {
                      settle();
                      if (up) done.tryComplete();
                      else done.tryFail(reason);
                    }));
    return done.future();
  }

  Future<?> close() {
    closed = true;
    List<Future<?>> all = new ArrayList<>();
    links.values().forEach(link -> all.add(link.close()));
    all.add(dialer.close());
    return Future.join(all);
  }
}
