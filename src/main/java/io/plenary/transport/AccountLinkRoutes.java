package io.plenary.transport;

import io.plenary.activity.service.JoinAddress;
import io.plenary.identity.AccountLink.Kind;
import io.plenary.identity.AccountLinks;
import io.plenary.identity.SignedIn;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Links into accounts: the owner of the server makes them, whoever was sent one comes in with it.
 * The secret travels in the body, so that no log of addresses holds it.
 */
final class AccountLinkRoutes {
  private static final int LONG = 1_000;
  private final AccountLinks links;
  private final JoinAddress address;
  private final WrongLinks wrong;
  private final ClientAddressResolver peers;
  private final Cookies.Terms cookies;
  private final Organisers organisers;

  AccountLinkRoutes(
      AccountLinks links,
      JoinAddress address,
      WrongLinks wrong,
      ClientAddressResolver peers,
      Cookies.Terms cookies,
      Organisers organisers) {
    this.links = links;
    this.address = address;
    this.wrong = wrong;
    this.peers = peers;
    this.cookies = cookies;
    this.organisers = organisers;
  }

  void mount(Router router) {
    for (Kind kind : Kind.values()) {
      router
          .post("/api/v1/accounts/:account/links/" + kind.word())
          .handler(
              ctx ->
                  make(ctx, kind)
                      .onSuccess(made -> Http.answer(ctx, 201, made))
                      .onFailure(e -> Http.fail(ctx, e)));
      router
          .post("/api/v1/links/" + kind.word() + "/look")
          .handler(
              ctx ->
                  wrong.answer(
                      ctx,
                      200,
                      links
                          .look(kind, Http.text(Http.json(ctx), "link", LONG))
                          .map(
                              account ->
                                  new JsonObject()
                                      .put("name", account.name())
                                      .put("email", account.email()))));
    }
    router
        .post("/api/v1/links/sign-in/use")
        .handler(
            ctx ->
                used(
                    ctx,
                    links.signIn(
                        Http.text(Http.json(ctx), "link", LONG), Cookies.client(ctx, peers))));
    router
        .post("/api/v1/links/reset/use")
        .handler(
            ctx -> {
              JsonObject body = Http.json(ctx);
              used(
                  ctx,
                  links
                      .reset(
                          Http.text(body, "link", LONG),
                          Http.text(body, "password", LONG),
                          Cookies.client(ctx, peers))
                      .onSuccess(in -> organisers.look()));
            });
  }

  private void used(RoutingContext ctx, Future<SignedIn> work) {
    wrong.answer(ctx, 200, Admitted.said(ctx, work, cookies));
  }

  /**
   * For others only: a session that somebody else got hold of must not make a way in that lasts
   * longer.
   */
  private Future<JsonObject> make(RoutingContext ctx, Kind kind) {
    String account = ctx.pathParam("account");
    if (account.equals(Guard.account(ctx).id())) {
      return Future.failedFuture(
          new HttpError(
              409,
              ErrorCode.WRONG_STATE.wire(),
              "Links are made for others. Change your own password on the page of your account, or"
                  + " make a link where the server runs: plenary "
                  + (kind == Kind.RESET ? "reset-password" : "sign-in-link")
                  + " EMAIL",
              null,
              0));
    }
    return links
        .make(kind, account)
        .compose(
            made ->
                made.isEmpty()
                    ? Future.failedFuture(
                        new HttpError(
                            404,
                            ErrorCode.CONFLICT.wire(),
                            "There is no such account any more.",
                            null,
                            0))
                    : Future.succeededFuture(
                        new JsonObject()
                            .put("url", address.base() + made.get().path())
                            .put("until", made.get().until().toString())));
  }
}
