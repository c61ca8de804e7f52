package io.plenary.e2e;

import io.plenary.kinds.AllKinds;
import io.plenary.simulation.Crowd.Hall;
import io.plenary.simulation.Crowd.People;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Journal;
import io.plenary.simulation.Phone;
import io.plenary.simulation.Simulation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many phones and their books, seen from a test's thread. */
final class Swarm implements AutoCloseable {
  /** Makes the habit of one phone. */
  interface Habits {
    Habit of(int phone, SplittableRandom random);
  }

  private record Seat(Phone phone, Context loop) {}

  final List<PhoneLog> logs;
  private final Map<Integer, Seat> seats = new ConcurrentHashMap<>();
  private final Simulation audience;

  /**
   * @param code join code of the event
   */
  Swarm(Vertx vertx, URI base, String code, int phones, long seed, Habits habits) {
    logs = IntStream.range(0, phones).mapToObj(i -> new PhoneLog()).toList();
    audience =
        Simulation.audience(
            vertx,
            new Hall(
                base,
                AllKinds.REGISTRY.codec(),
                code,
                phones,
                500,
                seed,
                List.of(),
                new People() {
                  @Override
                  public Habit habit(int phone, SplittableRandom random) {
                    return habits.of(phone, random);
                  }

                  @Override
                  public Journal journal(int phone) {
                    return logs.get(phone);
                  }

                  @Override
                  public void born(int number, Phone phone) {
                    seats.put(number, new Seat(phone, Vertx.currentContext()));
                  }
                }),
            1);
  }

  /** Runs it on the phone's own event loop. */
  void with(int phone, Consumer<Phone> work) {
    Seat seat = seats.get(phone);
    seat.loop.runOnContext(v -> work.accept(seat.phone));
  }

  void awaitOnline() {
    Patience.until(
        () ->
            "all phones online: "
                + logs.stream().filter(PhoneLog::isOnline).count()
                + " of "
                + logs.size(),
        () -> logs.stream().allMatch(PhoneLog::isOnline));
  }

  /** Until every phone is online and has an answer to its newest votes. */
  void awaitSettled() {
    Patience.until(
        () ->
            "all votes answered: "
                + logs.stream().filter(PhoneLog::settled).count()
                + " of "
                + logs.size(),
        () -> logs.stream().allMatch(log -> log.isOnline() && log.settled()));
  }

  int counted() {
    return logs.stream().mapToInt(PhoneLog::countedCount).sum();
  }

  /** For the report. */
  String figures() {
    int made = logs.stream().mapToInt(PhoneLog::madeCount).sum();
    int resent = logs.stream().mapToInt(PhoneLog::resent).sum();
    int notNow = logs.stream().mapToInt(PhoneLog::notNows).sum();
    return logs.size()
        + " phones: "
        + made
        + " votes made, "
        + counted()
        + " acknowledged, "
        + resent
        + " resends, "
        + notNow
        + " times told to try again";
  }

  @Override
  public void close() {
    Patience.get(audience.stop().toCompletionStage().toCompletableFuture());
  }
}
