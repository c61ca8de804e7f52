package io.plenary.transport;

import io.plenary.identity.SignIn;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What every request to the API must pass. */
final class Guard {
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private final SignIn signIn;
  private final Origins origins;
  private final BooleanSupplier open;

  Guard(SignIn signIn, Origins origins, BooleanSupplier open) {
    this.signIn = signIn;
    this.origins = origins;
    this.open = open;
  }

  void mount(Router router) {
    router.route("/api/*").handler(this::sameOrigin);
    router.route("/api/v1/events").handler(this::organiser);
    router.route("/api/v1/events/*").handler(this::organiser);
    router.route("/api/*").failureHandler(ctx -> Http.fail(ctx, cause(ctx)));
  }

  private void sameOrigin(RoutingContext ctx) {
    if (!open.getAsBoolean()) {
      Http.fail(ctx, HttpError.of(503, ErrorCode.BUSY));
    } else if (READS.contains(ctx.request().method())) {
      ctx.next();
    } else if (!origins.allows(ctx.request().headers())) {
      Http.fail(ctx, new HttpError(403, ErrorCode.NOT_ALLOWED.wire(), "This request came from a page of another site.", null, 0));
    } else if (ctx.request().method() == HttpMethod.POST && !isJson(ctx)) {
      Http.fail(ctx, new HttpError(415, ErrorCode.MALFORMED.wire(), "Send the body as application/json.", null, 0));
    } else {
      ctx.next();
    }
  }

  /** A form of another site cannot send JSON without asking first, so this keeps out what has no Origin as well. */
  private static boolean isJson(RoutingContext ctx) {
    String type = ctx.request().getHeader("content-type");
    return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json");
  }

  private void organiser(RoutingContext ctx) {
    signIn.who(Cookies.session(ctx.request().headers()))
        .onSuccess(account -> {
          if (account.isPresent()) ctx.next();
          else Http.fail(ctx, HttpError.of(401, ErrorCode.NOT_SIGNED_IN));
        })
        .onFailure(e -> Http.fail(ctx, e));
  }

  private static Throwable cause(RoutingContext ctx) {
    if (ctx.failure() instanceof HttpError || ctx.statusCode() < 0) return ctx.failure();
    if (ctx.statusCode() == 413) return new HttpError(413, ErrorCode.TOO_LARGE.wire(), "The body is larger than 2 MiB.", null, 0);
    if (ctx.failure() != null) return ctx.failure();
    return new HttpError(ctx.statusCode(), ErrorCode.MALFORMED.wire(), "The request could not be read.", null, 0);
  }
}
