package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.identity.Ids;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.UnerasedCopies;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the store forget in its files, too, what was deleted: they are a history, in which it stands
 * until they are written anew. A script that deletes words of people leaves a mark with it, so
 * whatever ends in between, the next look of any node goes on from there. Many marks are done at
 * once. Runs on one context.
 */
public final class AofCompaction {
  /** What an organiser destroys is waited for. */
  public static final long SOON_MS = 3_000;

  /** What askers take back happens all the time. */
  public static final long LATER_MS = 600_000;

  private static final long AGAIN_MS = 60_000;
  private static final long LOOK_MS = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(AofCompaction.class);

  private final RedisLink link;
  private final Supplier<Future<Void>> rewrite;
  private final Ids ids;
  private final Script begin = Script.load("begin_rewrite");
  private boolean busy;
  private String said = "";

  /** What was told last; null: nothing is left. */
  private @Nullable String unerased;

  private Consumer<@Nullable String> listener = copies -> {};

  /**
   * @param rewrite done when every file was begun after the call; fails with words for the operator
   */
  public AofCompaction(RedisLink link, Supplier<Future<Void>> rewrite, Ids ids) {
    this.link = link;
    this.rewrite = rewrite;
    this.ids = ids;
  }

  /**
   * @param listener told which copies of the store may still hold what was deleted, whichever node
   *     tried: hosts and ports, separated by commas; null once there are none
   */
  void listen(Consumer<@Nullable String> listener) {
    this.listener = listener;
  }

  /** Looks at once and then again and again; the listener is told as {@link #listen} says. */
  public void start(Vertx vertx, Consumer<@Nullable String> listener) {
    listen(listener);
    look();
    vertx.setPeriodic(LOOK_MS, id -> look());
  }

  /**
   * Does what is due. Never fails: it is tried again {@value #AGAIN_MS} ms later. @return done with
   * what this look began
   */
  public Future<Void> look() {
    if (busy) return Future.succeededFuture();
    busy = true;
    return link.send(Command.HLEN, Keys.REWRITE)
        .compose(
            marks -> {
              boolean none = marks.toInteger() == 0;
              if (none) tell(null);
              return none ? Future.succeededFuture(false) : heard().compose(v -> begun(false));
            })
        .onComplete(
            done -> {
              busy = false;
              if (done.succeeded()) said = done.result() ? "" : said;
              else warn(done.cause());
            })
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /**
   * Done when the files hold nothing of what was deleted before the call; fails with words for the
   * operator.
   */
  public Future<Void> now() {
    return begun(true).mapEmpty();
  }

  private Future<Boolean> begun(boolean now) {
    String token = ids.id();
    return link.eval(begin, List.of(Keys.REWRITE), List.of(token, AGAIN_MS, LATER_MS, now ? 1 : 0))
        .compose(
            reply ->
                reply.toInteger() == 0
                    ? Future.succeededFuture(false)
                    : rewrite
                        .get()
                        .recover(this::noted)
                        .compose(v -> link.send(Command.HDEL, Keys.REWRITE, "begun:" + token))
                        .compose(v -> link.send(Command.DEL, Keys.UNERASED))
                        .onSuccess(v -> tell(null))
                        .map(true));
  }

  /** Copies that are left are noted for all nodes, for as long as it is tried again. */
  private Future<Void> noted(Throwable e) {
    if (!(e instanceof UnerasedCopies left)) return Future.failedFuture(e);
    tell(left.places());
    return link.send(Command.SET, Keys.UNERASED, left.places(), "EX", 2 * LATER_MS / 1_000)
        .compose(v -> Future.failedFuture(e));
  }

  /** What another node found. */
  private Future<Void> heard() {
    return link.send(Command.GET, Keys.UNERASED)
        .map(
            found -> {
              tell(found == null ? null : found.toString());
              return null;
            });
  }

  private void tell(@Nullable String copies) {
    if (Objects.equals(copies, unerased)) return;
    unerased = copies;
    listener.accept(copies);
  }

  private void warn(Throwable e) {
    String why = String.valueOf(e.getMessage());
    if (!why.equals(said) && !(e instanceof StoreUnavailable)) {
      LOG.warn(
          "The files of the store may still hold what was deleted, and this is tried again: {}",
          why);
      said = why;
    }
  }
}
