package io.plenary.simulation;

import io.plenary.protocol.Codec;
import io.plenary.simulation.Crowd.Hall;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * An event played by nobody: an audience that votes and a presenter who leads through the polls,
 * until it is stopped.
 */
public final class Simulation {
  private static final int PHONES_PER_LOOP = 1_000;
  private static final long JOIN_OVER_MS = 4_000;
  private static final long FIRST_POLL_AFTER_MS = 5_000;

  private final Vertx vertx;
  private final List<Future<String>> deployed = new ArrayList<>();

  private Simulation(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * @param base where the server listens, such as http://127.0.0.1:8080
   * @param code join code of the event
   * @param remoteLink the presenter's link of the room
   * @param codec of the kinds that the simulation knows
   * @param tastes of the kinds of ballots in which people vote; of others they only look on
   * @param habits what people do beside voting, one of each for every person
   * @throws IllegalArgumentException if the link is none
   */
  public static Simulation start(
      Vertx vertx,
      URI base,
      String code,
      String remoteLink,
      int phones,
      long seed,
      Codec codec,
      List<Taste<?>> tastes,
      List<Function<RandomGenerator, Habit>> habits) {
    Simulation simulation = new Simulation(vertx);
    Tastes room = new Tastes(tastes, seed);
    Hall hall =
        new Hall(
            base,
            codec,
            code,
            phones,
            JOIN_OVER_MS,
            seed,
            List.of(),
            (i, random) ->
                new Person(
                    room, habits.stream().map(habit -> habit.apply(random)).toList(), random));
    RemoteLink link = RemoteLink.parse(remoteLink);
    simulation.seat(hall, 1 + (phones - 1) / PHONES_PER_LOOP);
    simulation.deploy(new Presenter(base, codec, link, FIRST_POLL_AFTER_MS));
    return simulation;
  }

  /** An audience alone, spread over {@code loops} event loops. */
  public static Simulation audience(Vertx vertx, Hall hall, int loops) {
    Simulation simulation = new Simulation(vertx);
    simulation.seat(hall, loops);
    return simulation;
  }

  /** Everybody leaves. */
  public Future<Void> stop() {
    List<Future<Void>> gone = new ArrayList<>();
    for (Future<String> one : deployed) gone.add(one.compose(vertx::undeploy));
    return Future.join(gone).mapEmpty();
  }

  private void seat(Hall hall, int loops) {
    for (int i = 0; i < loops; i++) deploy(new Crowd(hall, i, loops));
  }

  private void deploy(Deployable one) {
    deployed.add(vertx.deployVerticle(one, new DeploymentOptions()));
  }
}
