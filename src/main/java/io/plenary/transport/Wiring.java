package io.plenary.transport;

import io.plenary.hub.Hub;
import io.plenary.identity.Hmac;
import io.plenary.identity.ParticipantTokens;
import io.plenary.identity.ProviderSignIn;
import io.plenary.identity.StreamSecrets;
import io.plenary.identity.VoterKeys;
import io.plenary.voting.service.Votes;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The transport of one event loop, put together. */
public final class Wiring {
  /** Below the 30 s after which impatient proxies close a silent answer. */
  private static final long STREAM_BEAT_MS = 20_000;

  private final Shared shared;
  private final Assets assets;
  private final AuditTrail trail;
  private final Origins origins;
  private final WebSockets sockets;
  private final StreamRoutes streams;
  private final Bodies bodies;
  private final JoinService door;
  private final ClientAddressResolver peers;

  private Wiring(
      Vertx vertx,
      Shared shared,
      Hub.Seat seat,
      Votes votes,
      List<KindHandlers> kinds,
      Assets assets) {
    this.shared = shared;
    this.bodies = new Bodies(vertx, shared.intake());
    this.assets = assets;
    this.trail = new AuditTrail(shared.accounts().audit());
    this.origins = new Origins(Set.of(shared.address().base()));
    Hmac hmac = new Hmac();
    ParticipantTokens tokens = new ParticipantTokens(shared.serverSecret(), hmac);
    Shared.Options options = shared.options();
    this.peers = new ClientAddressResolver(options.trustProxy());
    HelloAuthenticator greeting =
        new HelloAuthenticator(
            shared.board(), tokens, shared.accounts().signIn(), shared.accounts().staff());
    Arrivals arrivals =
        new Arrivals(
            shared.attendance(), shared.joins(), new VoterKeys(hmac), shared.serverSecret());
    ConnectionLifecycle entrance =
        new ConnectionLifecycle(
            vertx,
            greeting,
            shared.feeds(),
            arrivals,
            shared.phones(),
            shared.organisers(),
            shared.guesses(),
            shared.beats(),
            options.grace().toMillis(),
            shared.clock(),
            options.version() + assets.build(),
            kinds);
    List<Route<?>> routes =
        Stream.concat(
                Stream.of(
                    new RoomMessages(
                            shared.rooms(),
                            shared.events(),
                            shared.overview(),
                            shared.results(),
                            trail,
                            seat)
                        .routes(),
                    new ActivityMessages(shared.activities(), shared.board(), trail).routes(),
                    new BallotMessages(
                            votes, new VoteOutcomes(shared.meters()), shared.answerModeration())
                        .routes()),
                kinds.stream().map(KindHandlers::routes))
            .flatMap(List::stream)
            .toList();
    Dispatcher dispatcher =
        new Dispatcher(new Rights(shared.board()), shared.codec().clientTypes(), routes);
    Reception reception =
        new Reception(vertx, new Watch(vertx), seat, shared.codec(), entrance, dispatcher, peers);
    this.sockets = new WebSockets(reception, origins, shared.open());
    StreamSecrets secrets =
        new StreamSecrets(shared.serverSecret(), hmac, shared.ids(), shared.forwarding().node());
    this.streams =
        new StreamRoutes(reception, shared.streams(), secrets, shared.forwarding(), STREAM_BEAT_MS);
    this.door = new JoinService(shared.board(), shared.codes(), shared.ids(), tokens);
  }

  /**
   * Puts together what one loop needs; call it on that loop.
   *
   * @param seat the loop's place in the hub
   * @param kinds what each kind does on this loop
   */
  public static Wiring on(
      Vertx vertx,
      Shared shared,
      Hub.Seat seat,
      Votes votes,
      List<KindHandlers> kinds,
      Assets assets) {
    return new Wiring(vertx, shared, seat, votes, kinds, assets);
  }

  void mount(Router router) {
    Shared.Options options = shared.options();
    Cookies.Terms cookies = new Cookies.Terms(options.sessionLifetime(), shared.https());
    trail.mount(router);
    bodies.mountFirst(router, ExportRoutes.IMPORT);
    new HealthRoutes(shared.trouble()).mount(router);
    new Guard(shared.accounts().signIn(), shared.accounts().staff(), origins, shared.open())
        .mount(router);
    streams.mount(router, bodies);
    router.route("/api/*").handler(bodies::read);
    new JoinRoutes(door, shared.guesses(), peers, shared.meters()).mount(router);
    new AccountRoutes(
            shared.accounts().signIn(),
            shared.accounts().setUp(),
            shared.accounts().admission(),
            shared.accounts().staff(),
            shared.accounts().provider().map(ProviderSignIn::name),
            cookies,
            peers,
            shared.organisers())
        .mount(router);
    Downloads downloads = new Downloads(shared.board());
    new ExportRoutes(
            downloads,
            shared.exporter(),
            shared.importer(),
            shared.accounts().staff(),
            shared.clock())
        .mount(router);
    new KindDownloadRoutes(downloads, shared.exporter(), shared.clock(), shared.downloads())
        .mount(router);
    new LinkRoutes(shared.board(), shared.catalog(), shared.address()).mount(router);
    new EventRoutes(shared.catalog(), shared.events(), shared.accounts().staff()).mount(router);
    new StaffRoutes(
            shared.board(),
            shared.accounts().staff(),
            shared.accounts().invitations(),
            shared.address())
        .mount(router);
    WrongLinks wrong = new WrongLinks(shared.guesses(), peers);
    new InvitationRoutes(
            shared.board(),
            shared.accounts().staff(),
            shared.accounts().invitations(),
            shared.accounts().signIn(),
            wrong,
            peers,
            cookies)
        .mount(router);
    new AccountLinkRoutes(
            shared.accounts().links(), shared.address(), wrong, peers, cookies, shared.organisers())
        .mount(router);
    shared
        .accounts()
        .provider()
        .ifPresent(provider -> new ProviderRoutes(provider, cookies, peers).mount(router));
    new OwnAccountRoutes(
            shared.accounts().own(), shared.board(), shared.organisers(), cookies, peers)
        .mount(router);
    new AuditRoutes(shared.accounts().audit(), shared.accounts().staff(), shared.board())
        .mount(router);
    ReportRoutes reports =
        new ReportRoutes(
            shared.board(),
            shared.reporter(),
            shared.reportLinks(),
            shared.address(),
            shared.guesses(),
            peers);
    reports.mount(router);
    new QrRoutes(shared.address()).mount(router);
    new PageRoutes(
            assets,
            shared.board(),
            shared.reportLinks(),
            new SocketSources(shared.address().base()))
        .mount(router);
  }

  WebSockets sockets() {
    return sockets;
  }

  boolean https() {
    return shared.https();
  }
}
