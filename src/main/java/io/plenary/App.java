package io.plenary;

import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import io.plenary.export.service.Exporter;
import io.plenary.export.service.Exports;
import io.plenary.export.service.Importer;
import io.plenary.export.service.PollExport;
import io.plenary.export.service.QuestionExport;
import io.plenary.export.service.ReactionExport;
import io.plenary.hub.Hub;
import io.plenary.hub.Loops;
import io.plenary.identity.Account;
import io.plenary.identity.Entropy;
import io.plenary.identity.GuessLimits;
import io.plenary.identity.Hmac;
import io.plenary.identity.Ids;
import io.plenary.identity.Invitations;
import io.plenary.identity.JoinCode;
import io.plenary.identity.MacKey;
import io.plenary.identity.NewAccounts;
import io.plenary.identity.PasswordRules;
import io.plenary.identity.Passwords;
import io.plenary.identity.Sessions;
import io.plenary.identity.SetUp;
import io.plenary.identity.SetupLink;
import io.plenary.identity.SignIn;
import io.plenary.identity.SignInLimits;
import io.plenary.identity.Staff;
import io.plenary.metrics.Meters;
import io.plenary.poll.service.PollCommands;
import io.plenary.poll.service.PollKind;
import io.plenary.poll.service.PollSeal;
import io.plenary.poll.service.PollViews;
import io.plenary.poll.service.Recounts;
import io.plenary.poll.service.Tallies;
import io.plenary.poll.service.TallyFrames;
import io.plenary.poll.service.TallyTicker;
import io.plenary.poll.service.VoteBatcher;
import io.plenary.poll.service.Votes;
import io.plenary.qa.service.QuestionBatches;
import io.plenary.qa.service.StaffNames;
import io.plenary.redis.History;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.RedisPollSealStore;
import io.plenary.redis.store.Rewrites;
import io.plenary.room.service.Attendance;
import io.plenary.room.service.Board;
import io.plenary.room.service.Catalog;
import io.plenary.room.service.Changes;
import io.plenary.room.service.Codes;
import io.plenary.room.service.Evictions;
import io.plenary.room.service.Feeds;
import io.plenary.room.service.Finaliser;
import io.plenary.room.service.JoinAddress;
import io.plenary.room.service.Joins;
import io.plenary.room.service.Kinds;
import io.plenary.room.service.Numbers;
import io.plenary.room.service.Overview;
import io.plenary.room.service.PresenceTicker;
import io.plenary.room.service.RoomCodes;
import io.plenary.room.service.RoomCommands;
import io.plenary.room.service.Sealer;
import io.plenary.room.service.Snapshots;
import io.plenary.room.service.StoreHealth;
import io.plenary.room.service.Watch;
import io.plenary.transport.Organisers;
import io.plenary.transport.Phones;
import io.plenary.transport.Shared;
import io.plenary.transport.SharedReactions;
import io.plenary.transport.Streams;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The one place where the parts of the server meet: every shared {@code new} stands here, in the order in which things depend on
 * each other. What each event loop has for itself is made by {@link #votes}.
 */
final class App {
  /** Of 244 million codes. The rest of the guesses learn nothing but that they should slow down. */
  private static final int GUESSES_PER_MINUTE = 600;
  final Board board;
  final StoreHealth health;
  final Catalog catalog;
  final Importer importer;
  final Finaliser finaliser;
  final SetupLink setupLink;
  final Watch watch;
  final Passwords passwords;
  final Shared shared;
  final QaApp questions;
  private final Settings settings;
  private final TallyTicker ticker;
  private final Meters meters;

  /** @param link of the owner context, on which everything that is not a vote happens */
  App(Vertx vertx, Context owner, RedisLink link, Stores stores, Settings settings, MacKey secret, JoinAddress address,
      Entropy entropy, BooleanSupplier open, Meters meters) {
    this.meters = meters;
    this.settings = settings;
    Settings.Event event = settings.event();
    Ids ids = new Ids(entropy);
    Hub hub = new Hub(meters.traffic());

    board = new Board(stores.events(), owner);
    Kinds kinds = new Kinds(board);
    Changes changes = new Changes(stores.events(), board, owner);
    Joins joins = new Joins(stores.joins(), owner);
    Attendance attendance = new Attendance();
    Numbers numbers = new Numbers(joins, attendance);
    Tallies tallies = new Tallies();
    board.listen(tallies::stateChanged); // before the feeds show anything of the new state
    Feeds feeds = new Feeds(board, new Snapshots(kinds, numbers, address), hub);
    new Evictions(board, hub);
    board.listen((id, next) -> {
      if (next != null) joins.refresh(next.state());
    });

    ticker = new TallyTicker(board, stores.polls(), tallies, new TallyFrames(tallies, feeds, hub), owner, meters.tickLag());
    ticker.start(vertx, event.tick().toMillis());
    new Recounts(stores.polls(), vertx, event.grace().toMillis(), ticker::moved).start(board);
    watch = new Watch(board, stores.events(), kinds::moved);
    new PresenceTicker(board, numbers, feeds, hub).start(vertx);
    Overview overview = new Overview(board, kinds, numbers, hub);
    overview.start(vertx);
    health = new StoreHealth(numbers, feeds, hub, watch::lookAtAll);

    long graceMs = event.grace().toMillis();
    PollSeal pollSeal = new PollSeal(new RedisPollSealStore(link), new HmacVoters(new Hmac()), graceMs);
    kinds.add(new PollKind(new PollViews(tallies), ticker::moved, pollSeal));

    SharedReactions reactions = ReactionApp.start(vertx, owner, stores.reactions(), board, kinds, changes, feeds, hub, ids);
    Rewrites rewrites = new Rewrites(link, new History(vertx, link)::rewrite, ids);
    rewrites.start(vertx);
    questions = new QaApp(vertx, owner, stores.questions(), board, kinds, changes, feeds, hub, ids,
        new StaffNames(id -> Loops.call(owner, () -> stores.accounts().byId(id)).map(found -> found.map(Account::name).orElse(null))));

    RoomCodes roomCodes = new RoomCodes(stores.events(), board, owner, () -> JoinCode.draw(entropy));
    catalog = new Catalog(stores.events(), board, kinds, roomCodes, owner, ids::id, () -> JoinCode.draw(entropy));
    Sealer sealer = new Sealer(kinds, changes, rewrites::now);
    finaliser = new Finaliser(catalog, kinds, changes, sealer, event.finaliseAfter(), Clock.systemUTC());
    finaliser.start(vertx, owner, board, graceMs);
    Exports exports = new Exports(List.of(new PollExport(stores.polls()), new QuestionExport(stores.questions()),
        new ReactionExport(stores.reactions())));
    importer = new Importer(catalog, exports, ids::id);
    Exporter exporter = new Exporter(exports, joins, owner);

    passwords = new Passwords(vertx, entropy);
    Sessions sessions = new Sessions(stores.sessions(), ids, event.sessionLifetime());
    Clock clock = Clock.systemUTC();
    SignIn signIn = new SignIn(stores.accounts(), sessions, passwords, new SignInLimits(clock::millis));
    NewAccounts fresh = new NewAccounts(passwords, new PasswordRules(), ids, Instant::now);
    SetUp setUp = new SetUp(stores.accounts(), stores.setup(), sessions, fresh);
    Staff staff = new Staff(stores.staff(), stores.accounts());
    Invitations invitations = new Invitations(stores.invitations(), sessions, fresh, ids, Instant::now);
    setupLink = new SetupLink(stores.setup(), ids);

    Organisers organisers = new Organisers(signIn, staff);
    organisers.start(vertx);
    board.listen((id, next) -> organisers.look(id));
    Phones phones = new Phones(event.maxPhones(), System::nanoTime);
    phones.start(vertx);
    shared = new Shared(hub, board, feeds, attendance, phones, new Codes(stores.events(), board, owner), joins, catalog,
        new PollCommands(changes, ids::id), new RoomCommands(changes, board, roomCodes, kinds, ids::id), overview, questions.shared, reactions,
        exporter, importer, signIn, setUp, staff, invitations, organisers,
        new GuessLimits(GUESSES_PER_MINUTE, clock::millis), ids, secret, new Streams(), address, clock, meters,
        new Shared.Options(event.grace(), event.sessionLifetime(), settings.web().trustProxy(), SettingsLoader.version()),
        open, () -> open.getAsBoolean() && health.ok() && link.isUp());
  }

  /** The way of a vote on one event loop. */
  Votes votes(VoteBatcher batcher) {
    return new Votes(board, batcher, new HmacVoters(new Hmac()), ticker::moved);
  }

  /** Batches of one event loop, on a connection of its own. */
  VoteBatcher batcher(Stores stores, Context loop) {
    return new VoteBatcher(stores.polls(), loop, settings.event().batchSize(), settings.event().grace().toMillis(), meters.batches());
  }

  /** The same for questions and upvotes. */
  QuestionBatches questionBatches(Stores stores, Context loop) {
    return new QuestionBatches(stores.questions(), loop, settings.event().batchSize());
  }
}
