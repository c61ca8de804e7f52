package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Wire.OrganiserBallotView;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The conference: 300 phones on its four polls, two of them in each of two halls at the same time.
 * Some never vote; some lose the network before they press Vote and are back within the grace, some
 * too late; some press after the lock without knowing of it.
 */
@Order(4)
class ConferenceIT {
  private static final int PHONES = 300;
  private static final long GRACE_MS = 8_000;

  /**
   * What a vote waits where neither its phone nor the server sees it, as on a machine that is busy
   * with other work, counts against it: so the phones press that long before the lock.
   */
  private static final long PRESSED_BEFORE_LOCK_MS = 3_000;

  private static final long BACK_IN_TIME_MS = PRESSED_BEFORE_LOCK_MS + 1_000;
  private static final long BACK_AFTER_LOCK_MS = PRESSED_BEFORE_LOCK_MS + 4_000;
  private static final long BACK_TOO_LATE_MS = PRESSED_BEFORE_LOCK_MS + GRACE_MS + 6_000;

  private enum Kind {
    NORMAL,
    SILENT,
    IN_GRACE,
    TOO_LATE,
    AFTER_LOCK
  }

  private final Chooser[] choosers = new Chooser[PHONES];

  private static Kind kind(int phone) {
    return switch (phone % 30) {
      case 3, 4 -> Kind.SILENT;
      case 11 -> Kind.IN_GRACE;
      case 17 -> Kind.TOO_LATE;
      case 23 -> Kind.AFTER_LOCK;
      default -> Kind.NORMAL;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void whatIsExportedIsWhatThePhonesVoted(int first) {
    Vertx vertx = Vertx.vertx();
    try (ServerProcess server =
        new ServerProcess("conference-" + first).with("PLENARY_GRACE", GRACE_MS + "ms")) {
      server.start();
      try (Organiser organiser = Organiser.setUp(vertx, server);
          Swarm swarm =
              new Swarm(vertx, server.base(), organiser.code(), PHONES, 31 + first, this::habit)) {
        swarm.awaitOnline();
        assertEquals(9, organiser.polls().size());
        List<OrganiserBallotView> polls = organiser.polls().subList(first, first + 2);
        for (OrganiserBallotView poll : polls) play(poll, organiser, swarm);
        for (OrganiserBallotView poll : polls) assertReckons(poll.id(), organiser, swarm);
        System.out.println(swarm.figures());
      }
    } finally {
      vertx.close();
    }
  }

  private Chooser habit(int phone, SplittableRandom random) {
    choosers[phone] = new Chooser(random, kind(phone) != Kind.NORMAL);
    return choosers[phone];
  }

  private void play(OrganiserBallotView poll, Organiser organiser, Swarm swarm) {
    organiser.open(poll.id());
    awaitVotes(poll, swarm, i -> kind(i) == Kind.NORMAL);
    each(Kind.IN_GRACE, i -> offline(swarm, i, BACK_IN_TIME_MS, true));
    each(Kind.TOO_LATE, i -> offline(swarm, i, BACK_TOO_LATE_MS, true));
    each(Kind.AFTER_LOCK, i -> offline(swarm, i, BACK_AFTER_LOCK_MS, false));
    // On a busy machine a phone may get its turn only after the lock.
    Patience.until(
        "votes pressed before the lock",
        () ->
            IntStream.range(0, PHONES)
                .filter(i -> kind(i) == Kind.IN_GRACE || kind(i) == Kind.TOO_LATE)
                .noneMatch(i -> swarm.logs.get(i).of(poll.id(), poll.round()).isEmpty()));
    Patience.pause(PRESSED_BEFORE_LOCK_MS);
    organiser.lock(poll.id());
    each(
        Kind.AFTER_LOCK,
        i -> swarm.with(i, phone -> choosers[i].press(phone, (ChoiceWire.Poll) phone.ballot())));
    awaitVotes(poll, swarm, i -> kind(i) != Kind.SILENT);
    swarm.awaitSettled();
  }

  /** Loses the network; what is pressed then waits on the phone. */
  private void offline(Swarm swarm, int i, long ms, boolean press) {
    swarm.with(
        i,
        phone -> {
          phone.drop(ms);
          if (press) choosers[i].press(phone, (ChoiceWire.Poll) phone.ballot());
        });
  }

  private static void awaitVotes(OrganiserBallotView poll, Swarm swarm, IntPredicate who) {
    Patience.until(
        "everybody's vote",
        () ->
            IntStream.range(0, PHONES)
                .filter(who)
                .allMatch(
                    i ->
                        !swarm.logs.get(i).of(poll.id(), poll.round()).isEmpty()
                            && swarm.logs.get(i).settled()));
  }

  private static void assertReckons(String poll, Organiser organiser, Swarm swarm) {
    JsonObject results = organiser.results(poll);
    assertEquals(
        List.of(),
        Reckoning.check(
            swarm.logs,
            results,
            organiser.fetchResults(poll, "results.csv"),
            organiser.tally(poll)),
        poll);
    long round = results.getLong("round");
    each(Kind.SILENT, i -> assertTrue(swarm.logs.get(i).of(poll, round).isEmpty()));
    each(
        Kind.IN_GRACE,
        i ->
            assertTrue(
                swarm.logs.get(i).standing(poll, round).isPresent(),
                () ->
                    "cast in time, arrived within the grace: "
                        + swarm.logs.get(i).refusals(poll, round)));
    for (Kind late : List.of(Kind.TOO_LATE, Kind.AFTER_LOCK)) {
      each(
          late,
          i ->
              assertEquals(
                  List.of(ErrorCode.TOO_LATE),
                  swarm.logs.get(i).refusals(poll, round),
                  late.name()));
    }
  }

  private static void each(Kind kind, java.util.function.IntConsumer then) {
    IntStream.range(0, PHONES).filter(i -> kind(i) == kind).forEach(then);
  }
}
