package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.function.Supplier;

/**
 * One page after the other, any number of them. A chain of futures, each in the one before, would
 * need a stack as deep as there are pages.
 */
public final class Pages {
  /**
   * Fields that one call reads. Ten milliseconds of Redis were measured for 1,000 that changed
   * meanwhile; a busy machine makes three times as much of it.
   */
  static final int PAGE = 250;

  /** Told what stands in a hash. */
  public interface Entry {
    void take(String field, String value);
  }

  private Pages() {}

  /** All that is in a hash the whole time, some of it perhaps twice. */
  public static Future<Void> scan(RedisLink link, String key, Entry each) {
    String[] cursor = {"0"};
    return each(
        () ->
            link.send(Command.HSCAN, key, cursor[0], "COUNT", PAGE)
                .map(
                    reply -> {
                      Response page = reply.get(1);
                      for (int i = 0; i + 1 < page.size(); i += 2) {
                        each.take(page.get(i).toString(), page.get(i + 1).toString());
                      }
                      cursor[0] = reply.get(0).toString();
                      return !cursor[0].equals("0");
                    }));
  }

  /**
   * @param page asks the store for the next one; whether there are more
   */
  public static Future<Void> each(Supplier<Future<Boolean>> page) {
    Promise<Void> done = Promise.promise();
    next(page, done);
    return done.future();
  }

  private static void next(Supplier<Future<Boolean>> page, Promise<Void> done) {
    page.get()
        .onComplete(
            more -> {
              if (more.failed()) done.fail(more.cause());
              else if (more.result()) next(page, done);
              else done.complete();
            });
  }
}
