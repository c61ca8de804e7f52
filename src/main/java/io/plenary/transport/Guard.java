package io.plenary.transport;

import io.plenary.identity.Account;
import io.plenary.identity.Grant;
import io.plenary.identity.SignIn;
import io.plenary.identity.Staff;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every request to the API must pass. */
final class Guard {
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Pattern OF_EVENT = Pattern.compile("/api/v1/events/([^/]+)(.*)");
  private final SignIn signIn;
  private final Staff staff;
  private final Origins origins;
  private final BooleanSupplier open;

  Guard(SignIn signIn, Staff staff, Origins origins, BooleanSupplier open) {
    this.signIn = signIn;
    this.staff = staff;
    this.origins = origins;
    this.open = open;
  }

  void mount(Router router) {
    router.route("/api/*").handler(this::sameOrigin);
    router.route("/api/v1/account").handler(this::signedIn);
    router.route("/api/v1/account/*").handler(this::signedIn);
    router.route("/api/v1/accounts/*").handler(this::signedIn);
    router.route("/api/v1/accounts/*").handler(this::owner);
    for (String audit : List.of("/api/v1/audit", "/api/v1/audit.csv")) {
      router.route(audit).handler(this::signedIn);
      router.route(audit).handler(this::owner);
    }
    router.route("/api/v1/events").handler(this::signedIn);
    router.route("/api/v1/events/*").handler(this::signedIn);
    router.post("/api/v1/events").handler(this::mayCreate);
    router.post("/api/v1/events/import").handler(this::mayCreate);
    router.route("/api/v1/events/*").handler(this::ofEvent);
    router.route("/api/*").failureHandler(ctx -> Http.fail(ctx, cause(ctx)));
  }

  /** Who asks; only behind {@link #signedIn}. */
  static Account account(RoutingContext ctx) {
    return ctx.get(Account.class.getName());
  }

  /** What they may do at the event; only below {@code /api/v1/events/:event}. */
  static Grant grant(RoutingContext ctx) {
    return ctx.get(Grant.class.getName());
  }

  private void sameOrigin(RoutingContext ctx) {
    if (!open.getAsBoolean()) {
      Http.fail(ctx, HttpError.of(503, ErrorCode.BUSY));
    } else if (READS.contains(ctx.request().method())) {
      ctx.next();
    } else if (!origins.allows(ctx.request().headers())) {
      Http.fail(
          ctx,
          new HttpError(
              403,
              ErrorCode.NOT_ALLOWED.wire(),
              "This request came from a page of another site.",
              null,
              0));
    } else if (ctx.request().method() == HttpMethod.POST && !isJson(ctx)) {
      Http.fail(
          ctx,
          new HttpError(
              415, ErrorCode.MALFORMED.wire(), "Send the body as application/json.", null, 0));
    } else {
      ctx.next();
    }
  }

  /**
   * A form of another site cannot send JSON without asking first, so this keeps out what has no
   * Origin as well.
   */
  private static boolean isJson(RoutingContext ctx) {
    String type = ctx.request().getHeader("content-type");
    return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json");
  }

  private void signedIn(RoutingContext ctx) {
    let(
        ctx,
        signIn
            .who(Cookies.session(ctx.request().headers()))
            .map(
                account -> {
                  account.ifPresent(known -> ctx.put(Account.class.getName(), known));
                  return account.isPresent() ? null : HttpError.of(401, ErrorCode.NOT_SIGNED_IN);
                }));
  }

  private void owner(RoutingContext ctx) {
    let(
        ctx,
        staff
            .isOwner(account(ctx).id())
            .map(
                owner ->
                    owner
                        ? null
                        : new HttpError(
                            403,
                            ErrorCode.NOT_ALLOWED.wire(),
                            "Only the owner of this server may do this.",
                            null,
                            0)));
  }

  private void mayCreate(RoutingContext ctx) {
    let(
        ctx,
        staff
            .mayCreate(account(ctx).id())
            .map(
                may ->
                    may
                        ? null
                        : new HttpError(
                            403,
                            ErrorCode.NOT_ALLOWED.wire(),
                            "Only organisers make events. Ask the one who invited you.",
                            null,
                            0)));
  }

  /** Who is none of an event's people is told the same as when there were no such event. */
  private void ofEvent(RoutingContext ctx) {
    Matcher path = OF_EVENT.matcher(ctx.normalizedPath());
    if (!path.matches() || path.group(1).equals("import")) {
      ctx.next();
      return;
    }
    let(
        ctx,
        staff
            .grant(path.group(1), account(ctx).id())
            .map(
                grant -> {
                  if (grant.isEmpty()) return HttpError.of(404, ErrorCode.UNKNOWN_EVENT);
                  ctx.put(Grant.class.getName(), grant.get());
                  return RouteActions.allow(grant.get(), ctx.request().method(), path.group(2))
                      ? null
                      : HttpError.of(403, ErrorCode.NOT_ALLOWED);
                }));
  }

  /** Goes on when there is nothing against it. */
  private static void let(RoutingContext ctx, Future<HttpError> objection) {
    objection
        .onSuccess(
            error -> {
              if (error == null) ctx.next();
              else Http.fail(ctx, error);
            })
        .onFailure(e -> Http.fail(ctx, e));
  }

  private static Throwable cause(RoutingContext ctx) {
    if (ctx.failure() instanceof HttpError || ctx.statusCode() < 0) return ctx.failure();
    if (ctx.failure() != null) return ctx.failure();
    return new HttpError(
        ctx.statusCode(), ErrorCode.MALFORMED.wire(), "The request could not be read.", null, 0);
  }
}
