package io.plenary;

import io.plenary.activity.service.ActivityCommands;
import io.plenary.activity.service.Anonymiser;
import io.plenary.activity.service.Beats;
import io.plenary.activity.service.Catalog;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.Codes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventCommands;
import io.plenary.activity.service.EventFailures;
import io.plenary.activity.service.EventIndex;
import io.plenary.activity.service.Evictions;
import io.plenary.activity.service.Finaliser;
import io.plenary.activity.service.IdleEvents;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.Overview;
import io.plenary.activity.service.PastEvents;
import io.plenary.activity.service.PresenceCounters;
import io.plenary.activity.service.PublicResults;
import io.plenary.activity.service.RoomCodes;
import io.plenary.activity.service.RoomCommands;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.activity.service.Snapshots;
import io.plenary.activity.service.StoreHealth;
import io.plenary.activity.service.VersionPoller;
import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import io.plenary.export.EventResults;
import io.plenary.export.service.Exporter;
import io.plenary.export.service.Exports;
import io.plenary.export.service.Importer;
import io.plenary.export.service.Reporter;
import io.plenary.hub.Audience;
import io.plenary.hub.Hub;
import io.plenary.hub.Loops;
import io.plenary.hub.NodeMessages;
import io.plenary.identity.Account;
import io.plenary.identity.Entropy;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.Hmac;
import io.plenary.identity.Ids;
import io.plenary.identity.JoinCode;
import io.plenary.identity.MacKey;
import io.plenary.identity.ReportLinks;
import io.plenary.identity.SharedLimits;
import io.plenary.kinds.KindRegistry;
import io.plenary.limit.Limits;
import io.plenary.limit.Spending;
import io.plenary.metrics.Meters;
import io.plenary.module.KindService;
import io.plenary.module.LoopServices;
import io.plenary.module.NodeServices;
import io.plenary.oidc.OidcProvider;
import io.plenary.redis.History;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Subscriber;
import io.plenary.redis.store.AofCompaction;
import io.plenary.redis.store.Keys;
import io.plenary.redis.store.RedisAnonymiserStore;
import io.plenary.redis.store.Settling;
import io.plenary.transport.Forwarding;
import io.plenary.transport.Intake;
import io.plenary.transport.KindHandlers;
import io.plenary.transport.Organisers;
import io.plenary.transport.Shared;
import io.plenary.transport.Streams;
import io.plenary.voting.service.AnswerModeration;
import io.plenary.voting.service.BallotActivityKind;
import io.plenary.voting.service.BallotAnonymiser;
import io.plenary.voting.service.BallotKind;
import io.plenary.voting.service.BallotViews;
import io.plenary.voting.service.Closings;
import io.plenary.voting.service.ConnectedPeople;
import io.plenary.voting.service.LastSteps;
import io.plenary.voting.service.Recounts;
import io.plenary.voting.service.Tallies;
import io.plenary.voting.service.TallyFrames;
import io.plenary.voting.service.TallyTicker;
import io.plenary.voting.service.VoteBatcher;
import io.plenary.voting.service.Votes;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the parts of the server meet: every shared {@code new} stands here, in the
 * order in which things depend on each other. What each event loop has for itself is made by {@link
 * #votes}.
 */
final class App {
  /** A page that is reloaded, and a command that follows another, find the event in memory. */
  private static final Duration KEPT_IDLE = Duration.ofSeconds(30);

  final EventCache board;
  final StoreHealth health;
  final Catalog catalog;
  final Importer importer;
  final Finaliser finaliser;
  final VersionPoller watch;
  final Kinds kinds;
  final People people;
  final Accounts accounts;
  final Shared shared;
  final List<KindService> modules;
  private final Settings settings;
  private final TallyTicker ticker;
  private final Meters meters;

  /**
   * @param link of the owner context, on which everything that is not a vote happens
   */
  App(
      Vertx vertx,
      Context owner,
      RedisLink link,
      Subscriber subscriber,
      NodeMessages nodes,
      Stores stores,
      EventIndex index,
      Settings settings,
      MacKey secret,
      JoinAddress address,
      Entropy entropy,
      BooleanSupplier open,
      Meters meters,
      List<EventResults.Loss> losses,
      KindRegistry registered) {
    this.meters = meters;
    this.settings = settings;
    Settings.Event event = settings.event();
    Clock clock = Clock.systemUTC();
    Ids ids = new Ids(entropy);
    Hub hub = new Hub(meters.traffic());

    board = new EventCache(stores.events(), owner, new EventFailures(meters.eventFailures()));
    kinds = new Kinds(board);
    Changes changes = new Changes(stores.events(), board, owner);
    Spending spending = new Spending();
    SharedLimits limits = new SharedLimits(spending, secret);
    new SpendingExchange(vertx, owner, nodes, spending).start();
    people = new People(vertx, owner, stores, board, nodes, limits, event.maxPhones());
    PresenceCounters numbers = people.numbers;
    Tallies tallies = new Tallies();
    board.listen(tallies::stateChanged); // before the feeds show anything of the new state
    Closings closings = new Closings(event.grace(), System::nanoTime);
    board.listen(closings::stateChanged); // the same
    SnapshotCache feeds =
        new SnapshotCache(board, new Snapshots(kinds, numbers, address, clock), hub);
    kinds.listen(() -> feeds.renew(Audience.ORGANISER));
    new PastEvents(board, feeds, clock).start(vertx);
    new Evictions(board, hub);
    closings.show(vertx, owner, board, feeds);
    Beats beats = new Beats(board, hub);
    beats.start(vertx);
    people.show(feeds, hub);
    meters.eventsLoaded(() -> board.known().size());
    new IdleEvents(board, hub::events, KEPT_IDLE).start(vertx);
    ticker =
        new TallyTicker(
            board,
            stores.ballots(),
            tallies,
            new TallyFrames(tallies, feeds, hub),
            vertx,
            owner,
            meters.tickLag());
    ticker.start(event.tick().toMillis());
    long graceMs = event.grace().toMillis();
    new LastSteps(board, stores.ballots(), tallies, vertx, graceMs, ticker::moved).start();
    new Recounts(board, stores.ballots(), stores.claims(), vertx, graceMs, ticker::moved).start();
    watch = new VersionPoller(board, stores.events(), kinds::moved, ticker::stepped);
    Overview overview = new Overview(board, kinds, numbers, hub);
    overview.start(vertx);
    health = new StoreHealth(numbers, feeds, hub, watch::lookAtAll);

    new ConnectedPeople(
            board,
            people.attendance,
            stores.connected(),
            new HmacVoters(new Hmac()),
            vertx,
            owner,
            graceMs,
            ticker::moved)
        .start();
    BallotAnonymiser ending =
        new BallotAnonymiser(new RedisAnonymiserStore(link), new HmacVoters(new Hmac()), graceMs);
    for (BallotKind<?> ballot : registered.ballots()) {
      kinds.add(
          new BallotActivityKind(
              ballot, new BallotViews<>(ballot, tallies, closings), ticker::moved, ending));
    }

    AofCompaction rewrites = new AofCompaction(link, new History(vertx, link)::rewrite, ids);
    rewrites.start(vertx, health::unerased);
    new Settling(link).start(vertx);
    NodeServices node =
        new NodeServices(
            vertx,
            owner,
            link,
            subscriber,
            board,
            changes,
            feeds,
            hub,
            ids,
            stores.claims(),
            meters,
            id ->
                Loops.call(owner, () -> stores.accounts().byId(id))
                    .map(found -> found.map(Account::name).orElse(null)),
            event.batchSize());
    modules = registered.modules().stream().map(kind -> KindRegistry.start(kind, node)).toList();
    modules.forEach(module -> kinds.add(module.kind()));

    RoomCodes roomCodes =
        new RoomCodes(stores.events(), board, owner, () -> JoinCode.draw(entropy));
    catalog =
        new Catalog(
            stores.events(),
            index,
            board,
            kinds,
            roomCodes,
            owner,
            ids::id,
            () -> JoinCode.draw(entropy));
    Anonymiser anonymiser = new Anonymiser(kinds, changes, rewrites::now, board.failures());
    finaliser =
        new Finaliser(
            stores.events(),
            index,
            kinds,
            changes,
            anonymiser,
            board.failures(),
            event.finaliseAfter(),
            clock);
    finaliser.start(vertx, owner, board, stores.claims(), graceMs);
    Exports exports =
        new Exports(
            registered.files(),
            stores.ballots(),
            graceMs,
            modules.stream().map(KindService::export).toList());
    importer = new Importer(catalog, exports, ids::id);
    Exporter exporter = new Exporter(exports, owner, new LostSince(stores.events(), losses));

    accounts =
        new Accounts(
            vertx,
            stores,
            secret,
            entropy,
            event,
            limits,
            settings
                .provider()
                .map(said -> new OidcProvider(vertx, oidcClient(said, address), clock)));
    Organisers organisers = new Organisers(accounts.services.signIn(), accounts.services.staff());
    organisers.start(vertx);
    subscriber.subscribe(Keys.ENDED, organisers::lookAt);
    board.listen((id, next) -> organisers.look(id));
    Streams streams = new Streams();
    Forwarding forwarding = new Forwarding(vertx, owner, nodes, streams);
    forwarding.start();
    shared =
        new Shared(
            registered.codec(),
            hub,
            board,
            feeds,
            beats,
            people.attendance,
            people.phones,
            new Codes(stores.events(), board, owner),
            people.joins,
            catalog,
            new ActivityCommands(changes, kinds, registered.codec().draftKinds(), ids::id),
            new RoomCommands(changes, board, roomCodes, kinds, ids::id, clock),
            new EventCommands(changes, kinds),
            new PublicResults(board, kinds, clock),
            overview,
            new AnswerModeration(board, tallies, stores.ballots(), ticker::moved),
            modules.stream().flatMap(module -> module.downloads().stream()).toList(),
            exporter,
            importer,
            new Reporter(vertx, owner, exporter, people.joins, clock),
            new ReportLinks(stores.reportLinks(), ids),
            accounts.services,
            organisers,
            new GuessLimits(Limits.GUESSES_PER_MINUTE, limits),
            ids,
            secret,
            streams,
            forwarding,
            Intake.of(Runtime.getRuntime().maxMemory()),
            address,
            clock,
            meters,
            new Shared.Options(
                event.grace(),
                event.sessionLifetime(),
                settings.web().trustProxy(),
                SettingsLoader.version()),
            open,
            () -> trouble(open, link));
  }

  private static OidcProvider.Client oidcClient(Settings.Provider said, JoinAddress address) {
    return new OidcProvider.Client(
        said.issuer(), said.clientId(), said.clientSecret(), said.name(), address.base());
  }

  /** Why votes cannot be taken; null: they can. */
  private @Nullable String trouble(BooleanSupplier open, RedisLink link) {
    if (!open.getAsBoolean()) return "The server starts or stops.";
    String why = health.reason();
    return why != null || link.isUp() ? why : "Redis is not connected.";
  }

  /** The way of a vote on one event loop. */
  Votes votes(VoteBatcher batcher) {
    return new Votes(board, batcher, new HmacVoters(new Hmac()), ticker::moved);
  }

  /** Batches of one event loop, on a connection of its own. */
  VoteBatcher batcher(Stores stores, Context loop) {
    return new VoteBatcher(
        stores.ballots(),
        loop,
        settings.event().batchSize(),
        settings.event().grace().toMillis(),
        meters.batches(),
        System::nanoTime);
  }

  /** What the kinds do on one event loop. */
  List<KindHandlers> handlers(LoopServices loop) {
    return modules.stream().map(module -> module.handlers(loop)).toList();
  }
}
