package io.plenary;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plenary.activity.service.EventIndex;
import io.plenary.activity.service.EventStore;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.Peers;
import io.plenary.config.Settings;
import io.plenary.hub.Hub;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.identity.JoinCode;
import io.plenary.identity.MacKey;
import io.plenary.kinds.KindRegistry;
import io.plenary.metrics.LoopLag;
import io.plenary.metrics.Meters;
import io.plenary.metrics.StoreMeters;
import io.plenary.module.LoopServices;
import io.plenary.protocol.CloseCode;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.StoreGate;
import io.plenary.redis.StoreMonitor;
import io.plenary.redis.store.ActivityFormats;
import io.plenary.redis.store.RedisBroker;
import io.plenary.redis.store.RedisEventIndex;
import io.plenary.redis.store.RedisExample;
import io.plenary.redis.store.RedisNodeMessages;
import io.plenary.redis.store.RedisNodeStore;
import io.plenary.transport.Assets;
import io.plenary.transport.KindHandlers;
import io.plenary.transport.Management;
import io.plenary.transport.Server;
import io.plenary.transport.Wiring;
import io.plenary.voting.service.VoteBatcher;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of one server. Its own context owns everything that is not a vote on its way; the event
 * loops that serve connections are started from here, and stopped from here in the order that loses
 * nothing.
 */
final class Node extends VerticleBase {
  private static final long ANSWERS_WITHIN_MS = 2_000;
  private static final long LOOK_MS = 20;

  /** How often idle connections are tried, all of the event loops together. */
  private static final int PING_MS = 1_000;

  /** Nobody minds when the first list after a loss of the connection fails. */
  private static final int LISTS_PING_MS = 10_000;

  private static final long CLOSE_FRAMES_MS = 150;

  private final Settings settings;
  private final Store store;
  private final Assets assets;
  private final int port;
  private final Console console;
  private final KindRegistry kinds;
  private final ActivityFormats formats;
  private final Entropy entropy = new SecureRandom()::nextBytes;

  /** Whether what one loop took has been answered. */
  private final List<BooleanSupplier> idle = new CopyOnWriteArrayList<>();

  private final List<RedisLink> links = new CopyOnWriteArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Meters meters = new Meters(registry);
  private final StoreMeters storeMeters = meters.store(this::storeUp);
  private final Housekeeping housekeeping =
      new Housekeeping(meters.traffic(), meters.votes("counted")::sum);
  private final StoreGate gate;
  private volatile @Nullable RedisLink link;
  private @Nullable RedisLink lists;
  private @Nullable RedisBroker broker;
  private @Nullable App app;
  private volatile @Nullable Played played;
  private @Nullable Peers peers;
  private final String id = new Ids(entropy).id();
  private volatile boolean open;

  /**
   * @param port to listen on, never 0
   * @param kinds those that there are
   */
  Node(
      Settings settings,
      Store store,
      Assets assets,
      int port,
      Console console,
      KindRegistry kinds) {
    this.kinds = kinds;
    this.formats = new ActivityFormats(kinds.formats());
    this.settings = settings;
    this.store = store;
    this.gate = store.gate();
    this.assets = assets;
    this.port = port;
    this.console = console;
  }

  @Override
  public Future<?> start() {
    StartLimit limit = new StartLimit(vertx);
    return limit
        .untilAnswered(() -> store.check(vertx, context, settings.store().acceptLoss()))
        .compose(
            v -> {
              RedisLink opened =
                  RedisLink.open(
                      vertx, context, store.address(), LinkOptions.defaults(), storeMeters, gate);
              link = opened;
              return limit.untilAnswered(opened::hurry).compose(up -> serve(opened, limit));
            });
  }

  private Future<?> serve(RedisLink link, StartLimit limit) {
    Peers others = peers(link);
    return limit
        .untilAnswered(() -> store.settle(vertx, link, new Ids(entropy).secret128()))
        .onSuccess(gate::expect)
        .compose(mark -> limit.untilAnswered(others::look))
        .onSuccess(v -> others.start(vertx))
        .compose(
            v ->
                limit.untilAnswered(
                    () ->
                        Stores.on(link, entropy, formats)
                            .secrets()
                            .loadOrCreate(new Ids(entropy).secret256())))
        .compose(secret -> serve(link, MacKey.ofSecret(secret), limit));
  }

  private Future<?> serve(RedisLink link, MacKey secret, StartLimit limit) {
    JoinAddress address = new JoinAddress(settings.web().publicUrl(port).toString());
    RedisLink lists =
        RedisLink.open(
            vertx,
            context,
            store.address(),
            LinkOptions.defaults().withIdlePingMs(LISTS_PING_MS),
            storeMeters,
            gate);
    this.lists = lists;
    EventIndex index = new RedisEventIndex(vertx, lists, formats);
    RedisBroker broker =
        new RedisBroker(vertx, context, store.address(), LinkOptions.defaults(), link);
    this.broker = broker;
    App app =
        new App(
            vertx,
            context,
            link,
            broker.subscriber(),
            new RedisNodeMessages(link, broker.subscriber(), id),
            Stores.on(link, entropy, formats),
            index,
            settings,
            secret,
            address,
            entropy,
            () -> open,
            meters,
            store.losses(),
            kinds);
    this.app = app;
    app.kinds.withhold(formats.withheld());
    new StoreMonitor(
            vertx,
            context,
            store.address(),
            link,
            gate,
            () -> store.disk(vertx),
            app.health::away,
            app.health::back)
        .start();
    app.watch.start(vertx, broker);
    housekeeping.start(vertx);
    boolean example = settings.start().example();
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    RedisExample reserved = new RedisExample(link);
    Example ready = new Example(app.catalog, app.board, app.importer, () -> reserved.reserve(id));
    return limit
        .untilAnswered(lists::hurry)
        .compose(v -> limit.untilAnswered(() -> ready.newest(example, today)))
        .compose(
            event ->
                listen(app)
                    .compose(v -> limit.untilAnswered(() -> app.accounts.announce(address.base())))
                    .onSuccess(
                        setup -> {
                          open = true;
                          ready(app, link, address, setup, event);
                        }));
  }

