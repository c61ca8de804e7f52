package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** No master answers at that place: others that a Sentinel names are tried before it. */
  void dead(Place place) {
    dead = place;
  }

  /**
   * Where the Sentinels say that the master is, first what most of them say. Fails with {@link
   * StoreUnavailable} when none of them says anything.
   */
  Future<List<Place>> named() {
    return answers()
        .compose(
            answers -> {
              Map<Place, Integer> votes = new LinkedHashMap<>();
              for (Answer answer : answers) {
                if (answer.place != null) votes.merge(answer.place, 1, Integer::sum);
              }
              if (votes.isEmpty()) return Future.failedFuture(nobody(answers));
              List<Place> places = new ArrayList<>(votes.keySet());
              places.sort(
                  Comparator.comparing((Place place) -> place.equals(dead))
                      .thenComparing(place -> -votes.getOrDefault(place, 0)));
              return Future.succeededFuture(places);
            });
  }

  /**
   * Where most of the Sentinels that there are say that the master is; null in it: they do not
   * agree, or too few of them answer. Never fails.
   */
  Future<@Nullable Place> agreed() {
    return answers()
        .map(
            answers -> {
              Map<Place, Integer> votes = new LinkedHashMap<>();
              for (Answer answer : answers) {
                if (answer.place == null) continue;
                int all = votes.merge(answer.place, 1, Integer::sum);
                if (2 * all > sentinels.places().size()) return answer.place;
              }
              return (Place) null;
            });
  }

  /**
   * @param place null: none, for a reason
   */
  private record Answer(@Nullable Place place, String reason, int weight) {}

  private Future<List<Answer>> answers() {
    return Future.join(sentinels.places().stream().map(this::ask).toList()).map(all -> all.list());
  }

  private Future<Answer> ask(Place sentinel) {
    return asked(sentinel, "GET-MASTER-ADDR-BY-NAME")
        .map(reply -> answer(sentinel, reply))
        .otherwise(e -> refused(sentinel, e));
  }

  private Future<Response> asked(Place sentinel, String question) {
    Request request = Request.cmd(ASK).arg(question).arg(sentinels.master());
    try {
      return clients
          .apply(address.sentinel(sentinel))
          .connect()
          .compose(connection -> connection.send(request).onComplete(done -> connection.close()))
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
            .map(sentinel -> asked(sentinel, "REPLICAS").map(Masters::places))
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

  private Answer answer(Place sentinel, @Nullable Response reply) {
    if (reply == null || reply.size() != 2) {
      String why = "The Sentinel at " + sentinel + " knows no master named " + sentinels.master();
      return new Answer(null, why, 2);
    }
    return new Answer(new Place(reply.get(0).toString(), reply.get(1).toInteger()), "", 0);
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
