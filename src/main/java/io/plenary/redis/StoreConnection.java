package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from its first command to its end; never used again after the first trouble.
 * Belongs to one context.
 */
final class StoreConnection {
  /** What a server must be. */
  enum Role {
    MASTER,
    REPLICA,
    EITHER
  }

  private final Promise<String> ended = Promise.promise();
  private @Nullable RedisConnection connection;
  private @Nullable ServerInfo info;
  private final String place;
  private final ServerKeys keys;
  private boolean closed;

  /**
   * @param place host and port
   * @param keys of the server
   */
  StoreConnection(String place, ServerKeys keys) {
    this.place = place;
    this.keys = keys;
  }

  /**
   * Chooses the database and looks at the server. SELECT also marks the connection as one that the
   * client's pool must not give to anybody else: closing it then really closes the socket.
   *
   * @param role what the server must be
   */
  Future<Void> open(RedisConnection opened, int database, Role role) {
    if (closed) {
      // Given up while it was connecting. Nothing was sent on it, so it may go back to the pool.
      return opened
          .close()
          .compose(v -> Future.failedFuture(new StoreUnavailable("the attempt was given up")));
    }
    connection = opened;
    opened.endHandler(v -> ended.tryComplete("the connection to Redis was closed"));
    opened.exceptionHandler(
        e -> ended.tryComplete("the connection to Redis broke (" + Refusal.code(e) + ")"));
    Future<Void> selected = opened.send(Request.cmd(Command.SELECT).arg(database)).mapEmpty();
    return opened
        .send(Request.cmd(Command.INFO))
        .compose(
            reply -> {
              info = new ServerInfo(reply.toString());
              if (info.loading()) {
                return Future.failedFuture(new StoreUnavailable("Redis is loading its data"));
              }
              if (role == Role.REPLICA && !info.replica()) {
                return Future.failedFuture(new StoreUnavailable("it is no replica"));
              }
              if (role == Role.MASTER && info.replica()) {
                return Future.failedFuture(new StoreUnavailable("Redis is a read-only replica"));
              }
              return selected;
            });
  }

  /** Where it leads: host and port. */
  String place() {
    return place;
  }

  /** What the server has for itself, as far as was known when it was connected to. */
  ServerKeys keys() {
    return keys;
  }

  /** Once it is open. */
  RedisConnection connection() {
    return Objects.requireNonNull(connection, "not open yet");
  }

  /** Once it is open. */
  ServerInfo info() {
    return Objects.requireNonNull(info, "not open yet");
  }

  /** Whether nothing comes over it any more. */
  boolean over() {
    return closed || ended.future().isComplete();
  }

  /** Completes once with the reason when the socket is gone. */
  Future<String> ended() {
    return ended.future();
  }

  void close() {
    if (closed) return;
    closed = true;
    if (connection != null) connection.close();
  }
}
