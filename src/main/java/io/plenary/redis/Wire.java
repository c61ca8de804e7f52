package io.plenary.redis;

import io.plenary.room.service.StoreAway;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.concurrent.TimeUnit;

/**
 * One connection, from dialling to its end; never reused after the first trouble. It has a client of its own because closing a
 * pooled connection would give it back to the pool instead of closing the socket.
 */
final class Wire {
  private final Redis client;
  private final Promise<String> ended = Promise.promise();
  private RedisConnection connection;
  private ServerInfo info;

  private Wire(Redis client) {
    this.client = client;
  }

  /** Connects, signs in, looks at the server. Call it on {@code context}; it completes there, or fails with {@link StoreAway}. */
  static Future<Wire> dial(Vertx vertx, Context context, StoreAddress address, LinkOptions options) {
    Promise<Wire> done = Promise.promise();
    Wire wire;
    try {
      wire = new Wire(Redis.createClient(vertx, address.options(options.maxInFlight() + 8, options.connectTimeoutMs())));
    } catch (RuntimeException e) {
      return Future.failedFuture(new StoreAway("Redis cannot be connected to (" + e.getMessage() + ")"));
    }
    wire.client.connect()
        .compose(wire::lookAtServer)
        .timeout(options.connectTimeoutMs(), TimeUnit.MILLISECONDS)
        .onComplete(ok -> context.runOnContext(v -> {
          if (ok.succeeded()) {
            done.tryComplete(wire);
          } else {
            wire.close();
            done.tryFail(why(ok.cause(), address));
          }
        }));
    return done.future();
  }

  private Future<Void> lookAtServer(RedisConnection opened) {
    connection = opened;
    opened.endHandler(v -> ended.tryComplete("the connection to Redis was closed"));
    opened.exceptionHandler(e -> ended.tryComplete("the connection to Redis broke (" + e.getMessage() + ")"));
    return opened.send(Request.cmd(Command.INFO)).compose(reply -> {
      info = new ServerInfo(reply.toString());
      if (info.loading()) return Future.failedFuture(new StoreAway("Redis is loading its data"));
      if (info.replica()) return Future.failedFuture(new StoreAway("Redis is a read-only replica"));
      return Future.succeededFuture();
    });
  }

  private static StoreAway why(Throwable cause, StoreAddress address) {
    if (cause instanceof StoreAway away) return away;
    if (cause instanceof java.util.concurrent.TimeoutException) return new StoreAway("Redis at " + address.place() + " does not answer");
    if (cause instanceof java.io.IOException) return new StoreAway("Redis at " + address.place() + " cannot be reached");
    Refusal refusal = Refusal.of(cause);
    return refusal != null ? refusal.away() : new StoreAway("Redis at " + address.place() + " refuses (" + cause.getMessage() + ")");
  }

  RedisConnection connection() {
    return connection;
  }

  ServerInfo info() {
    return info;
  }

  /** Completes once with the reason when the socket is gone. */
  Future<String> ended() {
    return ended.future();
  }

  Future<Void> close() {
    return client.close();
  }
}
