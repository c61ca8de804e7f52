package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.identity.Ids;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.function.Supplier;
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
  private static final long LOOK_MS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(AofCompaction.class);

  private final RedisLink link;
  private final Supplier<Future<Void>> rewrite;
  private final Ids ids;
  private final Script begin = Script.load("begin_rewrite");
  private boolean busy;
  private String said = "";

  /**
   * @param rewrite done when every file was begun after the call; fails with words for the operator
   */
  public AofCompaction(RedisLink link, Supplier<Future<Void>> rewrite, Ids ids) {
    this.link = link;
    this.rewrite = rewrite;
    this.ids = ids;
  }

  /** Looks at once and then again and again. */
  public void start(Vertx vertx) {
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
        .compose(marks -> marks.toInteger() == 0 ? Future.succeededFuture(false) : begun(false))
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
                        .compose(v -> link.send(Command.HDEL, Keys.REWRITE, "begun:" + token))
                        .map(true));
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
