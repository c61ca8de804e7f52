package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Loops;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.ClusterView.Shard;
import io.plenary.redis.InFlight.Pending;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pipelined connection to one server, or to the master that Sentinels name. A command whose
 * reply does not come in time ends the connection: another is made, and everything in flight fails.
 */
final class ServerLink extends RedisLink {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);

  private final Vertx vertx;
  private final Context context;
  private final LinkOptions options;
  private final StoreMeters meters;
  private final Dialer dialer;
  private final LinkEvents events = new LinkEvents();
  private final @Nullable Function<Place, Future<@Nullable List<Place>>> copies;
  private final Place place;

  // Everything below belongs to the context; the volatile ones may be read from anywhere.
  private final InFlight inFlight = new InFlight();
  private final Patience patience;
  private final NextAttempt next;
  private @Nullable StoreConnection wire;
  private StoreUnavailable reason = new StoreUnavailable("Redis is not connected yet");
  private @Nullable LoopTimer timer;
  private boolean closed;
  private volatile ServerKeys keys = ServerKeys.ALONE;
  private volatile @Nullable String runId;
  private volatile boolean up;

  /**
   * @param copies finds those of a server of a Cluster; null: Sentinels, or the server itself, know
   *     them
   */
  ServerLink(
      Vertx vertx,
      Context context,
      StoreAddress address,
      LinkOptions options,
      StoreMeters meters,
      StoreGate gate,
      @Nullable Function<Place, Future<@Nullable List<Place>>> copies) {
    super(gate, address);
    this.vertx = vertx;
    this.copies = copies;
    this.place = new Place(address.host(), address.port());
    this.meters = meters;
    this.context = context;
    this.options = options;
    this.dialer = new Dialer(vertx, context, address, options);
    this.patience = new Patience(inFlight, options);
    this.next = new NextAttempt(vertx, options.forMasterOf(address), this::connect);
  }

  @Override
  void start() {
    context.runOnContext(
        v -> {
          timer = new LoopTimer(vertx, Math.max(5, options.commandTimeoutMs() / 20), this::look);
          connect();
        });
  }

  /** What the server is asked for itself. */
  ServerKeys keys() {
    return keys;
  }

  /** Where the server has others than one that has everything; before it is connected to. */
  void keys(ServerKeys own) {
    keys = own;
  }

  Future<Response> ask(Request request) {
    return sent(request, true, AclCheck.mayWrite(request.command()));
  }

  @Override
  public Future<Response> ask(Command command, Object... args) {
    return ask(Request.cmd(command, args));
  }

  private Future<Response> sent(Request request, boolean plain, boolean copied) {
    return InFlight.on(context, promise -> submit(request, promise, plain, copied));
  }

  @Override
  public Future<Response> send(Command command, Object... args) {
    boolean writes = AclCheck.writes(command);
    StoreUnavailable shut = gate.shut(writes);
    return measured(
        command.toString(),
        shut != null ? Future.failedFuture(shut) : raw(() -> Request.cmd(command, args), writes));
  }

  /**
   * @param copied whether replicas get what it writes
   */
  private Future<Response> raw(Supplier<Request> request, boolean copied) {
    try {
      return sent(request.get(), false, copied);
    } catch (RuntimeException e) { // whoever waits for the answer must have one
      return Future.failedFuture(e);
    }
  }

  @Override
  public Future<Response> eval(Script script, List<String> keys, List<?> args) {
    StoreUnavailable shut = gate.shut(script.writes());
    if (shut != null) return measured(script.name(), Future.failedFuture(shut));
    return measured(
        script.name(),
        raw(() -> script.byDigest(keys, args), script.replicates())
            .recover(
                e -> {
                  boolean unknown = e.getMessage() != null && e.getMessage().startsWith("NOSCRIPT");
                  return unknown
                      ? raw(() -> script.bySource(keys, args), script.replicates())
                      : Future.failedFuture(e);
                }));
  }

  @Override
  List<ServerLink> servers() {
    return List.of(this);
  }

  /**
   * From sending to the reply, both ways through the event loop included: what the caller waits.
   */
  private Future<Response> measured(String call, Future<Response> reply) {
    long start = System.nanoTime();
    return reply.onComplete(
        result -> {
          if (result.succeeded()) meters.answered(call, System.nanoTime() - start);
          else meters.failed(call);
        });
  }

  @Override
  public boolean isUp() {
    return up;
  }

  @Override
  public String epoch() {
    return lineage().epoch(Objects.requireNonNull(runId, "not connected yet"));
  }

  private Lineage lineage() {
    return gate.lineage(keys.epoch());
  }

  @Override
  public void onUp(Consumer<String> listener) {
    context.runOnContext(v -> events.addUp(listener, wire == null ? null : runId));
  }

  @Override
  public void onDown(Consumer<StoreUnavailable> listener) {
    context.runOnContext(v -> events.addDown(listener));
  }

  @Override
  public Future<Void> hurry() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(v -> next.hurry(done));
    return done.future();
  }

  @Override
  public StoreUnavailable reason() {
    return reason;
  }

  /** Every copy that is known, also those that are away; null in it: the server itself knows. */
  Future<@Nullable List<Place>> copies() {
    return copies == null ? dialer.replicas() : copies.apply(place);
  }

  /** All at one server, whichever it is. */
  @Override
  void onShards(Consumer<List<Shard>> listener) {
    context.runOnContext(v -> listener.accept(List.of(Shard.ofAll(place))));
  }

  @Override
  void lookForSlots() {}

  /** For further connections to the same store. */
  Dialer dialer() {
    return dialer;
  }

  @Override
  void leave(Predicate<String> place) {
    context.runOnContext(
        v -> {
          if (wire == null || !place.test(wire.place())) return;
          drop(wire, new StoreUnavailable("Redis has another master now"));
        });
  }

  @Override
  public Future<Void> close() {
    return Loops.call(
        context,
        () -> {
          closed = true;
          gate.left(this);
          next.over();
          if (timer != null) timer.stop();
          StoreConnection old = wire;
          if (old != null) drop(old, new StoreUnavailable("the link to Redis is closed"));
          return dialer.close().otherwiseEmpty();
        });
  }

  private void connect() {
    if (closed) return;
    dialer
        .dial()
        .compose(wire -> lineage().settle(wire))
        .onComplete(
            ar ->
                context.runOnContext(
                    v -> {
                      if (ar.succeeded()) adopt(ar.result());
                      else retry((StoreUnavailable) ar.cause());
                    }));
  }

  private void adopt(StoreConnection fresh) {
    if (closed) {
      fresh.close();
      return;
    }
    if (runId != null) meters.reconnected();
    wire = fresh;
    patience.begin(System.nanoTime());
    String id = fresh.info().runId();
    runId = id;
    up = true;
    LOG.info("Redis {} is connected", fresh.place());
    fresh
        .ended()
        .onComplete(
            ar -> context.runOnContext(v -> drop(fresh, new StoreUnavailable(ar.result()))));
    next.over();
    events.up(id);
  }

  private void retry(StoreUnavailable why) {
    if (!closed && !why.getMessage().equals(reason.getMessage())) {
      LOG.warn("{}; trying again", why.getMessage());
    }
    reason = why;
    if (!closed) next.after(why);
  }

  private void drop(StoreConnection old, StoreUnavailable why) {
    if (wire != old) return;
    wire = null;
    up = false;
    old.close();
    inFlight.failAll(why);
    if (!closed) events.down(why); // who closes it is not told that it is away
    retry(why);
  }

  private void submit(Request request, Promise<Response> promise, boolean plain, boolean copied) {
    if (wire == null) {
      InFlight.finish(promise, null, reason);
      return;
    }
    if (inFlight.size() >= options.maxInFlight()) {
      InFlight.finish(
          promise, null, new StoreUnavailable("too many commands to Redis are in flight"));
      return;
    }
    StoreConnection used = wire;
    Pending pending = inFlight.add(promise, System.nanoTime());
    try {
      (copied ? Copies.send(used, request, gate, keys) : used.connection().send(request))
          .onComplete(ar -> answered(used, pending, ar, plain));
    } catch (RuntimeException e) { // nobody waits for ever
      drop(used, new StoreUnavailable("the connection to Redis broke (" + Refusal.code(e) + ")"));
    }
  }

  private void answered(
      StoreConnection used, Pending pending, AsyncResult<Response> answer, boolean plain) {
    patience.heard(System.nanoTime());
    Refusal refusal = answer.succeeded() ? null : Refusal.of(answer.cause());
    if (refusal == null || (plain && !refusal.reconnect())) {
      inFlight.settle(pending, answer.result(), answer.cause());
      return;
    }
    StoreUnavailable away = refusal.away();
    inFlight.settle(pending, null, away);
    // Each that waits behind it would wait as long for its copies.
    boolean stuck = answer.cause() instanceof Copies.TooFew && inFlight.size() > 0;
    if (refusal.reconnect() || stuck) drop(used, away);
    if (refusal.writes()) gate.refused(away);
  }

  /** Finds a reply that is overdue, and tries an idle connection. */
  private void look(boolean late) {
    if (wire == null) return;
    switch (patience.look(System.nanoTime(), late)) {
      case OVERDUE ->
          drop(
              wire,
              new StoreUnavailable(
                  "Redis did not answer within " + options.commandTimeoutMs() + " ms"));
      case IDLE -> submit(Request.cmd(Command.PING), Promise.promise(), false, false);
      case WELL -> {}
    }
  }
}
