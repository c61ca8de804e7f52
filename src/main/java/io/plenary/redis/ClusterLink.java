package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Loops;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.ClusterView.Shard;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A Redis Cluster: one {@link ServerLink} to each master; the key decides. It is up when all of
 * them are, because whoever writes must be able to.
 *
 * <p>A server that has lost a slot says so, and carries nothing out: {@link ClusterServers} looks
 * anew, and the command is sent again. When a link goes down it is as with one Redis: what was sent
 * fails.
 */
final class ClusterLink extends RedisLink {
  /** How often a command is sent whose slot moved. */
  private static final int TRIES = 8;

  private static final int PAUSE_MS = 50;

  private final Vertx vertx;
  private final Context context;
  private final LinkEvents events = new LinkEvents();
  private final ClusterServers servers;

  /** As they are written, and as they are on a Cluster. */
  private final Map<Script, Script> scripts = new ConcurrentHashMap<>();

  ClusterLink(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      StoreMeters meters,
      StoreGate gate) {
    super(gate, address);
    this.vertx = vertx;
    this.context = context;
    LinkOptions patience = options.forMasterOf(address);
    Dialer dialer = new Dialer(vertx, context, address, options);
    this.servers =
        new ClusterServers(
            vertx,
            context,
            dialer,
            patience,
            place ->
                new ServerLink(
                    vertx, context, address.at(place), patience, meters, gate, this::copies),
            events);
  }

  private Future<List<Place>> copies(Place of) {
    return servers.copies(of);
  }

  @Override
  void start() {
    context.runOnContext(v -> servers.looked());
  }

  @Override
  public Future<Response> ask(Command command, Object... args) {
    return routed(slot(command, args), server -> server.ask(command, args));
  }

  @Override
  public Future<Response> send(Command command, Object... args) {
    return routed(slot(command, args), server -> server.send(command, args));
  }

  @Override
  public Future<Response> eval(Script script, List<String> keys, List<?> args) {
    Script here = scripts.computeIfAbsent(script, pubSub::script);
    return routed(Slots.of(keys.get(0)), server -> server.eval(here, keys, args));
  }

  private static int slot(Command command, Object... args) {
    if (command == Command.PING) return 0;
    if (args.length == 0) throw new IllegalArgumentException(command + " has no key");
    return Slots.of(args[0].toString());
  }

  private Future<Response> routed(int slot, Function<ServerLink, Future<Response>> call) {
    ServerLink server = servers.routes().bySlot()[slot];
    if (server == null) return Future.failedFuture(servers.reason());
    return call.apply(server).recover(e -> missed(slot, call, e));
  }

  private Future<Response> missed(
      int slot, Function<ServerLink, Future<Response>> call, Throwable e) {
    if (!moved(e)) {
      // It may be that the server has other slots than it had.
      if (e instanceof StoreUnavailable) lookForSlots();
      return Future.failedFuture(e);
    }
    return InFlight.on(
        context,
        promise ->
            again(slot, call, TRIES)
                .onComplete(ar -> InFlight.finish(promise, ar.result(), ar.cause())));
  }

  /** Carried out nowhere: the slot has another master. */
  private static boolean moved(Throwable e) {
    return e instanceof ErrorType && Refusal.code(e).equals("MOVED");
  }

  /** On the context. */
  private Future<Response> again(int slot, Function<ServerLink, Future<Response>> call, int tries) {
    if (tries == 0) {
      return Future.failedFuture(new StoreUnavailable("the Redis cluster is moving keys"));
    }
    ServerLink before = servers.routes().bySlot()[slot];
    return servers
        .looked()
        .compose(v -> paused(before == servers.routes().bySlot()[slot]))
        .compose(
            v -> {
              ServerLink server = servers.routes().bySlot()[slot];
              return server == null ? Future.failedFuture(servers.reason()) : call.apply(server);
            })
        .recover(e -> moved(e) ? again(slot, call, tries - 1) : Future.failedFuture(e));
  }

  private Future<Void> paused(boolean same) {
    if (!same) return Future.succeededFuture();
    Promise<Void> over = Promise.promise();
    vertx.setTimer(PAUSE_MS, id -> over.complete());
    return over.future();
  }

  @Override
  List<ServerLink> servers() {
    return servers.routes().servers();
  }

  @Override
  public boolean isUp() {
    return servers.isUp();
  }

  @Override
  public String epoch() {
    return servers.routes().epoch();
  }

  @Override
  public void onUp(Consumer<String> listener) {
    context.runOnContext(v -> events.addUp(listener, isUp() ? epoch() : null));
  }

  @Override
  public void onDown(Consumer<StoreUnavailable> listener) {
    context.runOnContext(v -> events.addDown(listener));
  }

  @Override
  public Future<Void> hurry() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(v -> servers.hurry().onComplete(done));
    return done.future();
  }

  @Override
  public StoreUnavailable reason() {
    return servers.reason();
  }

  @Override
  void onShards(Consumer<List<Shard>> listener) {
    context.runOnContext(v -> servers.onShards(listener));
  }

  @Override
  void lookForSlots() {
    context.runOnContext(v -> servers.lookLater());
  }

  /** A server that lost its slots says so itself. */
  @Override
  void leave(Predicate<String> place) {}

  @Override
  public Future<Void> close() {
    return Loops.call(
        context,
        () -> {
          gate.left(this);
          return servers.close().<Void>mapEmpty().otherwiseEmpty();
        });
  }
}
