package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.Sentinels.Place;
import io.plenary.redis.StoreConnection.Role;
import io.vertx.core.AsyncResult;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections for one link, one after the other. Where there are Sentinels, each connection
 * begins with the question where the master is. Belongs to the context.
 */
final class Dialer {
  /**
   * Sockets of attempts that were given up live until the read timeout; this many may do so at
   * once.
   */
  private static final int POOL = 16;

  /** What is written is followed by two commands that have it confirmed. */
  private static final int PER_COMMAND = 3;

  private static final int READ_IDLE_SECONDS = 10;

  private final Vertx vertx;
  private final Context context;
  private final StoreAddress address;
  private final LinkOptions options;
  private final Clients clients;
  private final @Nullable Masters masters;
  private final @Nullable ClusterMap cluster;

  Dialer(Vertx vertx, Context context, StoreAddress address, LinkOptions options) {
    this.vertx = vertx;
    this.context = context;
    this.address = address;
    this.options = options;
    this.clients = new Clients(to -> Redis.createClient(this.vertx, redisOptions(to)));
    Sentinels sentinels = address.sentinels();
    this.masters = sentinels == null ? null : new Masters(address, sentinels, clients::of);
    ClusterSeeds seeds = address.cluster();
    this.cluster = seeds == null ? null : new ClusterMap(address, seeds, clients::of);
  }

  /**
   * Connects, signs in, looks at the server: the master, or any server of a Cluster. Call it on the
   * context; it completes there, or fails with {@link StoreUnavailable}.
   */
  Future<StoreConnection> dial() {
    if (cluster != null) return cluster().compose(view -> any(view.places()));
    if (masters == null) return dial(address, Role.MASTER);
    return masters
        .named()
        .transform(this::onContext)
        .onSuccess(this::keep)
        .compose(places -> first(places, masters));
  }

  /** To every master there is; those that are left over are closed when one cannot be reached. */
  Future<List<StoreConnection>> dialAll() {
    if (cluster == null) return dial().map(wire -> List.of(wire));
    return cluster()
        .compose(
            view -> {
              List<Future<StoreConnection>> all =
                  view.shards().stream()
                      .map(
                          shard ->
                              dial(
                                  address.at(shard.place()),
                                  Role.MASTER,
                                  ServerKeys.in(shard.slots())))
                      .toList();
              return Future.join(all)
                  .map(CompositeFuture::<StoreConnection>list)
                  .onFailure(e -> all.forEach(each -> each.onSuccess(StoreConnection::close)));
            });
  }

  /**
   * What the Cluster has now; only where there is one. Call it on the context; it completes there,
   * or fails with {@link StoreUnavailable}.
   */
  Future<ClusterView> cluster() {
    ClusterMap map = Objects.requireNonNull(cluster, "no Cluster");
    return map.look()
        .transform(this::onContext)
        .onSuccess(
            view -> {
              map.know(view);
              keep(view.places());
            });
  }

  /** Servers of the store that there are; who is asked for them is in the settings. */
  private void keep(List<Place> places) {
    Set<StoreAddress> there =
        places.stream().map(address::at).collect(Collectors.toCollection(HashSet::new));
    Sentinels sentinels = address.sentinels();
    if (sentinels != null) sentinels.places().forEach(each -> there.add(address.sentinel(each)));
    ClusterSeeds seeds = address.cluster();
    if (seeds != null) seeds.places().forEach(each -> there.add(address.at(each)));
    clients.keep(there);
  }

  /** One that answers, by chance, so that all are equally busy. */
  private Future<StoreConnection> any(List<Place> places) {
    List<Place> some = new ArrayList<>(places);
    Collections.shuffle(some);
    Future<StoreConnection> chain =
        Future.failedFuture(new StoreUnavailable("The Redis cluster has no servers"));
    for (Place place : some) {
      chain = chain.recover(e -> dial(address.at(place), Role.EITHER));
    }
    return chain;
  }

  /** The first of them that is a master. */
  private Future<StoreConnection> first(List<Place> places, Masters asked) {
    Place place = places.get(0);
    return dial(address.at(place), Role.MASTER)
        .onSuccess(wire -> asked.alive(place))
        .recover(
            e -> {
              asked.dead(place);
              return places.size() == 1
                  ? Future.failedFuture(e)
                  : first(places.subList(1, places.size()), asked);
            });
  }

