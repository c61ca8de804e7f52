package io.plenary.transport;

import io.plenary.identity.Account;
import io.plenary.identity.Admission;
import io.plenary.identity.SetUp;
import io.plenary.identity.SignIn;
import io.plenary.identity.SignedIn;
import io.plenary.identity.Staff;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Organisers signing in and out. */
final class AccountRoutes {
  private static final int LONG = 1_000;
  private final SignIn signIn;
  private final SetUp setUp;
  private final Admission admission;
  private final Staff staff;
  private final Optional<String> provider;
  private final Cookies.Terms cookies;
  private final ClientAddressResolver peers;
  private final Organisers organisers;

  /**
   * @param provider what people call where they may sign in as well
   */
  AccountRoutes(
      SignIn signIn,
      SetUp setUp,
      Admission admission,
      Staff staff,
      Optional<String> provider,
      Cookies.Terms cookies,
      ClientAddressResolver peers,
      Organisers organisers) {
    this.organisers = organisers;
    this.signIn = signIn;
    this.setUp = setUp;
    this.admission = admission;
    this.staff = staff;
    this.provider = provider;
    this.cookies = cookies;
    this.peers = peers;
  }

  void mount(Router router) {
    router.get("/api/v1/session").handler(ctx -> Http.answer(ctx, session(ctx)));
    router
        .post("/api/v1/session")
        .handler(
            ctx -> {
              JsonObject body = Http.json(ctx);
              signedIn(
                  ctx,
                  200,
                  signIn.signIn(
                      Http.text(body, "email", LONG),
                      Http.text(body, "password", LONG),
                      Cookies.client(ctx, peers)));
            });
    router
        .post("/api/v1/session/code")
        .handler(
            ctx ->
                signedIn(
                    ctx,
                    200,
                    admission.complete(
                        Cookies.step(ctx.request().headers()),
                        Http.text(Http.json(ctx), "code", LONG),
                        Cookies.client(ctx, peers))));
    router
        .post("/api/v1/setup")
        .handler(
            ctx -> {
              JsonObject body = Http.json(ctx);
              signedIn(
                  ctx,
                  201,
                  setUp.setUp(
                      Http.text(body, "token", LONG),
                      Http.text(body, "name", LONG),
                      Http.text(body, "email", LONG),
                      Http.text(body, "password", LONG),
                      Cookies.client(ctx, peers)));
            });
    router
        .delete("/api/v1/session")
        .handler(
            ctx -> {
              String cookie = Cookies.session(ctx.request().headers());
              gone(ctx, signIn.signOut(cookie).onSuccess(v -> organisers.ended(cookie)));
            });
    router.delete("/api/v1/sessions").handler(ctx -> gone(ctx, everywhere(ctx)));
  }

  private Future<Void> everywhere(RoutingContext ctx) {
    return signIn
        .who(Cookies.session(ctx.request().headers()))
        .onSuccess(account -> account.ifPresent(a -> ctx.put(Account.class.getName(), a)))
        .compose(
            account ->
                account.isEmpty()
                    ? Future.<Void>failedFuture(HttpError.of(401, ErrorCode.NOT_SIGNED_IN))
                    : signIn.signOutEverywhere(account.get().id()))
        .onSuccess(v -> organisers.look());
  }

  private void gone(RoutingContext ctx, Future<Void> work) {
    work.onSuccess(
            v -> {
              Cookies.clear(ctx, cookies);
              Http.empty(ctx);
            })
        .onFailure(e -> Http.fail(ctx, e));
  }

  private Future<JsonObject> session(RoutingContext ctx) {
    return signIn
        .who(Cookies.session(ctx.request().headers()))
        .compose(
            account ->
                account.isPresent()
                    ? staff
                        .mayCreate(account.get().id())
                        .compose(
                            may ->
                                staff
                                    .isOwner(account.get().id())
                                    .map(
                                        owner ->
                                            described(account.get())
                                                .put("mayCreate", may)
                                                .put("owner", owner)))
                    : signIn
                        .isSetUp()
                        .map(set -> new JsonObject().put("signedIn", false).put("setUp", set)))
        .map(said -> said.put("provider", provider.orElse(null)));
  }

  private void signedIn(RoutingContext ctx, int status, Future<SignedIn> work) {
    Admitted.said(ctx, work, cookies)
        .onSuccess(json -> Http.answer(ctx, status, json))
        .onFailure(e -> Http.fail(ctx, e));
  }

  static JsonObject described(Account account) {
    return new JsonObject()
        .put("signedIn", true)
        .put("name", account.name())
        .put("email", account.email())
        .put("setUp", true);
  }
}
