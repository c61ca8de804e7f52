package io.plenary;

import io.plenary.activity.service.EventStore;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.Peers;
import io.plenary.activity.service.RoomLinks;
import io.plenary.config.Settings;
import io.plenary.kinds.KindRegistry;
import io.plenary.metrics.Traffic;
import io.plenary.module.KindService;
import io.plenary.simulation.Simulation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server plays to itself: the warm-up, or an audience that is asked for. */
final class Played {
  private static final Logger LOG = LoggerFactory.getLogger(Played.class);
  private final Vertx vertx;
  private final Settings settings;
  private final KindRegistry kinds;
  private final URI base;
  private final Traffic traffic;
  private volatile @Nullable Simulation simulation;
  private volatile @Nullable WarmUp warmUp;

  /**
   * @param base where this server listens
   */
  Played(Vertx vertx, Settings settings, KindRegistry kinds, URI base, Traffic traffic) {
    this.vertx = vertx;
    this.settings = settings;
    this.kinds = kinds;
    this.base = base;
    this.traffic = traffic;
  }

  /**
   * Call it on the context that owns the store's link.
   *
   * @param node id of this start of the server
   * @param others that may serve people
   * @param over called when it ended, however it did, but not while the server stops
   */
  void warmUp(EventStore events, String node, Supplier<String> codes, Peers others, Runnable over) {
    if (!settings.start().warmUp() || settings.start().check()) return;
    WarmUp begun =
        new WarmUp(
            vertx,
            events,
            node,
            codes,
            () ->
                people() > 0
                    ? Future.succeededFuture(true)
                    : others.look().map(v -> others.servePeople()),
            base,
            kinds.codec(),
            kinds.rehearsal(WarmUp.ACTIVITY));
    warmUp = begun;
    begun
        .play()
        .onComplete(
            done -> {
              if (!begun.stopped()) over.run();
            });
  }

  void simulate(List<KindService> modules, JoinAddress address, LoadedEvent event) {
    for (KindService module : modules) {
      module
          .simulated(event)
          .onFailure(e -> LOG.info("Something was not turned on: {}", e.getMessage()));
    }
    String remote = new RoomLinks(address).of(event, event.state().rooms().get(0).id(), "remote");
    simulation =
        Simulation.start(
            vertx,
            base,
            event.state().event().code(),
            remote,
            settings.start().simulate(),
            System.nanoTime(),
            kinds.codec(),
            kinds.tastes(),
            kinds.habits());
  }

  /** How many are connected, without the phones of the warm-up. */
  long people() {
    WarmUp playing = warmUp;
    return Math.max(0, traffic.connected() - (playing == null ? 0 : playing.phones()));
  }

  /** Completes when nothing of the warm-up is left in the store. */
  Future<Void> stop() {
    if (simulation != null) simulation.stop();
    return warmUp == null ? Future.succeededFuture() : warmUp.stop();
  }
}
