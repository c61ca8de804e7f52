package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.protocol.PollState;
import io.plenary.protocol.Wire.OrganiserPoll;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server, its organiser and a room full of restless phones on one open poll. */
final class Hall implements AutoCloseable {
  static final Duration SETTLE = Duration.ofSeconds(15);
  final ServerProcess server;
  final Duration firstStart;
  final Organiser organiser;
  final Swarm swarm;
  final String poll;
  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean voting = new AtomicBoolean();

  /** Takes the poll with an abstain option; the server is not started yet and is ended in any case. */
  Hall(ServerProcess server, int phones, long seed) {
    this.server = server;
    try {
      firstStart = server.start();
      organiser = Organiser.setUp(vertx, server);
      poll = organiser.polls().stream().filter(p -> p.abstain() != null && p.maxChoices() == 1).findFirst().map(OrganiserPoll::id).orElseThrow();
      swarm = new Swarm(vertx, server.base(), organiser.code(), phones, seed, (i, random) -> new Restless(voting, random));
      swarm.awaitOnline(SETTLE);
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
    swarm.awaitSettled(SETTLE);
  }

  /** The phones' books against everything the server says, while nobody votes. */
  List<String> reckon() {
    JsonObject results = new JsonObject(organiser.fetchResults(poll, "results.json")).getJsonArray("polls").getJsonObject(0);
    String csv = organiser.fetchResults(poll, "results.csv");
    // The live numbers come with the next tick, once the organiser is connected again (a pause of up to 3 s).
    long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    List<String> faults;
    do {
      Patience.pause(100);
      faults = Reckoning.check(swarm.logs, results, csv, organiser.tally(poll));
    } while (!faults.isEmpty() && System.nanoTime() < until);
    return faults;
  }

  void assertReckons(String when) {
    assertEquals(List.of(), reckon(), when);
  }

  /** Ends the poll as an organiser does. */
  void lock() {
    organiser.lock(poll);
    Patience.until("the poll to be locked", SETTLE, () -> organiser.polls().stream()
        .anyMatch(p -> p.id().equals(poll) && p.state() == PollState.LOCKED));
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
