package io.plenary.transport;

import io.plenary.identity.IdentityFailure;
import io.plenary.identity.SignedIn;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What somebody is answered who showed who they are, with the cookies that belong to it. */
final class Admitted {
  private Admitted() {}

  /** Who is signed in; or, when the account has a second factor, that a code is wanted as well. */
  static Future<JsonObject> said(RoutingContext ctx, Future<SignedIn> work, Cookies.Terms terms) {
    return work.map(
            in -> {
              Cookies.set(ctx, in, terms);
              return AccountRoutes.described(in.account());
            })
        .recover(
            e -> {
              if (!(e instanceof IdentityFailure refused) || refused.ticket().isEmpty()) {
                return Future.failedFuture(e);
              }
              Cookies.step(ctx, refused.ticket(), terms);
              return Future.succeededFuture(
                  new JsonObject()
                      .put("signedIn", false)
                      .put("codeWanted", true)
                      .put("setUp", true));
            });
  }
}
