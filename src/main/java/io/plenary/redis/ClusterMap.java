package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.ClusterView.Said;
import io.plenary.redis.Sentinels.Place;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the servers of a Cluster which of them has which slots. All that are known are asked at
 * once: one that is down must not cost time, and one that is cut off from the others knows less.
 * Belongs to one context.
 */
final class ClusterMap {
  private static final int WITHIN_MS = 500;

  /** A right that a Cluster alone needs. */
  static final String RIGHT = "+cluster|nodes";

  private static final Command CLUSTER = Command.create("cluster");

  private final StoreAddress address;
  private final ClusterSeeds seeds;
  private final Function<StoreAddress, Redis> clients;
  private final Set<Place> known;

  /**
   * @param clients one client for each address, always the same
   */
  ClusterMap(StoreAddress address, ClusterSeeds seeds, Function<StoreAddress, Redis> clients) {
    this.address = address;
    this.seeds = seeds;
    this.clients = clients;
    this.known = new LinkedHashSet<>(seeds.places());
  }

  /**
   * @param reason null: it said something
   */
  private record Answer(@Nullable Said said, @Nullable String reason, int weight) {}

  /**
   * What they say together; some slots may have no server. Completes on any context; fails with
   * {@link StoreUnavailable} when none of them says anything.
   */
  Future<ClusterView> look() {
    List<Place> places = List.copyOf(known);
    return Future.join(places.stream().map(this::ask).toList())
        .compose(
            all -> {
              List<Answer> answers = all.list();
              List<Said> said =
                  answers.stream().map(Answer::said).filter(Objects::nonNull).toList();
              return said.isEmpty()
                  ? Future.failedFuture(nobody(answers))
                  : Future.succeededFuture(ClusterView.of(said, address.tls()));
            });
  }

  /** These are asked from now on, and who is in the settings. On the context. */
  void know(ClusterView view) {
    known.clear();
    known.addAll(view.places());
    known.addAll(seeds.places());
  }

  /** Never fails. */
  private Future<Answer> ask(Place place) {
    Request request = Request.cmd(CLUSTER).arg("NODES");
    try {
      return clients
          .apply(address.at(place))
          .connect()
          .compose(connection -> connection.send(request).onComplete(done -> connection.close()))
          .timeout(WITHIN_MS, TimeUnit.MILLISECONDS)
          .map(reply -> new Answer(new Said(place, reply.toString()), null, 0))
          .otherwise(e -> refused(place, e));
    } catch (RuntimeException e) {
      return Future.succeededFuture(refused(place, e));
    }
  }

  private Answer refused(Place place, Throwable e) {
    if (!(e instanceof ErrorType)) {
      String tls = address.tls() ? TlsTrouble.of(e, address.at(place)) : null;
      return tls == null
          ? new Answer(null, "None of the Cluster's servers can be reached", 0)
          : new Answer(null, tls, 2);
    }
    return switch (Refusal.code(e)) {
      case "NOAUTH", "WRONGPASS" ->
          new Answer(null, "Redis at " + place + " refuses the user or password", 3);
      case "NOPERM" -> new Answer(null, AclCheck.words(address.user(), List.of(RIGHT)), 3);
      case "LOADING" -> new Answer(null, "Redis is loading its data", 1);
      default ->
          String.valueOf(e.getMessage()).contains("cluster support disabled")
              ? new Answer(
                  null,
                  "Redis at " + place + " is no Cluster. Let REDIS_URL begin with redis://",
                  3)
              : new Answer(null, "Redis at " + place + " refuses (" + Refusal.code(e) + ")", 1);
    };
  }

  private StoreUnavailable nobody(List<Answer> answers) {
    List<Answer> worst = new ArrayList<>(answers);
    worst.sort((a, b) -> Integer.compare(b.weight, a.weight));
    return new StoreUnavailable(worst.get(0).reason + " (" + seeds.words() + ")");
  }
}
