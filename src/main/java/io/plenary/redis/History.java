package io.plenary.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files in which Redis keeps what it was told. An append-only file is a history: what was
 * deleted stays in it until it is rewritten, and a snapshot (RDB) holds what was there when it was
 * taken. Both are made anew here.
 */
public final class History {
  private static final long LOOK_MS = 100;
  private static final long WITHIN_MS = TimeUnit.MINUTES.toMillis(10);
  private static final String[] AOF = {
    "aof_rewrite_in_progress", "aof_rewrite_scheduled", "aof_last_bgrewrite_status"
  };
  private static final String[] RDB = {
    "rdb_bgsave_in_progress", "rdb_bgsave_in_progress", "rdb_last_bgsave_status"
  };

  private final Vertx vertx;
  private final RedisLink link;

  public History(Vertx vertx, RedisLink link) {
    this.vertx = vertx;
    this.link = link;
  }

  /**
   * Done when every file of this Redis was begun after the call. Fails with words for the operator
   * when Redis does not do it.
   */
  public Future<Void> rewrite() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WITHIN_MS);
    return info()
        .compose(
            info ->
                "1".equals(info.get("aof_enabled"))
                    ? anew(Command.BGREWRITEAOF, AOF, deadline)
                    : Future.succeededFuture())
        .compose(v -> snapshots())
        .compose(used -> used ? anew(Command.BGSAVE, RDB, deadline) : Future.succeededFuture())
        // Slow commands are remembered with what they said. They are only in memory, so where this
        // is not allowed it can wait.
        .compose(v -> link.ask(Command.SLOWLOG, "RESET").otherwiseEmpty())
        .mapEmpty();
  }

  /** One that is under way may have begun too early: wait for its end, and begin another. */
  private Future<Void> anew(Command command, String[] fields, long deadline) {
    return until(info -> idle(info, fields), null, deadline)
        .compose(
            before ->
                link.ask(command)
                    .compose(v -> until(info -> idle(info, fields), before.runId(), deadline))
                    .compose(
                        info ->
                            "ok".equals(info.get(fields[2]))
                                ? Future.<Void>succeededFuture()
                                : Future.failedFuture(
                                    command
                                        + " failed. Look at the log of Redis; mostly the disk is"
                                        + " full."))
                    .recover(
                        e -> {
                          if (said(e).contains("in progress")) {
                            return anew(command, fields, deadline);
                          }
                          if (said(e).startsWith("NOPERM") || said(e).contains("unknown command")) {
                            return Future.failedFuture(
                                "Redis does not allow "
                                    + command
                                    + ", so its files still hold what was deleted. Allow it to this"
                                    + " user, or run it yourself.");
                          }
                          return Future.failedFuture(e);
                        }));
  }

  private static boolean idle(ServerInfo info, String[] fields) {
    return !"1".equals(info.get(fields[0])) && !"1".equals(info.get(fields[1]));
  }

  /**
   * Whether this Redis writes snapshots by itself; where that may not be asked it is taken to do
   * so.
   */
  private Future<Boolean> snapshots() {
    return link.ask(Command.CONFIG, "GET", "save")
        .map(
            reply ->
                reply == null
                    || reply.get("save") == null
                    || !reply.get("save").toString().isBlank())
        .otherwise(true);
  }

  /**
   * @param runId of the server that must still be running: another one knows nothing of what the
   *     first was doing; null: any
   */
  private Future<ServerInfo> until(
      Predicate<ServerInfo> state, @Nullable String runId, long deadline) {
    return info()
        .compose(
            info -> {
              if (runId != null && !runId.equals(info.runId())) {
                return Future.failedFuture("Redis was restarted while it rewrote its files");
              }
              if (state.test(info)) return Future.succeededFuture(info);
              if (System.nanoTime() > deadline) {
                return Future.failedFuture(
                    "Redis did not finish rewriting its files within 10 minutes");
              }
              Promise<ServerInfo> later = Promise.promise();
              vertx.setTimer(LOOK_MS, id -> until(state, runId, deadline).onComplete(later));
              return later.future();
            });
  }

  private Future<ServerInfo> info() {
    return link.send(Command.INFO).map(reply -> new ServerInfo(reply.toString()));
  }

  private static String said(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
