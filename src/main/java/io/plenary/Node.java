package io.plenary;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plenary.config.Settings;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.identity.JoinCode;
import io.plenary.identity.MacKey;
import io.plenary.metrics.LoopLag;
import io.plenary.metrics.Meters;
import io.plenary.metrics.StoreMeters;
import io.plenary.poll.service.VoteBatcher;
import io.plenary.qa.service.QuestionBatches;
import io.plenary.protocol.CloseCode;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.RedisBroker;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.JoinAddress;
import io.plenary.room.service.RoomLinks;
import io.plenary.simulation.Simulation;
import io.plenary.transport.Assets;
import io.plenary.transport.Management;
import io.plenary.transport.Server;
import io.plenary.transport.Wiring;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one server. Its own context owns everything that is not a vote on its way; the event loops that serve connections are
 * started from here, and stopped from here in the order that loses nothing.
 */
final class Node extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final long STORE_WITHIN_S = 10;
  private static final long ANSWERS_WITHIN_MS = 2_000;
  private static final long LOOK_MS = 20;
  private static final long CLOSE_FRAMES_MS = 150;

  private final Settings settings;
  private final Store store;
  private final Assets assets;
  private final int port;
  private final PrintStream out;
  private final Entropy entropy = new SecureRandom()::nextBytes;
  /** Whether what one loop took has been answered. */
  private final List<BooleanSupplier> idle = new CopyOnWriteArrayList<>();
  private final List<RedisLink> links = new CopyOnWriteArrayList<>();
  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Meters meters = new Meters(registry);
  private final StoreMeters storeMeters = meters.store(this::storeUp);
  private volatile RedisLink link;
  private RedisBroker broker;
  private App app;
  private volatile Simulation simulation;
  private volatile Rehearsal rehearsal;
  private volatile boolean open;

  /** @param port to listen on, never 0 */
  Node(Settings settings, Store store, Assets assets, int port, PrintStream out) {
    this.settings = settings;
    this.store = store;
    this.assets = assets;
    this.port = port;
    this.out = out;
  }

  @Override
  public Future<?> start() {
    return store.check(vertx, context, settings.store().acceptLoss()).compose(v -> {
      link = RedisLink.open(vertx, context, store.address(), LinkOptions.defaults(), storeMeters);
      return link.ready().timeout(STORE_WITHIN_S, TimeUnit.SECONDS)
          .recover(e -> Future.failedFuture(new StartFailure("Redis did not answer within " + STORE_WITHIN_S + " s.")));
    }).compose(runId -> Stores.on(link, entropy).secrets().loadOrCreate(new Ids(entropy).secret256()))
        .compose(secret -> serve(MacKey.ofSecret(secret)));
  }

  private Future<?> serve(MacKey secret) {
    JoinAddress address = new JoinAddress(settings.web().publicUrl(port).toString());
    app = new App(vertx, context, link, Stores.on(link, entropy), settings, secret, address, entropy, () -> open, meters);
    link.onDown(reason -> app.health.away());
    link.onUp(runId -> app.health.back());
    broker = new RedisBroker(vertx, context, store.address(), LinkOptions.defaults(), link);
    app.watch.start(vertx, broker);
    app.questions.shared.hands().share(broker.hands());
    boolean example = settings.start().example();
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return new Example(app.catalog, app.importer).newest(example, today)
        .compose(event -> listen().compose(v -> app.setupLink.renew()).onSuccess(setup -> {
          open = true;
          ready(address, setup, event);
        }));
  }

  private Future<?> listen() {
    DeploymentOptions loops = new DeploymentOptions().setInstances(settings.web().eventLoops());
    return vertx.deployVerticle(() -> new Server(this::wire, settings.web().host(), port), loops)
        .recover(e -> Future.failedFuture(cannotListen(e))).compose(v -> manage());
  }

  private StartFailure cannotListen(Throwable e) {
    String place = "Port " + port + " of " + settings.web().host();
    boolean taken = String.valueOf(e.getMessage()).contains("in use");
    return new StartFailure(taken ? place + " is in use by another program. Stop that, or choose another port with --port or PLENARY_PORT."
        : place + " cannot be used (" + e.getMessage() + "). Choose another with --port and --host.");
  }

  private Future<?> manage() {
    Settings.Operation operation = settings.operation();
    if (operation.managementPort() < 0) return Future.succeededFuture();
    Management.Place place = new Management.Place(operation.managementHost(), operation.managementPort());
    return vertx.deployVerticle(new Management(place, registry::scrape, app.shared.ready()));
  }

  private boolean storeUp() {
    RedisLink now = link;
    return now != null && now.isUp();
  }

  /** Runs on the event loop that it is for. */
  private Wiring wire(Vertx vertx) {
    var loop = vertx.getOrCreateContext();
    LoopLag.watch(vertx, meters.loopLag());
    RedisLink own = RedisLink.open(vertx, loop, store.address(), LinkOptions.defaults(), storeMeters);
    links.add(own);
    Stores stores = Stores.on(own, entropy);
    VoteBatcher votes = app.batcher(stores, loop);
    QuestionBatches questions = app.questionBatches(stores, loop);
    idle.add(() -> votes.idle() && questions.idle());
    return Wiring.on(vertx, app.shared, app.votes(votes), app.questions.loop(questions, loop), assets);
  }

  private void ready(JoinAddress address, Optional<String> setup, Loaded event) {
    int phones = settings.start().simulate();
    new Console(out).ready(address, setup, event, phones);
    if (phones == 0 && settings.start().warmUp() && !settings.start().check()) {
      rehearsal = new Rehearsal(vertx, Stores.on(link, entropy).events(), () -> JoinCode.draw(entropy), () -> meters.traffic().connected() > 0, here());
      rehearsal.play().onFailure(e -> LOG.info("The warm-up was not finished: {}", e.getMessage()));
    }
    if (phones == 0 || event == null) return;
    app.questions.open(event).onFailure(e -> LOG.info("The questions were not turned on: {}", e.getMessage()));
    String remote = new RoomLinks(address).of(event, event.state().rooms().get(0).id(), "remote");
    simulation = Simulation.start(vertx, here(), event.state().event().code(), remote, phones, System.nanoTime());
  }

  /** Where this machine reaches the server: whoever listens everywhere is at home on loopback too. */
  private URI here() {
    String host = settings.web().host();
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String place = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + place + ":" + port);
  }

  /**
   * Before stopping: no new joins, answers to the votes in flight, everybody told to come back. Servers are closed only after it, because
   * closing one drops its connections without a word. Callable from any thread.
   */
  Future<Void> drain() {
    open = false;
    if (simulation != null) simulation.stop();
    if (rehearsal != null) rehearsal.stop();
    return answered(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWERS_WITHIN_MS)).compose(v -> {
      if (app == null) return Future.succeededFuture();
      app.shared.hub().close(t -> true, CloseCode.RESTARTING);
      return vertx.timer(CLOSE_FRAMES_MS, TimeUnit.MILLISECONDS);
    }).compose(v -> Future.join(links.stream().map(RedisLink::close).toList()).otherwiseEmpty()).mapEmpty();
  }

  @Override
  public Future<?> stop() {
    return (app == null ? Future.<Void>succeededFuture() : app.passwords.close())
        .compose(v -> broker == null ? Future.succeededFuture() : broker.close())
        .compose(v -> link == null ? Future.succeededFuture() : link.close());
  }

  private Future<Void> answered(long deadline) {
    if (idle.stream().allMatch(BooleanSupplier::getAsBoolean) || System.nanoTime() > deadline) return Future.succeededFuture();
    return vertx.timer(LOOK_MS, TimeUnit.MILLISECONDS).compose(v -> answered(deadline));
  }
}