  private Future<?> listen(App app) {
    DeploymentOptions loops = new DeploymentOptions().setInstances(settings.web().eventLoops());
    return vertx
        .deployVerticle(() -> new Server(v -> wire(app, v), settings.web().host(), port), loops)
        .recover(e -> Future.failedFuture(StartFailure.port(settings.web().host(), port, e)))
        .compose(v -> manage(app));
  }

  private Future<?> manage(App app) {
    Settings.Operation operation = settings.operation();
    if (operation.managementPort() < 0) return Future.succeededFuture();
    Management.Place place =
        new Management.Place(operation.managementHost(), operation.managementPort());
    return vertx.deployVerticle(new Management(place, registry::scrape, app.shared.trouble()));
  }

  private boolean storeUp() {
    RedisLink now = link;
    return now != null && now.isUp();
  }

  /** Runs on the event loop that it is for. */
  private Wiring wire(App app, Vertx vertx) {
    var loop = vertx.getOrCreateContext();
    LoopLag.watch(vertx, meters.loopLag());
    LinkOptions patience =
        LinkOptions.defaults().withIdlePingMs(PING_MS * settings.web().eventLoops());
    RedisLink own = RedisLink.open(vertx, loop, store.address(), patience, storeMeters, gate);
    links.add(own);
    Stores stores = Stores.on(own, entropy, formats);
    VoteBatcher votes = app.batcher(stores, loop);
    Hub.Seat seat = app.shared.hub().join(vertx);
    List<KindHandlers> handlers = app.handlers(new LoopServices(loop, own, seat));
    idle.add(() -> votes.idle() && handlers.stream().allMatch(KindHandlers::idle));
    return Wiring.on(vertx, app.shared, seat, app.votes(votes), handlers, assets);
  }

  private void ready(
      App app,
      RedisLink link,
      JoinAddress address,
      Optional<String> setup,
      @Nullable LoadedEvent event) {
    console.ready(address, setup, event, settings.start().simulate());
    Played begun = new Played(vertx, settings, kinds, here(), meters.traffic());
    played = begun;
    if (settings.start().simulate() > 0) {
      if (event != null) begun.simulate(app.modules, address, event);
      return;
    }
    begun.warmUp(
        Stores.on(link, entropy, formats).events(),
        id,
        () -> JoinCode.draw(entropy),
        Objects.requireNonNull(peers),
        () -> housekeeping.now(vertx));
  }

  private Peers peers(RedisLink link) {
    EventStore events = Stores.on(link, entropy, formats).events();
    Peers made =
        new Peers(
            new RedisNodeStore(link),
            id,
            kinds.words(),
            () -> played == null ? 0 : played.people(),
            gone -> events.delete(WarmUp.eventOf(gone)),
            formats.withheld(),
            gate::outgrow);
    peers = made;
    return made;
  }

  /**
   * Where this machine reaches the server: whoever listens everywhere is at home on loopback too.
   */
  private URI here() {
    String host = settings.web().host();
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String place = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + place + ":" + port);
  }

  /**
   * Before stopping: no new joins, answers to the votes in flight, everybody told to come back.
   * Servers are closed only after it, because closing one drops its connections without a word.
   * Callable from any thread.
   */
  Future<Void> drain() {
    open = false;
    Peers others = peers;
    Future<Void> left =
        (played == null ? Future.<Void>succeededFuture() : played.stop())
            .compose(v -> others == null ? Future.succeededFuture() : others.leave())
            .timeout(ANSWERS_WITHIN_MS, TimeUnit.MILLISECONDS)
            .otherwiseEmpty();
    return answered(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWERS_WITHIN_MS))
        .compose(v -> left)
        .compose(
            v -> {
              App now = app;
              if (now == null) return Future.succeededFuture();
              now.shared.hub().close(t -> true, CloseCode.RESTARTING);
              return vertx
                  .timer(CLOSE_FRAMES_MS, TimeUnit.MILLISECONDS)
                  .compose(closed -> now.people.leave());
            })
        .compose(v -> Future.join(links.stream().map(RedisLink::close).toList()).otherwiseEmpty())
        .mapEmpty();
  }

  @Override
  public Future<?> stop() {
    return (app == null ? Future.<Void>succeededFuture() : app.accounts.passwords.close())
        .compose(v -> broker == null ? Future.succeededFuture() : broker.close())
        .compose(v -> lists == null ? Future.succeededFuture() : lists.close())
        .compose(v -> link == null ? Future.succeededFuture() : link.close());
  }

  private Future<Void> answered(long deadline) {
    if (idle.stream().allMatch(BooleanSupplier::getAsBoolean) || System.nanoTime() > deadline) {
      return Future.succeededFuture();
    }
    return vertx.timer(LOOK_MS, TimeUnit.MILLISECONDS).compose(v -> answered(deadline));
  }
}
