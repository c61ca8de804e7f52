package io.plenary.load.scenario;

import io.netty.channel.EventLoop;
import io.plenary.load.Jvm;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.net.Repeats;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Doors;
import io.plenary.load.phone.EitherWayPhone;
import io.plenary.load.phone.PlenaryPhone;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Api;
import io.plenary.load.server.Nodes;
import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.Room;
import io.plenary.load.server.Screen;
import io.plenary.load.server.Stage;
import io.plenary.load.server.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Plenary server with one event and its phones. With several kinds of ballots each has a room of
 * its own, and phones are dealt to them by their numbers.
 */
final class Hall implements Subject {
  private static final long SETTLE_MS = 60_000;
  final PlenaryServer server;
  final Api api;
  final Room room;
  final PlenaryPhone.Hall shared;
  private final Bench bench;
  private final Nodes nodes;
  private Crowd crowd;
  private final List<Voting> votings = new ArrayList<>();
  private Stage stage;

  private Hall(Bench bench, Nodes nodes, List<BallotKind> kinds)
      throws IOException, InterruptedException {
    this.bench = bench;
    this.nodes = nodes;
    server = nodes.first();
    api = Api.setUp(server);
    room = Room.make(api, bench.lab().golden, bench.loops(), server.port());
    for (BallotKind kind : kinds) {
      Room own = votings.isEmpty() ? room : room.beside("Room for " + kind.name());
      String chosen = kinds.size() == 1 ? null : own.id();
      votings.add(
          new Voting(
              kind,
              bench.lab().golden,
              own,
              new PlenaryPhone.Hall(bench.lab().golden, room.code(), chosen)));
    }
    shared = votings.get(0).shared;
  }

  private Voting voting(int phone) {
    return votings.get(phone % votings.size());
  }

  /** What phones in the room know that this number is dealt to. */
  PlenaryPhone.Hall shared(int phone) {
    return voting(phone).shared;
  }

  /** A phone in the room that its number is dealt to. */
  Voter phone(int number, Crowd its, EventLoop loop) {
    return new PlenaryPhone(number, its, loop, shared(number));
  }

  /** A server that just became ready, and an empty event. */
  static Hall open(Bench bench) throws IOException, InterruptedException {
    return on(bench, new PlenaryServer(bench.lab(), Map.of()));
  }

  /** On one of several Javas, with a room for each of these kinds. */
  static Hall open(Bench bench, Jvm jvm, List<BallotKind> kinds)
      throws IOException, InterruptedException {
    return on(bench, new PlenaryServer(bench.lab(), jvm, Map.of()), kinds);
  }

  /** A room for each of these kinds. */
  static Hall of(Bench bench, List<BallotKind> kinds) throws IOException, InterruptedException {
    return on(bench, new PlenaryServer(bench.lab(), Map.of()), kinds);
  }

  /** One room with the first kind alone: for what people do in a room beside voting. */
  static Hall ofOneRoom(Bench bench) throws IOException, InterruptedException {
    return of(bench, bench.options().kinds().subList(0, 1));
  }

  static Hall on(Bench bench, PlenaryServer server) throws IOException, InterruptedException {
    return on(bench, server, bench.options().kinds());
  }

  private static Hall on(Bench bench, PlenaryServer server, List<BallotKind> kinds)
      throws IOException, InterruptedException {
    return across(bench, Nodes.alone(server), kinds);
  }

  /** One room, and phones that are at all of these servers; the organiser sits at the first. */
  static Hall across(Bench bench, Nodes nodes) throws IOException, InterruptedException {
    return across(bench, nodes, bench.options().kinds().subList(0, 1));
  }

  private static Hall across(Bench bench, Nodes nodes, List<BallotKind> kinds)
      throws IOException, InterruptedException {
    try {
      nodes.start();
      return new Hall(bench, nodes, kinds);
    } catch (IOException | InterruptedException | RuntimeException e) {
      nodes.close();
      throw e;
    }
  }

  @Override
  public Crowd others(int first, int phones) {
    return new Crowd(bench.loops(), server.port(), first, phones, this::phone);
  }

  @Override
  public Crowd seats(int phones) {
    return seats(phones, this::phone);
  }

  /** Phones of another kind, at all servers. */
  Crowd seats(int phones, Crowd.Maker maker) {
    crowd = new Crowd(bench.loops(), new Doors(nodes.ports()), 0, phones, maker);
    return crowd;
  }

  /**
   * @param port of a proxy in front of the server
   */
  Crowd seats(int phones, int port) {
    crowd = new Crowd(bench.loops(), port, phones, this::phone);
    return crowd;
  }

  /** Phones of another kind, in front of the server or of a proxy. */
  Crowd seats(int phones, int port, Crowd.Maker maker) {
    crowd = new Crowd(bench.loops(), port, phones, maker);
    return crowd;
  }

