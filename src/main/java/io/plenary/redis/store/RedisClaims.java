package io.plenary.redis.store;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.Claims;
import io.plenary.identity.Ids;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** {@link Claims} on Redis: a key that expires. To be used on a context, whose timers renew it. */
public final class RedisClaims implements Claims {
  private static final long LASTS_MS = 6_000;

  private final RedisLink link;
  private final Ids ids;
  private final long lastsMs;
  private final Script claim = Script.load("claim");
  private final Script renew = Script.load("renew_claim");
  private final Script end = Script.load("end_claim");

  public RedisClaims(RedisLink link, Ids ids) {
    this(link, ids, LASTS_MS);
  }

  /**
   * @param lastsMs how long nobody takes up what a node leaves that dies; one that lives renews its
   *     claim three times in it
   */
  RedisClaims(RedisLink link, Ids ids, long lastsMs) {
    this.link = link;
    this.ids = ids;
    this.lastsMs = lastsMs;
  }

  @Override
  public Future<Boolean> once(
      ActivityRef activity, String piece, Duration known, Supplier<Future<Void>> work) {
    return claimed(Keys.claim(activity.event(), activity.id()), piece, known.toMillis(), work);
  }

  @Override
  public Future<Boolean> alone(String name, Supplier<Future<Void>> work) {
    return claimed(Keys.claim(name), "", 0, work);
  }

  private Future<Boolean> claimed(
      String key, String piece, long knownMs, Supplier<Future<Void>> work) {
    String token = ids.id();
    return link.eval(claim, List.of(key), List.of(token, piece, lastsMs, knownMs))
        .compose(
            reply ->
                switch (reply.toInteger()) {
                  case 0 -> Future.succeededFuture(false);
                  case 1 -> held(key, token, piece, knownMs, work);
                  case 2 -> Future.succeededFuture(true);
                  default -> throw claim.unexpected(reply);
                });
  }

  private Future<Boolean> held(
      String key, String token, String piece, long knownMs, Supplier<Future<Void>> work) {
    Vertx vertx = Vertx.currentContext().owner();
    long renewing =
        vertx.setPeriodic(
            lastsMs / 3, id -> link.eval(renew, List.of(key), List.of(token, lastsMs)));
    return Future.<Void>succeededFuture()
        .compose(v -> work.get())
        .transform(
            done -> {
              vertx.cancelTimer(renewing);
              long known = done.succeeded() ? knownMs : 0;
              return link.eval(end, List.of(key), List.of(token, piece, known))
                  .otherwiseEmpty() // it ends by itself
                  .transform(
                      ended ->
                          done.succeeded()
                              ? Future.succeededFuture(true)
                              : Future.failedFuture(done.cause()));
            });
  }
}
