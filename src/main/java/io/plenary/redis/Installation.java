package io.plenary.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * The mark of an installation: it stands in the store, and in the data folder. A store without the
 * folder's mark is not the one that held the events: emptied, another database, another server. It
 * is never taken for a new one.
 */
public final class Installation {
  /** Key of the mark. */
  public static final String KEY = "plenary:installation";

  static final String LOST_BEGINS = "The store has lost its data: ";
  private static final String LOST =
      LOST_BEGINS
          + "%s. Nothing is written to it. If it was emptied, or is the wrong server or database:"
          + " correct that, or restore a back-up. To begin anew with an empty store and without the"
          + " events, votes and accounts there were, stop the server and run: java -jar plenary.jar"
          + " start-anew";

  private Installation() {}

  /**
   * Makes sure of the store, or gives a new one its mark.
   *
   * @param known the folder's mark; null when it has none
   * @param fresh the mark to give
   * @return the mark; fails with {@link IllegalStateException} when the store is not the folder's,
   *     and as every command does when it does not answer
   */
  public static Future<String> settle(RedisLink link, @Nullable String known, String fresh) {
    if (known == null) {
      return link.send(Command.SET, KEY, fresh, "NX", "GET")
          .map(old -> old == null ? fresh : old.toString());
    }
    return link.send(Command.GET, KEY)
        .compose(
            found -> {
              String why = trouble(known, found);
              return why == null
                  ? Future.succeededFuture(known)
                  : Future.failedFuture(new IllegalStateException(why));
            });
  }

  static Request look() {
    return Request.cmd(Command.GET).arg(KEY);
  }

  /** What is wrong with a store that answered this; null: nothing. */
  static @Nullable String trouble(@Nullable String expected, Response found) {
    if (expected == null || (found != null && found.toString().equals(expected))) return null;
    return LOST.formatted(
        found == null
            ? "it does not hold the mark of this installation (" + KEY + ")"
            : "it belongs to another installation");
  }
}