  /** Phones that go over to event streams when they have to. */
  Crowd seats(int phones, int port, Repeats repeats) {
    crowd =
        new Crowd(
            bench.loops(),
            port,
            phones,
            (n, c, loop) -> new EitherWayPhone(n, c, loop, voting(n).shared, repeats));
    return crowd;
  }

  @Override
  public String name() {
    return server.jvm().name();
  }

  /** Behind the name of a figure that only Plenary has. */
  String tag() {
    return server.jvm().tag();
  }

  @Override
  public Crowd crowd() {
    return crowd;
  }

  @Override
  public void begin(String results) throws IOException {
    poll(Size.USUAL, results);
  }

  /** Opens a new poll of each kind; from now on phones vote on them. */
  void poll(Size size, String results) throws IOException {
    if (stage != null) stage.close();
    crowd.fresh();
    for (Voting voting : votings) voting.open(size, results);
    stage = room.stage();
  }

  /** What is voted on, a kind each. */
  List<Voting> votings() {
    return List.copyOf(votings);
  }

  /** The phones that are dealt to it. */
  List<Voter> voters(Voting voting) {
    return crowd.voters().stream().filter(v -> voting(v.number) == voting).toList();
  }

  /** Opens a new poll of one kind alone; the stage is that of its room. */
  void begin(Voting voting, String results) throws IOException {
    if (stage != null) stage.close();
    crowd.fresh();
    voting.open(Size.USUAL, results);
    stage = voting.room.stage();
  }

  /** Waits for every answer, locks the poll of one kind alone and recounts. */
  void check(Voting voting) throws IOException, InterruptedException {
    crowd.await(v -> v.seq() <= v.acked(), SETTLE_MS);
    voting.lock();
    judge(voting.verdict(voters(voting)));
  }

  /** The same polls, empty and open; nobody watches the stage. */
  void again() throws IOException {
    if (stage != null) stage.close();
    stage = null;
    crowd.fresh();
    for (Voting voting : votings) voting.again();
  }

  /** The poll of the first kind. */
  Room.Poll poll() {
    return votings.get(0).poll();
  }

  void lock() throws IOException {
    for (Voting voting : votings) voting.lock();
  }

  @Override
  public Screen screen() {
    return stage.screen();
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public long redisPid() throws IOException {
    return server.redisPid();
  }

  /** What is locked is exported once no vote on its way can count any more, so later is cheaper. */
  @Override
  public Recount end() throws IOException, InterruptedException {
    Crowd voted = crowd;
    voted.await(v -> v.seq() <= v.acked(), SETTLE_MS);
    lock();
    List<Voting.Recount> locked = votings.stream().map(Voting::recount).toList();
    return () -> {
      for (int i = 0; i < locked.size(); i++) {
        Voting voting = votings.get(i);
        judge(
            locked
                .get(i)
                .of(voted.voters().stream().filter(v -> voting(v.number) == voting).toList()));
      }
    };
  }

  /** Waits for every answer, locks the polls and recounts; puts nothing on the sheet. */
  Truth.Verdict verdict(List<Crowd> crowds) throws IOException, InterruptedException {
    for (Crowd c : crowds) c.await(v -> v.seq() <= v.acked(), SETTLE_MS);
    lock();
    return verdictOf(crowds.stream().flatMap(c -> c.voters().stream()).toList());
  }

  /** Recounts what is locked. */
  Truth.Verdict verdictOf(List<Voter> voters) throws IOException, InterruptedException {
    Truth.Verdict all = null;
    for (Voting voting : votings) {
      Truth.Verdict one =
          voting.verdict(voters.stream().filter(v -> voting(v.number) == voting).toList());
      all = all == null ? one : all.and(one);
    }
    return all;
  }

  Truth.Verdict check(List<Crowd> crowds) throws IOException, InterruptedException {
    Truth.Verdict verdict = verdict(crowds);
    judge(verdict);
    return verdict;
  }

  private void judge(Truth.Verdict verdict) {
    if (verdict.good()) bench.say(verdict.toString());
    else bench.sheet().fault(verdict.toString());
  }

  @Override
  public void close() throws IOException {
    if (crowd != null) {
      crowd
          .oddities()
          .forEach(
              (what, n) ->
                  bench
                      .sheet()
                      .note("phones at Plenary heard or met \"" + what + "\" " + n + " times"));
    }
    if (crowd != null) crowd.close();
    if (stage != null) stage.close();
    nodes.close();
    List<String> complaints = nodes.complaints();
    if (!complaints.isEmpty()) {
      bench
          .sheet()
          .note(
              "the server wrote "
                  + complaints.size()
                  + " errors into its log, such as \""
                  + complaints.get(0)
                  + "\"");
    }
  }
}
