package io.plenary.transport;

import io.plenary.protocol.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** One body on its way in; see {@link Bodies}. Lives on its connection's event loop. */
final class Arriving {
  /**
   * Of each body so much is nobody else's: whoever joins, signs in or votes is never refused for
   * what others send.
   */
  static final int FREE = 4 * 1024;

  private static final int RETRY_S = 2;
  private static final int GONE_S = 1;

  /**
   * @param words for {@code most}
   */
  record Terms(int most, String words, Intake.Share share, long withinMs) {}

  private final Vertx vertx;
  private final RoutingContext ctx;
  private final HttpServerRequest request;
  private final Terms terms;
  private @Nullable Buffer body;
  private long held;
  private boolean cut;

  /** Nothing more is kept of it. */
  private boolean over;

  private long timer;

  Arriving(Vertx vertx, RoutingContext ctx, Terms terms) {
    this.vertx = vertx;
    this.ctx = ctx;
    this.request = ctx.request();
    this.terms = terms;
  }

  /** Lets nothing in until somebody wants it. */
  void hold() {
    request.pause();
    request.handler(this::part).endHandler(v -> whole()).exceptionHandler(e -> gone());
    timer = vertx.setTimer(terms.withinMs, id -> late());
    ctx.addEndHandler(v -> answered());
    ctx.put(Arriving.class.getName(), this);
  }

  /**
   * @param toTheLimit goes on with so much of a body that is too large, instead of refusing it
   */
  void read(boolean toTheLimit) {
    cut = toTheLimit;
    body = Buffer.buffer();
    if (!cut && declared() > terms.most) refuse(tooLarge());
    else if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      ctx.response().writeContinue();
    }
    request.resume();
  }

  private void part(Buffer more) {
    Buffer body = this.body;
    if (over || body == null) return;
    int now = body.length() + more.length();
    if (now > terms.most && !cut) {
      refuse(tooLarge());
      return;
    }
    Buffer kept = now > terms.most ? more.slice(0, terms.most + 1 - body.length()) : more;
    long wanted = Math.max(0, body.length() + kept.length() - FREE) - held;
    if (wanted > 0 && !terms.share.take(wanted)) {
      refuse(
          new HttpError(
              503,
              ErrorCode.BUSY.wire(),
              "The server is taking in as much as it can hold. Try again in a moment.",
              null,
              RETRY_S));
      return;
    }
    held += Math.max(0, wanted);
    body.appendBuffer(kept);
    if (body.length() > terms.most) proceed();
  }

  private void whole() {
    vertx.cancelTimer(timer);
    if (!over) proceed();
  }

  private void proceed() {
    over = true;
    ctx.put(Buffer.class.getName(), body);
    ctx.next();
    if (cut) forget(); // the answer to hello goes on for hours
  }

  private void refuse(HttpError error) {
    forget();
    Http.fail(ctx, error);
  }

  private HttpError tooLarge() {
    return new HttpError(
        413, ErrorCode.TOO_LARGE.wire(), "The body is larger than " + terms.words + ".", null, 0);
  }

  private long declared() {
    try {
      return Long.parseLong(String.valueOf(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    } catch (NumberFormatException chunked) {
      return 0;
    }
  }

  /** What is left of it is read and thrown away. */
  private void answered() {
    forget();
    if (!request.isEnded()) request.resume();
  }

  /** Whoever is that slow, or goes on sending what was refused, loses the connection. */
  private void late() {
    if (request.isEnded()) return;
    if (!ctx.response().ended()) {
      refuse(
          new HttpError(
              408,
              ErrorCode.BUSY.wire(),
              "The request took longer than "
                  + terms.withinMs / 1_000
                  + " s to arrive. "
                  + "Try again where the connection is better.",
              null,
              RETRY_S));
    }
    vertx.setTimer(GONE_S * 1_000L, id -> cutOff()); // until then the words may get there
  }

  /** A connection of HTTP/2 carries requests of others, too: a proxy's. */
  private void cutOff() {
    if (request.isEnded()) return;
    if (request.version() == HttpVersion.HTTP_2) ctx.response().reset();
    else request.connection().close();
  }

  private void gone() {
    vertx.cancelTimer(timer);
    forget();
  }

  private void forget() {
    over = true;
    body = null;
    ctx.remove(Buffer.class.getName());
    terms.share.give(held);
    held = 0;
  }
}
