package io.plenary;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.config.Settings;
import io.plenary.export.EventResults;
import io.plenary.redis.Installation;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.StoreCheck;
import io.plenary.redis.StoreFinding;
import io.plenary.redis.StoreGate;
import io.plenary.redis.embedded.EmbeddedRedis;
import io.plenary.redis.embedded.InstallationNote;
import io.plenary.redis.embedded.Losses;
import io.plenary.redis.embedded.StoreStartException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Redis this server works on: one of its own, or the operator's. */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private final @Nullable EmbeddedRedis embedded;
  private final StoreAddress address;
  private final int copies;

  private final InstallationNote note;
  private final List<EventResults.Loss> losses;

  private Store(
      @Nullable EmbeddedRedis embedded,
      StoreAddress address,
      int copies,
      InstallationNote note,
      List<EventResults.Loss> losses) {
    this.embedded = embedded;
    this.address = address;
    this.copies = copies;
    this.note = note;
    this.losses = losses;
  }

  /**
   * Starts the embedded Redis, or takes the external one's address. Blocks: not for event loops.
   */
  static Store open(Settings.Store settings) {
    try {
      InstallationNote note = new InstallationNote(settings.data());
      if (settings.redis().isPresent()) {
        StoreAddress address = StoreAddress.parse(settings.redis().get().value());
        return new Store(null, address, settings.copies(), note, List.of());
      }
      if (settings.copies() > 0) {
        throw new StartFailure(
            "The embedded Redis has no replicas, so store-copies cannot be "
                + settings.copies()
                + ". Leave it out, or name a Redis with replicas in REDIS_URL.");
      }
      EmbeddedRedis embedded =
          EmbeddedRedis.start(settings.data(), settings.redisServer().orElse(null));
      List<EventResults.Loss> losses =
          new Losses(settings.data())
              .all().stream().map(l -> new EventResults.Loss(l.at(), l.bytes())).toList();
      return new Store(embedded, embedded.address(), 0, note, losses);
    } catch (StoreStartException e) {
      throw new StartFailure(e.getMessage());
    }
  }

  /**
   * For a command: the Redis of the server that runs on the data folder; when none does, one that
   * is started for as long as the command takes. Blocks: not for event loops.
   */
  static Store attach(Settings.Store settings) {
    if (settings.redis().isPresent()) return open(settings);
    if (!Files.isDirectory(settings.data())) {
      throw new StartFailure(
          "There is no data folder "
              + settings.data()
              + ". Give the command the settings that the server is started with, such as --data"
              + " FOLDER.");
    }
    try {
      Optional<StoreAddress> running = EmbeddedRedis.running(settings.data());
      return running.isEmpty()
          ? open(settings)
          : new Store(null, running.get(), 0, new InstallationNote(settings.data()), List.of());
    } catch (StoreStartException e) {
      throw new StartFailure(e.getMessage());
    }
  }

  /**
   * Makes sure, without writing anything, that the store is the one that the data folder knows.
   * Fails with {@link StartFailure}.
   */
  Future<Void> recognise(Vertx vertx, RedisLink link) {
    return vertx
        .executeBlocking(note::read)
        .compose(
            known ->
                known.isEmpty()
                    ? Future.succeededFuture()
                    : Installation.settle(link, known.get(), "")
                        .recover(
                            e ->
                                Future.failedFuture(
                                    new StartFailure(String.valueOf(e.getMessage()))))
                        .mapEmpty());
  }

  StoreAddress address() {
    return address;
  }

  /** For all connections of one server to it. */
  StoreGate gate() {
    return new StoreGate(copies);
  }

  /** What was ever cut off the files of the embedded Redis. */
  List<EventResults.Loss> losses() {
    return losses;
  }

  /**
   * Looks whether an external Redis keeps what it is told; fails with {@link StartFailure} when it
   * does not, and with {@link StoreUnavailable} when it cannot be used, which may pass: it starts
   * too, loads its data, or is about to become the primary.
   */
  Future<Void> check(Vertx vertx, Context context, boolean acceptLoss) {
    if (embedded != null) return Future.succeededFuture();
    return StoreCheck.look(vertx, context, address, LinkOptions.defaults(), copies)
        .compose(findings -> judge(findings, acceptLoss));
  }

  /**
   * Makes sure that the store is the one this data folder was used with before; the first time,
   * both are given a mark. Fails with {@link StartFailure} when it is another one, or was emptied;
   * one that does not answer can be asked again.
   */
  Future<String> settle(Vertx vertx, RedisLink link, String fresh) {
    return vertx
        .executeBlocking(note::read)
        .compose(
            known ->
                Installation.settle(link, known.orElse(null), fresh)
                    .recover(
                        e ->
                            Future.failedFuture(
                                e instanceof IllegalStateException another
                                    ? new StartFailure(String.valueOf(another.getMessage()))
                                    : e))
                    .compose(
                        mark ->
                            known.isPresent()
                                ? Future.succeededFuture(mark)
                                : vertx.executeBlocking(() -> note.write(mark))));
  }

  /**
   * What keeps the disk of the store from taking anything, for operators; null in it: nothing, or
   * it is not ours to see.
   */
  Future<String> disk(Vertx vertx) {
    return embedded == null
        ? Future.succeededFuture()
        : vertx.executeBlocking(embedded::diskTrouble);
  }

  private static Future<Void> judge(List<StoreFinding> findings, boolean acceptLoss) {
    for (StoreFinding finding : findings) {
      boolean accepted = acceptLoss && finding.kind() == StoreFinding.Kind.NOT_PERSISTING;
      if (finding.mayPass()) {
        return Future.failedFuture(new StoreUnavailable(finding.message()));
      }
      if (finding.fatal() && !accepted) {
        return Future.failedFuture(new StartFailure(finding.message()));
      }
      LOG.warn("{}", finding.message());
    }
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    if (embedded != null) embedded.close();
  }
}
