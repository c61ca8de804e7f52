package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in which Redis keeps what it was told. An append-only file is a history: what was
 * deleted stays in it until it is rewritten, and a snapshot (RDB) holds what was there when it was
 * taken. Both are made anew here, those of the replicas first.
 */
public final class History {
  private static final int ANSWERS_WITHIN_MS = 5_000;

  private final Vertx vertx;
  private final RedisLink link;

  public History(Vertx vertx, RedisLink link) {
    this.vertx = vertx;
    this.link = link;
  }

  /**
   * Done when every file of this Redis, and of every copy of it, was begun after the call. Fails
   * with words for the operator when Redis does not do it, and with {@link UnerasedCopies} when
   * copies did not; then all others have.
   */
  public Future<Void> rewrite() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Rewriting.WITHIN_MS);
    List<ServerLink> servers = link.servers();
    if (servers.isEmpty()) {
      return Future.failedFuture(new StoreUnavailable("Redis is not connected yet"));
    }
    return Future.join(servers.stream().map(server -> of(server, deadline)).toList())
        .recover(
            e ->
                Future.failedFuture(
                    e instanceof StoreUnavailable || e instanceof NotRewritten
                        ? e
                        : new NotRewritten(words(e))))
        .mapEmpty();
  }

  private Future<Void> of(ServerLink server, long deadline) {
    return server
        .send(Command.INFO)
        .map(reply -> new ServerInfo(reply.toString()))
        .compose(
            master ->
                copies(server, master)
                    .compose(
                        places ->
                            each(server, places, master, deadline)
                                .compose(away -> own(server, places, away, deadline))));
  }

  /**
   * Where they listen. Sentinels, and a Cluster, know those, too, that are away. Sentinels know
   * nothing of one that hides from them (replica-announced), nor for some seconds of a new one; the
   * master knows these.
   */
  private static Future<List<Place>> copies(ServerLink server, ServerInfo master) {
    List<Place> connected = connected(master);
    return server
        .copies()
        .map(
            known ->
                known == null
                    ? connected
                    : Stream.concat(known.stream(), connected.stream()).distinct().toList());
  }

  /** Those that are connected: {@code slave0:ip=10.0.0.2,port=6379,state=online,...}. */
  static List<Place> connected(ServerInfo master) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < master.number("connected_slaves"); i++) {
      String line = "," + master.get("slave" + i) + ",";
      String host = line.replaceFirst(".*,ip=([^,]*),.*", "$1");
      String port = line.replaceFirst(".*,port=(\\d{1,5}),.*", "$1");
      if (port.length() < line.length()) places.add(new Place(host, Integer.parseInt(port)));
    }
    return places;
  }

  /**
   * @param why null: it is done
   */
  private record Copy(Place place, @Nullable String why) {}

  private Future<List<Copy>> each(
      ServerLink server, List<Place> places, ServerInfo master, long deadline) {
    long offset = master.number("master_repl_offset");
    return Future.join(places.stream().map(place -> one(server, place, offset, deadline)).toList())
        .map(all -> all.<Copy>list().stream().filter(copy -> copy.why != null).toList());
  }

  /** Never fails. */
  private Future<Copy> one(ServerLink server, Place place, long offset, long deadline) {
    return server
        .dialer()
        .replica(place)
        .compose(
            wire -> {
              Rewriting there = new Rewriting(vertx, request -> answered(wire, request), deadline);
              return there
                  .caughtUp(offset)
                  .compose(v -> there.files(true))
                  .onComplete(done -> wire.close());
            })
        .map(v -> new Copy(place, null))
        .otherwise(e -> new Copy(place, words(e)));
  }

  private static Future<Response> answered(StoreConnection wire, Request request) {
    return wire.connection().send(request).timeout(ANSWERS_WITHIN_MS, TimeUnit.MILLISECONDS);
  }

  private Future<Void> own(ServerLink server, List<Place> places, List<Copy> away, long deadline) {
    return new Rewriting(vertx, server::ask, deadline)
        .files(!places.isEmpty())
        .compose(
            v -> {
              if (away.isEmpty()) return Future.succeededFuture();
              List<String> where = away.stream().map(copy -> copy.place.toString()).toList();
              String why = String.valueOf(away.get(0).why);
              return Future.failedFuture(new UnerasedCopies(where, why));
            });
  }

  /** What may be logged of it: never what the client says, for that may hold what was sent. */
  private static String words(Throwable e) {
    if (e instanceof NotRewritten || e instanceof StoreUnavailable) {
      return String.valueOf(e.getMessage());
    }
    Refusal refusal = Refusal.of(e);
    return refusal != null ? refusal.reason() : "Redis refuses it (" + Refusal.code(e) + ")";
  }
}
