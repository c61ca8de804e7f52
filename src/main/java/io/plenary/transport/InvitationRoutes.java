package io.plenary.transport;

import io.plenary.activity.Room;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.identity.Account;
import io.plenary.identity.Grant;
import io.plenary.identity.Invitations;
import io.plenary.identity.SignIn;
import io.plenary.identity.SignedIn;
import io.plenary.identity.Staff;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Invitations as those see them who were sent the link. The secret travels in the body, so that no
 * log of addresses holds it.
 */
final class InvitationRoutes {
  private static final int LONG = 1_000;
  private final EventCache board;
  private final Staff staff;
  private final Invitations invitations;
  private final SignIn signIn;
  private final WrongLinks wrong;
  private final ClientAddressResolver peers;
  private final Cookies.Terms cookies;

  InvitationRoutes(
      EventCache board,
      Staff staff,
      Invitations invitations,
      SignIn signIn,
      WrongLinks wrong,
      ClientAddressResolver peers,
      Cookies.Terms cookies) {
    this.board = board;
    this.staff = staff;
    this.invitations = invitations;
    this.signIn = signIn;
    this.wrong = wrong;
    this.peers = peers;
    this.cookies = cookies;
  }

  /** What stands behind {@code #invite=}: the event's id and the secret. */
  private record Link(String event, String secret) {
    static Link of(JsonObject body) {
      String[] parts = Http.text(body, "invitation", LONG).split("\\.", 2);
      return new Link(parts[0], parts.length == 2 ? parts[1] : "");
    }
  }

  void mount(Router router) {
    router
        .post("/api/v1/invitations/look")
        .handler(
            ctx -> {
              Link link = Link.of(Http.json(ctx));
              wrong.answer(
                  ctx,
                  200,
                  invitations
                      .look(link.event, link.secret)
                      .compose(
                          offer ->
                              described(link.event, offer.grant())
                                  .map(json -> json.put("until", offer.until().toString()))));
            });
    router
        .post("/api/v1/invitations/accept")
        .handler(
            ctx -> {
              JsonObject body = Http.json(ctx);
              Link link = Link.of(body);
              ctx.put(AuditTrail.INVITED, link.event);
              if (body.getValue("email") != null) anew(ctx, link, body);
              else wrong.answer(ctx, 200, signedIn(ctx).compose(account -> accept(link, account)));
            });
  }

  private Future<Account> signedIn(RoutingContext ctx) {
    return signIn
        .who(Cookies.session(ctx.request().headers()))
        .compose(
            account ->
                account
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () -> Future.failedFuture(HttpError.of(401, ErrorCode.NOT_SIGNED_IN))));
  }

  /** The invitation of somebody who helps run the event already stays for somebody else. */
  private Future<JsonObject> accept(Link link, Account account) {
    return staff
        .grant(link.event, account.id())
        .compose(
            before -> {
              Future<Boolean> accepted =
                  before.isPresent()
                      ? Future.succeededFuture(false)
                      : invitations.accept(link.event, link.secret, account.id());
              return accepted.compose(
                  now ->
                      now
                          ? board.refresh(link.event).otherwiseEmpty().map(true)
                          : Future.succeededFuture(false));
            })
        .compose(
            now ->
                staff
                    .grant(link.event, account.id())
                    .compose(
                        grant ->
                            grant.isEmpty()
                                ? Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                                : described(link.event, grant.get()))
                    .map(json -> json.put("already", !now)));
  }

  private void anew(RoutingContext ctx, Link link, JsonObject body) {
    Future<SignedIn> made =
        invitations.acceptAnew(
            link.event,
            link.secret,
            Http.text(body, "name", LONG),
            Http.text(body, "email", LONG),
            Http.text(body, "password", LONG),
            Cookies.client(ctx, peers));
    wrong.answer(
        ctx,
        201,
        made.onSuccess(in -> Cookies.set(ctx, in, cookies))
            .compose(in -> accept(link, in.account()))
            .map(json -> json.put("already", false)));
  }

  private Future<JsonObject> described(String event, Grant grant) {
    return board
        .get(event)
        .compose(
            loaded ->
                loaded == null
                    ? Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                    : Future.succeededFuture(
                        Grants.write(grant)
                            .put(
                                "event",
                                new JsonObject()
                                    .put("id", event)
                                    .put("name", loaded.state().event().details().name()))
                            .put(
                                "roomNames", grant.rooms() == null ? null : names(loaded, grant))));
  }

  private static JsonArray names(LoadedEvent loaded, Grant grant) {
    return new JsonArray(
        loaded.state().rooms().stream().filter(r -> grant.covers(r.id())).map(Room::name).toList());
  }
}
