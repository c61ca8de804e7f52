package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a server to its store know together: which store it must be, and whether
 * commands may be sent. Shut for writes while writes are refused, so that nothing but {@link
 * StoreMonitor}'s test reaches a store that cannot take them; shut for everything while the store
 * is not the one it was. Thread-safe.
 */
public final class StoreGate {
  private record Shut(StoreUnavailable why, boolean reads) {}

  private final int copies;
  private final Map<String, Lineage> lineages = new ConcurrentHashMap<>();
  private volatile @Nullable Shut shut;
  private volatile @Nullable String installation;

  /** For good: this program is too old for the store. */
  private volatile @Nullable StoreUnavailable outgrown;

  private final Set<RedisLink> links = ConcurrentHashMap.newKeySet();

  /** Null: nobody would open it again, so it stays open. */
  private volatile @Nullable Consumer<StoreUnavailable> onRefusal;

  public StoreGate() {
    this(0);
  }

  /**
   * @param copies replicas that must have what is written before anybody is told
   */
  public StoreGate(int copies) {
    this.copies = copies;
  }

  int copies() {
    return copies;
  }

  /**
   * @param key where it is kept: one for each server with events
   */
  Lineage lineage(String key) {
    return lineages.computeIfAbsent(key, of -> new Lineage(this, of));
  }

  /** Why a command must not be sent now; null when it may. */
  @Nullable StoreUnavailable shut(boolean write) {
    StoreUnavailable over = outgrown;
    if (over != null) return over;
    Shut now = shut;
    return now != null && (write || now.reads) ? now.why : null;
  }

  void shut(StoreUnavailable why, boolean reads) {
    shut = new Shut(why, reads);
  }

  void open() {
    shut = null;
  }

  /**
   * Redis refused a command that it must carry out: nothing is written any more until the monitor
   * has seen that it can be.
   */
  void refused(StoreUnavailable why) {
    met(new Shut(why, false));
  }

  /** The store is not the one it was. */
  void lost(StoreUnavailable why) {
    met(new Shut(why, true));
  }

  /**
   * Nothing is sent any more, and that does not change: a newer version decides how the store is
   * written.
   */
  public void outgrow(String why) {
    StoreUnavailable over = new StoreUnavailable(why);
    outgrown = over;
    lost(over);
  }

  /** Why the store is closed to this program for good; null: it is not. */
  @Nullable String outgrown() {
    StoreUnavailable over = outgrown;
    return over == null ? null : over.getMessage();
  }

  private void met(Shut now) {
    Consumer<StoreUnavailable> monitor = onRefusal;
    if (monitor == null) return;
    if (shut == null || now.reads) shut = now;
    monitor.accept(now.why);
  }

  /**
   * @param listener called on any thread, with every refusal
   */
  void onRefusal(Consumer<StoreUnavailable> listener) {
    onRefusal = listener;
  }

  void joined(RedisLink link) {
    links.add(link);
  }

  void left(RedisLink link) {
    links.remove(link);
  }

  /** Fails, and shuts for everything, when the store that is looked at is not the one it was. */
  Future<Void> whole(Supplier<Future<Response>> look) {
    if (installation == null) return Future.succeededFuture();
    return look.get()
        .compose(
            found -> {
              String trouble = Installation.trouble(installation, found);
              if (trouble == null) return Future.succeededFuture();
              StoreUnavailable lost = new StoreUnavailable(trouble);
              lost(lost);
              return Future.failedFuture(lost);
            });
  }

  /** Ends the connections that lead to such places. */
  void leave(Predicate<String> place) {
    links.forEach(link -> link.leave(place));
  }

  /** Fails with {@link StoreUnavailable} while one of the connections is down that should be up. */
  Future<?> connected() {
    return Future.all(links.stream().map(RedisLink::hurry).toList());
  }

  /** The mark that the store must hold from now on. */
  public void expect(String mark) {
    installation = mark;
  }

  /** Null: any store will do. */
  @Nullable String installation() {
    return installation;
  }
}
