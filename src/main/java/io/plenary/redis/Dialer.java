package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections for one link, one after the other. It keeps one client for all of them, because
 * Vert.x holds on to every client it ever made, closed or not. Belongs to the context.
 */
final class Dialer {
  /**
   * Sockets of attempts that were given up live until the read timeout; this many may do so at
   * once.
   */
  private static final int POOL = 16;

  private static final int READ_IDLE_SECONDS = 10;

  private final Vertx vertx;
  private final Context context;
  private final StoreAddress address;
  private final LinkOptions options;
  private @Nullable Redis client;

  Dialer(Vertx vertx, Context context, StoreAddress address, LinkOptions options) {
    this.vertx = vertx;
    this.context = context;
    this.address = address;
    this.options = options;
  }

  /**
   * Connects, signs in, looks at the server. Call it on the context; it completes there, or fails
   * with {@link StoreUnavailable}.
   */
  Future<StoreConnection> dial() {
    Promise<StoreConnection> done = Promise.promise();
    StoreConnection wire = new StoreConnection();
    Future<Void> ready;
    try {
      if (client == null) client = Redis.createClient(vertx, redisOptions());
      ready = client.connect().compose(connection -> wire.open(connection, address.database()));
    } catch (RuntimeException e) {
      return Future.failedFuture(
          new StoreUnavailable("Redis cannot be connected to (" + e.getMessage() + ")"));
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
                        done.tryFail(why(result.cause()));
                      }
                    }));
    return done.future();
  }

  private RedisOptions redisOptions() {
    int longest =
        Math.max(
            Math.max(options.commandTimeoutMs(), options.connectTimeoutMs()), options.idlePingMs());
    NetClientOptions net =
        new NetClientOptions()
            .setTcpNoDelay(true)
            .setTcpKeepAlive(true)
            .setConnectTimeout(options.connectTimeoutMs())
            .setReadIdleTimeout(Math.max(READ_IDLE_SECONDS, 3 * longest / 1000));
    return address
        .options(net)
        .setMaxPoolSize(POOL)
        .setMaxPoolWaiting(POOL)
        .setPoolRecycleTimeout(-1)
        .setPoolCleanerInterval(-1)
        .setMaxWaitingHandlers(options.maxInFlight() + 8);
  }

  private StoreUnavailable why(Throwable cause) {
    if (cause instanceof StoreUnavailable away) return away;
    if (cause instanceof TimeoutException) {
      return new StoreUnavailable("Redis at " + address.place() + " does not answer");
    }
    String tls = address.tls() ? TlsTrouble.of(cause, address) : null;
    if (tls != null) return new StoreUnavailable(tls);
    if (cause instanceof IOException) {
      return new StoreUnavailable("Redis at " + address.place() + " cannot be reached");
    }
    Refusal refusal = Refusal.of(cause);
    return refusal != null
        ? refusal.away()
        : new StoreUnavailable(
            "Redis at " + address.place() + " refuses (" + cause.getMessage() + ")");
  }

  /** Closes every connection made here. */
  Future<Void> close() {
    Redis old = client;
    client = null;
    return old == null ? Future.succeededFuture() : old.close();
  }
}
