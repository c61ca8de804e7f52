package io.plenary.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Has one server make its files anew. */
final class Rewriting {
  static final long WITHIN_MS = TimeUnit.MINUTES.toMillis(10);

  private static final long LOOK_MS = 100;

  /** A replica that takes longer is tried again later. */
  private static final long CATCH_UP_MS = 10_000;

  private static final String[] AOF = {
    "aof_rewrite_in_progress", "aof_rewrite_scheduled", "aof_last_bgrewrite_status"
  };
  private static final String[] RDB = {
    "rdb_bgsave_in_progress", "rdb_bgsave_in_progress", "rdb_last_bgsave_status"
  };

  private final Vertx vertx;
  private final Function<Request, Future<Response>> server;
  private final long deadline;

  /**
   * @param server answers a command, or fails with what Redis says
   * @param deadline when it is given up, as System.nanoTime() tells it
   */
  Rewriting(Vertx vertx, Function<Request, Future<Response>> server, long deadline) {
    this.vertx = vertx;
    this.server = server;
    this.deadline = deadline;
  }

  /**
   * Done when every file was begun after the call. Fails with words for the operator when Redis
   * does not do it.
   *
   * @param replicated a replica keeps the snapshot that it began with, and a master may have made
   *     one for it, whatever their settings say
   */
  Future<Void> files(boolean replicated) {
    return info()
        .compose(
            info ->
                "1".equals(info.get("aof_enabled"))
                    ? anew(Command.BGREWRITEAOF, AOF)
                    : Future.succeededFuture())
        .compose(v -> replicated ? Future.succeededFuture(true) : snapshots())
        .compose(used -> used ? anew(Command.BGSAVE, RDB) : Future.succeededFuture())
        // Slow commands are remembered with what they said. They are only in memory, so where this
        // is not allowed it can wait.
        .compose(v -> ask(Command.SLOWLOG, "RESET").otherwiseEmpty())
        .mapEmpty();
  }

  /** Done when a replica has all that its master had written at that offset. */
  Future<Void> caughtUp(long offset) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CATCH_UP_MS);
    return until(
            info ->
                info.replica()
                    && "up".equals(info.get("master_link_status"))
                    && info.number("slave_repl_offset") >= offset,
            null,
            until,
            "it does not follow its master")
        .mapEmpty();
  }

  private Future<Response> ask(Command command, String... args) {
    Request request = Request.cmd(command);
    for (String arg : args) request.arg(arg);
    return server.apply(request);
  }

  /** One that is under way may have begun too early: wait for its end, and begin another. */
  private Future<Void> anew(Command command, String[] fields) {
    return until(info -> idle(info, fields), null)
        .compose(
            before ->
                ask(command)
                    .compose(v -> until(info -> idle(info, fields), before.runId()))
                    .compose(
                        info ->
                            "ok".equals(info.get(fields[2]))
                                ? Future.<Void>succeededFuture()
                                : Rewriting.<Void>failed(
                                    command
                                        + " failed. Look at the log of Redis; mostly the disk is"
                                        + " full."))
                    .recover(
                        e -> {
                          if (said(e).contains("in progress")) return anew(command, fields);
                          if (said(e).startsWith("NOPERM") || said(e).contains("unknown command")) {
                            return failed(
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
    return ask(Command.CONFIG, "GET", "save")
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
  private Future<ServerInfo> until(Predicate<ServerInfo> state, @Nullable String runId) {
    return until(
        state, runId, deadline, "Redis did not finish rewriting its files within 10 minutes");
  }

  private Future<ServerInfo> until(
      Predicate<ServerInfo> state, @Nullable String runId, long latest, String tooLate) {
    return info()
        .compose(
            info -> {
              if (runId != null && !runId.equals(info.runId())) {
                return failed("Redis was restarted while it rewrote its files");
              }
              if (state.test(info)) return Future.succeededFuture(info);
              if (System.nanoTime() > latest) return failed(tooLate);
              Promise<ServerInfo> later = Promise.promise();
              vertx.setTimer(LOOK_MS, id -> until(state, runId, latest, tooLate).onComplete(later));
              return later.future();
            });
  }

  private Future<ServerInfo> info() {
    return ask(Command.INFO).map(reply -> new ServerInfo(reply.toString()));
  }

  private static <T> Future<T> failed(String why) {
    return Future.failedFuture(new NotRewritten(why));
  }

  private static String said(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
