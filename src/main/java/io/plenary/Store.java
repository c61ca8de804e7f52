package io.plenary;

import io.plenary.config.Settings;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.StoreCheck;
import io.plenary.redis.StoreFinding;
import io.plenary.redis.embedded.EmbeddedRedis;
import io.plenary.redis.embedded.StoreStartException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Redis this server works on: one of its own, or the operator's. */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private final EmbeddedRedis embedded;
  private final StoreAddress address;

  private Store(EmbeddedRedis embedded, StoreAddress address) {
    this.embedded = embedded;
    this.address = address;
  }

  /** Starts the embedded Redis, or takes the external one's address. Blocks: not for event loops. */
  static Store open(Settings.Store settings) {
    if (settings.redis().isPresent()) return new Store(null, StoreAddress.parse(settings.redis().get().value()));
    try {
      EmbeddedRedis embedded = EmbeddedRedis.start(settings.data(), null);
      return new Store(embedded, embedded.address());
    } catch (StoreStartException e) {
      throw new StartFailure(e.getMessage());
    }
  }

  StoreAddress address() {
    return address;
  }

  /** Looks whether an external Redis keeps what it is told; fails with {@link StartFailure} when it does not. */
  Future<Void> check(Vertx vertx, Context context, boolean acceptLoss) {
    if (embedded != null) return Future.succeededFuture();
    return StoreCheck.look(vertx, context, address, LinkOptions.defaults()).compose(findings -> judge(findings, acceptLoss));
  }

  private static Future<Void> judge(List<StoreFinding> findings, boolean acceptLoss) {
    for (StoreFinding finding : findings) {
      boolean accepted = acceptLoss && finding.kind() == StoreFinding.Kind.NOT_PERSISTING;
      if (finding.fatal() && !accepted) return Future.failedFuture(new StartFailure(finding.message()));
      LOG.warn("{}", finding.message());
    }
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    if (embedded != null) embedded.close();
  }
}
