package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;

/**
 * Has replicas confirm what was written before anybody is told. Redis counts what a connection
 * wrote, and newer ones count nothing where a script found its work done already, by another
 * connection. A small write of our own comes after every script, so that what is waited for covers
 * everything before it, whoever wrote it.
 */
final class Copies {
  /** Below a link's patience: a replica that is away is not a server that is away. */
  static final int WITHIN_MS = 1_000;

  // Not among the rights that every store must give: they are needed with copies alone.
  private static final Command WAIT = Command.create("wait");
  private static final Command WAIT_FOR_DISKS = Command.create("waitaof");

  private static final int MAJOR = 7;
  private static final int MINOR = 2;

  /** Fewer replicas than asked for have it. */
  static final class TooFew extends StoreUnavailable {
    private static final long serialVersionUID = 1;

    TooFew(long there, int wanted, boolean disk) {
      super(
          "Redis has "
              + there
              + " of the "
              + wanted
              + (wanted == 1 ? " replica" : " replicas")
              + " that must confirm "
              + (disk ? "on its disk (appendonly yes) " : "")
              + "what is written (store-copies). Start the others, or look at their logs. Votes are"
              + " taken again by themselves.");
    }
  }

  private Copies() {}

  /**
   * Sends a command that writes. Its answer comes when as many copies as the gate says have what it
   * wrote; fails with {@link TooFew} when they do not have it in time.
   */
  static Future<Response> send(
      StoreConnection used, Request request, StoreGate gate, ServerKeys keys) {
    Future<Response> reply = used.connection().send(request);
    if (gate.copies() == 0) return reply;
    Future<Void> confirmed = confirmed(used, gate.copies(), keys);
    return reply.compose(
        answer -> {
          gate.lineage(keys.epoch()).ahead(confirmed);
          return confirmed.map(answer);
        });
  }

  /** Done when so many copies have all that was written before the call. */
  static Future<Void> confirmed(StoreConnection used, int copies, ServerKeys keys) {
    Future<Response> mark =
        used.connection().send(Request.cmd(Command.SET).arg(keys.test()).arg("1"));
    boolean disk = disk(used.info());
    Request request =
        disk
            ? Request.cmd(WAIT_FOR_DISKS).arg(1).arg(copies).arg(WITHIN_MS)
            : Request.cmd(WAIT).arg(copies).arg(WITHIN_MS);
    Future<Response> waited = used.connection().send(request);
    return mark.recover(Copies::elsewhere)
        .compose(v -> waited)
        .compose(
            reply -> {
              long there =
                  reply.type() == ResponseType.MULTI ? reply.get(1).toLong() : reply.toLong();
              return there >= copies
                  ? Future.succeededFuture()
                  : Future.failedFuture(new TooFew(there, copies, disk));
            });
  }

  /**
   * The key has gone to another server of the Cluster: nobody may take it for the command's own.
   */
  private static Future<Response> elsewhere(Throwable e) {
    return Future.failedFuture(
        Refusal.code(e).equals("MOVED")
            ? new StoreUnavailable("the Redis cluster is moving keys")
            : e);
  }

  /** The right that is needed for it. */
  static String right(ServerInfo info) {
    return disk(info) ? "+waitaof" : "+wait";
  }

  /** Whether the server can wait for the disks of its replicas, too. */
  private static boolean disk(ServerInfo info) {
    return info.atLeast(MAJOR, MINOR) && "1".equals(info.get("aof_enabled"));
  }
}
