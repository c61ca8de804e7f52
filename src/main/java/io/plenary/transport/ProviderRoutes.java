package io.plenary.transport;

import io.plenary.identity.ProviderFailure;
import io.plenary.identity.ProviderFailure.Reason;
import io.plenary.identity.ProviderSignIn;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in by a provider. These are addresses that browsers are sent to and come back to, so they
 * answer with the next address: the organiser's page, with a word in the fragment when it went
 * wrong. The code of the provider stands in the address it comes back with; it is worth nothing
 * without the cookie, and used up at once.
 */
final class ProviderRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderRoutes.class);
  private static final String PAGE = "/organiser";
  private static final int LONG = 4_000;
  private final ProviderSignIn provider;
  private final Cookies.Terms cookies;
  private final ClientAddressResolver peers;

  ProviderRoutes(ProviderSignIn provider, Cookies.Terms cookies, ClientAddressResolver peers) {
    this.provider = provider;
    this.cookies = cookies;
    this.peers = peers;
  }

  void mount(Router router) {
    router.get("/api/v1/provider/sign-in").handler(this::signIn);
    router.get("/api/v1/provider/back").handler(this::back);
    router.get("/api/v1/provider/sign-out").handler(this::signOut);
  }

  private void signIn(RoutingContext ctx) {
    provider
        .begin(peers.address(ctx.request()))
        .onSuccess(
            begun -> {
              Cookies.attempt(ctx, begun.attempt().cookie(), cookies);
              to(ctx, begun.at());
            })
        .onFailure(e -> failed(ctx, e));
  }

  private void back(RoutingContext ctx) {
    String attempt = Cookies.attempt(ctx.request().headers());
    Cookies.attempt(ctx, null, cookies); // for one answer, whatever becomes of it
    provider
        .complete(attempt, param(ctx, "state"), param(ctx, "code"), Cookies.client(ctx, peers))
        .onSuccess(
            in -> {
              Cookies.set(ctx, in, cookies);
              to(ctx, PAGE);
            })
        .onFailure(e -> failed(ctx, e));
  }

  private void signOut(RoutingContext ctx) {
    provider
        .signOutAt(peers.address(ctx.request()))
        .onSuccess(at -> to(ctx, at.orElse(PAGE)))
        .onFailure(e -> failed(ctx, e));
  }

  private static String param(RoutingContext ctx, String name) {
    String value = ctx.request().getParam(name);
    return value == null || value.length() > LONG ? "" : value;
  }

  private static void failed(RoutingContext ctx, Throwable e) {
    Reason reason = Reason.BUSY;
    if (!(e instanceof ProviderFailure failure)) {
      LOG.info("Signing in by the provider failed: {}", e.getClass().getSimpleName());
    } else {
      reason = failure.reason();
      if (reason != Reason.BUSY) { // whoever is slowed down fills no log
        LOG.info("Signing in by the provider failed, {}: {}", reason.wire(), e.getMessage());
      }
    }
    to(ctx, PAGE + "#provider=" + reason.wire());
  }

  private static void to(RoutingContext ctx, String address) {
    HttpServerResponse response = ctx.response();
    if (response.ended()) return;
    response
        .setStatusCode(303)
        .putHeader("location", address)
        .putHeader("cache-control", "no-store")
        .putHeader("referrer-policy", "no-referrer")
        .end();
  }
}
