package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.MasterNames.Named;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Sentinels where the master is. All of them are asked at once, because while a failover
 * is on they know different things, and one that is down must not cost time. Belongs to one
 * context.
 */
final class Masters {
  private static final int WITHIN_MS = 500;

  /** Sent to Sentinels, not to the store: no right that its user needs. */
  private static final Command ASK = Command.create("sentinel");

  private static final String UNREACHED = "None of the Sentinels can be reached";

  private final StoreAddress address;
  private final Sentinels sentinels;
  private final Function<StoreAddress, Redis> clients;

  /** Where no master was found the last time it was looked for. */
  private @Nullable Place dead;

  /**
   * @param clients one client for each address, always the same
   */
  Masters(StoreAddress address, Sentinels sentinels, Function<StoreAddress, Redis> clients) {
    this.address = address;
    this.sentinels = sentinels;
    this.clients = clients;
  }

  /**
   * No master answers at that place: those that a Sentinel made the master later are tried before
   * it.
   */
  void dead(Place place) {
    dead = place;
  }

  /** A master answers there. */
  void alive(Place place) {
    if (place.equals(dead)) dead = null;
  }

  /**
   * Where the master may be, in the order in which to try. Fails with {@link StoreUnavailable} when
   * none of the Sentinels says anything.
   */
  Future<List<Place>> named() {
    return answers()
        .compose(
            answers -> {
              List<Place> places =
                  MasterNames.order(said(answers), sentinels.places().size(), dead);
              return places.isEmpty()
                  ? Future.failedFuture(nobody(answers))
                  : Future.succeededFuture(places);
            });
  }

  private static List<Named> said(List<Answer> answers) {
    return answers.stream().map(Answer::named).filter(Objects::nonNull).toList();
  }

  /**
   * Where most of the Sentinels that there are say that the master is; null in it: they do not
   * agree, or too few of them answer. Never fails.
   */
  Future<@Nullable Place> agreed() {
    return answers().map(all -> MasterNames.most(said(all), sentinels.places().size()));
  }

  /**
   * @param named null: none, for a reason
   */
  private record Answer(@Nullable Named named, String reason, int weight) {}

  private Future<List<Answer>> answers() {
    return Future.join(sentinels.places().stream().map(this::ask).toList()).map(all -> all.list());
  }

  /** The epoch first: what is named after it is never older. */
  private Future<Answer> ask(Place sentinel) {
    return asked(
            sentinel,
            connection -> {
              Future<Long> epoch =
                  connection
                      .send(request("MASTER"))
                      .map(all -> all.get("config-epoch").toLong())
                      .otherwise(Named.UNKNOWN);
              return connection
                  .send(request("GET-MASTER-ADDR-BY-NAME"))
                  .compose(place -> epoch.map(at -> answer(sentinel, place, at)));
            })
        .otherwise(e -> refused(sentinel, e));
  }

  private Request request(String question) {
    return Request.cmd(ASK).arg(question).arg(sentinels.master());
  }

  private <T> Future<T> asked(Place sentinel, Function<RedisConnection, Future<T>> ask) {
    try {
      return clients
          .apply(address.sentinel(sentinel))
          .connect()
          .compose(connection -> ask.apply(connection).onComplete(done -> connection.close()))
          .timeout(WITHIN_MS, TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /**
   * Every replica that one of them knows, also those that are away. Fails with {@link
   * StoreUnavailable} when none of them answers.
   */
  Future<List<Place>> replicas() {
    List<Future<List<Place>>> all =
        sentinels.places().stream()
            .map(place -> asked(place, to -> to.send(request("REPLICAS")).map(Masters::places)))
            .toList();
    return Future.any(all)
        .recover(e -> Future.failedFuture(new StoreUnavailable(UNREACHED)))
        .compose(v -> Future.join(all).otherwiseEmpty())
        .map(
            v ->
                all.stream()
                    .filter(Future::succeeded)
                    .flatMap(known -> known.result().stream())
                    .distinct()
                    .toList());
  }

  private static List<Place> places(Response replicas) {
    List<Place> places = new ArrayList<>();
    for (Response each : replicas) {
      places.add(new Place(each.get("ip").toString(), each.get("port").toInteger()));
    }
    return places;
  }

  private Answer answer(Place sentinel, @Nullable Response reply, long epoch) {
    if (reply == null || reply.size() != 2) {
      String why = "The Sentinel at " + sentinel + " knows no master named " + sentinels.master();
      return new Answer(null, why, 2);
    }
    Place place = new Place(reply.get(0).toString(), reply.get(1).toInteger());
    return new Answer(new Named(place, epoch), "", 0);
  }

  private Answer refused(Place sentinel, Throwable e) {
    if (!(e instanceof ErrorType)) {
      String tls = address.tls() ? TlsTrouble.of(e, address.sentinel(sentinel)) : null;
      if (tls != null) return new Answer(null, tls, 2);
      return new Answer(null, UNREACHED, 0);
    }
    String code = Refusal.code(e);
    boolean signIn = code.equals("NOAUTH") || code.equals("WRONGPASS");
    return new Answer(
        null,
        signIn
            ? "The Sentinel at " + sentinel + " refuses the user or password (sentinel-password)"
            : "The Sentinel at " + sentinel + " refuses (" + code + ")",
        signIn ? 3 : 1);
  }

  private StoreUnavailable nobody(List<Answer> answers) {
    Answer first = answers.stream().max(Comparator.comparingInt(Answer::weight)).orElseThrow();
    return new StoreUnavailable(first.reason + ", asked for " + sentinels.words());
  }
}
