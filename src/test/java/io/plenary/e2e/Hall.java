package io.plenary.e2e;

import io.plenary.Waiting;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.Wire.Tally;
import io.plenary.words.ActivityState;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A server, its organiser and a room full of restless phones on one open poll. */
final class Hall implements AutoCloseable {
  private static final int LOOKS = 80;
  final ServerProcess server;
  final Duration firstStart;
  final Organiser organiser;
  final Swarm swarm;
  final String poll;
  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean voting = new AtomicBoolean();

  /**
   * Takes the poll with an abstain option; the server is not launched yet and is ended in any case.
   */
  Hall(ServerProcess server, int phones, long seed) {
    this(server, () -> server.launch(), server.base(), phones, seed);
  }

  /**
   * @param server is launched already
   * @param way to the server or to one of several, where phones connect
   */
  Hall(ServerProcess server, URI way, int phones, long seed) {
    this(server, () -> {}, way, phones, seed);
  }

  private Hall(ServerProcess server, Runnable launch, URI way, int phones, long seed) {
    this.server = server;
    try {
      long from = System.nanoTime();
      launch.run();
      server.awaitReady();
      firstStart = Duration.ofNanos(System.nanoTime() - from);
      organiser = Organiser.setUp(vertx, server);
      poll =
          organiser.polls().stream()
              .filter(ChoiceWire.OrganiserPoll.class::isInstance)
              .map(ChoiceWire.OrganiserPoll.class::cast)
              .filter(p -> p.abstain() != null && p.maxChoices() == 1)
              .findFirst()
              .map(ChoiceWire.OrganiserPoll::id)
              .orElseThrow();
      swarm =
          new Swarm(
              vertx,
              way,
              organiser.code(),
              phones,
              seed,
              (i, random) -> new Restless(voting, random, phones));
      swarm.awaitOnline();
      organiser.open(poll);
    } catch (RuntimeException | Error e) {
      vertx.close();
      server.close();
      throw e;
    }
  }

  void vote() {
    voting.set(true);
  }

  /** Everybody stops, and waits for the answers. */
  void pause() {
    voting.set(false);
    swarm.awaitSettled();
  }

  /** Waits until the phones' books and everything the server says agree, while nobody votes. */
  void assertReckons(String when) {
    Reckoner reckoner = new Reckoner();
    Waiting.until(() -> when + ": " + reckoner.faults(), () -> reckoner.faults().isEmpty());
  }

  /**
   * Where they differ for good: the live numbers come with the next tick, once the organiser is
   * connected again, so they get their time.
   */
  List<String> faults() {
    Reckoner reckoner = new Reckoner();
    for (int look = 0; look < LOOKS && !reckoner.faults().isEmpty(); look++) Patience.pause(100);
    return reckoner.faults();
  }

  /** The files are fetched once; the live numbers may still move. */
  private final class Reckoner {
    private final JsonObject results = organiser.results(poll);
    private final String csv = organiser.fetchResults(poll, "results.csv");

    List<String> faults() {
      return faults(organiser.tally(poll));
    }

    List<String> faults(Tally shown) {
      if (shown == null) return List.of("a screen without numbers");
      return Reckoning.check(swarm.logs, results, csv, shown);
    }
  }

  /**
   * Where each of these screens, looked at once, differs from the phones' books and the files.
   *
   * @param shown makes the numbers on the screens of now
   */
  List<String> faults(Supplier<List<Tally>> shown) {
    Reckoner reckoner = new Reckoner();
    List<Tally> now = new ArrayList<>(shown.get());
    now.add(organiser.tally(poll));
    return now.stream().flatMap(tally -> reckoner.faults(tally).stream()).distinct().toList();
  }

  /** Ends the poll as an organiser does. */
  void lock() {
    organiser.lock(poll);
    Patience.until(
        "the poll to be locked",
        () ->
            organiser.polls().stream()
                .anyMatch(p -> p.id().equals(poll) && p.state() == ActivityState.LOCKED));
  }

  @Override
  public void close() {
    try {
      swarm.close();
      organiser.close();
    } finally {
      vertx.close();
      server.close();
    }
  }
}