  private <T> Future<T> onContext(AsyncResult<T> result) {
    Promise<T> done = Promise.promise();
    context.runOnContext(v -> done.handle(result));
    return done.future();
  }

  private Future<StoreConnection> dial(StoreAddress at, Role role) {
    return dial(at, role, ServerKeys.ALONE);
  }

  private Future<StoreConnection> dial(StoreAddress at, Role role, ServerKeys keys) {
    Promise<StoreConnection> done = Promise.promise();
    StoreConnection wire = new StoreConnection(at.place(), keys);
    Future<Void> ready;
    try {
      ready =
          clients
              .of(at, wire)
              .connect()
              .compose(connection -> wire.open(connection, address.database(), role));
    } catch (RuntimeException e) {
      wire.close();
      return Future.failedFuture(
          new StoreUnavailable("Redis cannot be connected to (" + Refusal.code(e) + ")"));
    }
    ready
        .timeout(options.connectTimeoutMs(), TimeUnit.MILLISECONDS)
        .onComplete(
            result ->
                context.runOnContext(
                    v -> {
                      if (result.succeeded()) {
                        done.tryComplete(wire);
                      } else {
                        wire.close();
                        done.tryFail(why(at, result.cause()));
                      }
                    }));
    return done.future();
  }

  /** As {@link #dial}, to the replica that listens there; from any thread. */
  Future<StoreConnection> replica(Place place) {
    Promise<StoreConnection> done = Promise.promise();
    context.runOnContext(v -> dial(address.at(place), Role.REPLICA).onComplete(done));
    return done.future();
  }

  /**
   * Every replica that the Sentinels know, also those that are away; null in it: there are no
   * Sentinels. From any thread.
   */
  Future<@Nullable List<Place>> replicas() {
    Masters asked = masters;
    if (asked == null) return Future.succeededFuture();
    Promise<@Nullable List<Place>> done = Promise.promise();
    context.runOnContext(v -> asked.replicas().onComplete(done));
    return done.future();
  }

  /**
   * Where the Sentinels agree that the master is; null in it: there are none, or they do not agree.
   */
  Future<@Nullable String> master() {
    return masters == null
        ? Future.succeededFuture()
        : masters
            .agreed()
            .map(place -> place == null ? null : address.at(place).place())
            .transform(this::onContext);
  }

  private RedisOptions redisOptions(StoreAddress to) {
    int longest =
        Math.max(
            Math.max(options.commandTimeoutMs(), options.connectTimeoutMs()), options.idlePingMs());
    NetClientOptions net =
        new NetClientOptions()
            .setTcpNoDelay(true)
            .setTcpKeepAlive(true)
            .setConnectTimeout(options.connectTimeoutMs())
            .setReadIdleTimeout(Math.max(READ_IDLE_SECONDS, 3 * longest / 1000));
    return to.options(net)
        .setMaxPoolSize(POOL)
        .setMaxPoolWaiting(POOL)
        .setPoolRecycleTimeout(-1)
        .setPoolCleanerInterval(-1)
        .setMaxWaitingHandlers(PER_COMMAND * options.maxInFlight() + 8);
  }

  private StoreUnavailable why(StoreAddress at, Throwable cause) {
    if (cause instanceof StoreUnavailable away) return away;
    if (cause instanceof TimeoutException) {
      return new StoreUnavailable("Redis at " + at.place() + " does not answer");
    }
    String tls = at.tls() ? TlsTrouble.of(cause, at) : null;
    if (tls != null) return new StoreUnavailable(tls);
    if (cause instanceof IOException) {
      return new StoreUnavailable("Redis at " + at.place() + " cannot be reached");
    }
    Refusal refusal = Refusal.of(cause);
    return refusal != null
        ? refusal.away()
        : new StoreUnavailable("Redis at " + at.place() + " refuses (" + Refusal.code(cause) + ")");
  }

  /** Closes every connection made here. */
  Future<Void> close() {
    return clients.close();
  }
}
