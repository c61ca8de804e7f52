package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which line of versions each server of the store continues: its epoch. It is kept in the store, so
 * that all nodes say the same, and goes over from a master to the replica that takes its place when
 * nothing is missing there that this node may have seen. Before the store is known to be the right
 * one, and without copies, nothing is asked or written, and the epoch is the server's run id: a
 * Redis on a full disk would end at every try to write it. Thread-safe.
 */
final class Lineage {
  private static final int WITHIN_MS = 1_000;

  private record Line(String server, String epoch, long term) {}

  private final StoreGate gate;
  private final String key;
  private final Script script = Script.load("epoch");

  /** By run id: somebody may still be connected to a server that was replaced. */
  private final Map<String, String> epochs = new ConcurrentHashMap<>();

  /** Written, answered, and not confirmed by copies yet. */
  private final AtomicInteger ahead = new AtomicInteger();

  /** Whether something was never confirmed. */
  private volatile boolean missed;

  private volatile @Nullable Line newest;

  /** One connection asks after the other, so that a node asks once for each server. */
  private final AtomicReference<Future<Void>> last =
      new AtomicReference<>(Future.succeededFuture());

  /**
   * @param key where it is kept
   */
  Lineage(StoreGate gate, String key) {
    this.gate = gate;
    this.key = key;
  }

  /** Of that server. */
  String epoch(String server) {
    return epochs.getOrDefault(server, server);
  }

  /** Something was written and answered; what copies say of it comes. */
  void ahead(Future<Void> confirmed) {
    ahead.incrementAndGet();
    confirmed.onComplete(
        done -> {
          missed = done.failed();
          ahead.decrementAndGet();
        });
  }

  /**
   * Done when the epoch of the connection's server is known. Fails with {@link StoreUnavailable},
   * and closes the connection, when it does not come to that.
   */
  Future<StoreConnection> settle(StoreConnection wire) {
    if (gate.copies() == 0 || gate.installation() == null || known(wire)) {
      return Future.succeededFuture(wire);
    }
    Promise<Void> mine = Promise.promise();
    return last.getAndSet(mine.future())
        .compose(v -> known(wire) ? Future.succeededFuture() : ask(wire))
        .onComplete(done -> mine.complete())
        .map(wire)
        .onFailure(e -> wire.close());
  }

  private boolean known(StoreConnection wire) {
    Line line = newest;
    return line != null && line.server.equals(wire.info().runId());
  }

  private Future<Void> ask(StoreConnection wire) {
    return lost(wire)
        .compose(
            lost ->
                lost
                    ? Future.<Void>succeededFuture() // nothing is written to a store that is lost
                    : wire.connection()
                        .send(request(wire.info(), false))
                        .compose(reply -> take(wire.info(), reply)))
        .timeout(WITHIN_MS, TimeUnit.MILLISECONDS)
        .recover(
            e -> {
              Refusal refusal = Refusal.of(e);
              // What cannot be noted, on a full disk for instance, must keep nobody from reading.
              return refusal != null && refusal.reconnect()
                  ? Future.failedFuture(refusal.away())
                  : Future.succeededFuture();
            });
  }

  /** The mark of the installation is at one server of a Cluster: the others say nothing of it. */
  private Future<Boolean> lost(StoreConnection wire) {
    return key.equals(ServerKeys.ALONE.epoch())
        ? wire.connection()
            .send(Installation.look())
            .map(mark -> Installation.trouble(gate.installation(), mark) != null)
        : Future.succeededFuture(false);
  }

  /**
   * Looks whether another node began a new epoch, or the server replicates under another id. Only
   * with copies: without, every server begins an epoch.
   */
  Future<Void> look(ServerLink link) {
    if (gate.copies() == 0 || gate.installation() == null) return Future.succeededFuture();
    return link.ask(Command.INFO)
        .map(reply -> new ServerInfo(reply.toString()))
        .compose(info -> link.ask(request(info, true)).compose(reply -> take(info, reply)))
        .recover(e -> Refusal.of(e) == null ? Future.succeededFuture() : Future.failedFuture(e));
  }

  private Request request(ServerInfo info, boolean look) {
    Line known = newest;
    boolean sure = gate.copies() > 0 && !missed && ahead.get() == 0;
    return script.bySource(
        List.of(key),
        List.of(
            info.runId(),
            info.get("master_replid"),
            info.get("master_replid2"),
            sure ? 1 : 0,
            known == null ? 0 : known.term,
            known == null ? "" : known.epoch,
            look ? 1 : 0));
  }

  private Future<Void> take(ServerInfo info, Response reply) {
    long term = reply.get(1).toLong();
    if (term == 0) return Future.succeededFuture();
    String epoch = reply.get(0).toString();
    Line before = newest;
    if (before == null || !before.server.equals(info.runId())) missed = false;
    newest = new Line(info.runId(), epoch, term);
    epochs.put(info.runId(), epoch);
    return Future.succeededFuture();
  }
}
