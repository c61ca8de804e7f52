package io.plenary.transport;

import io.plenary.identity.GuessLimits;
import io.plenary.identity.IdentityFailure;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Answers those who came with a link. Only what is wrong counts: who has a link that works always
 * gets through.
 */
final class WrongLinks {
  private final GuessLimits guesses;
  private final ClientAddressResolver peers;

  WrongLinks(GuessLimits guesses, ClientAddressResolver peers) {
    this.guesses = guesses;
    this.peers = peers;
  }

  void answer(RoutingContext ctx, int status, Future<?> work) {
    work.onSuccess(json -> Http.answer(ctx, status, json))
        .onFailure(e -> Http.fail(ctx, slowed(ctx, e)));
  }

  private Throwable slowed(RoutingContext ctx, Throwable e) {
    if (!(e instanceof IdentityFailure refused)
        || refused.reason() != IdentityFailure.Reason.LINK_NOT_VALID) return e;
    Duration wait = guesses.wrongLink(peers.address(ctx.request()));
    return wait.isZero()
        ? e
        : new HttpError(
            429,
            ErrorCode.SLOW_DOWN.wire(),
            "Too many links were tried that do not work. Wait a moment.",
            null,
            (int) wait.plusMillis(999).toSeconds());
  }
}
