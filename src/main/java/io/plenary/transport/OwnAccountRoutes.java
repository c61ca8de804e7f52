package io.plenary.transport;

import io.nayuki.qrcodegen.QrCode;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.identity.Account;
import io.plenary.identity.Leaving.Standing;
import io.plenary.identity.OwnAccount;
import io.plenary.identity.OwnAccount.Self;
import io.plenary.identity.SecondFactor;
import io.plenary.identity.Sessions.Seen;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever is signed in, with their own account; nobody comes near another's here. */
final class OwnAccountRoutes {
  private static final String ROOT = "/api/v1/account";
  private static final int LONG = 1_000;
  private final OwnAccount own;
  private final EventCache board;
  private final Organisers organisers;
  private final Cookies.Terms cookies;
  private final ClientAddressResolver peers;

  OwnAccountRoutes(
      OwnAccount own,
      EventCache board,
      Organisers organisers,
      Cookies.Terms cookies,
      ClientAddressResolver peers) {
    this.own = own;
    this.board = board;
    this.organisers = organisers;
    this.cookies = cookies;
    this.peers = peers;
  }

  void mount(Router router) {
    router.get(ROOT).handler(ctx -> Http.answer(ctx, described(self(ctx))));
    router.post(ROOT + "/name").handler(ctx -> done(ctx, own.rename(self(ctx), text(ctx, "name"))));
    router
        .post(ROOT + "/email")
        .handler(
            ctx -> done(ctx, own.changeEmail(self(ctx), text(ctx, "email"), text(ctx, "present"))));
    router
        .post(ROOT + "/password")
        .handler(
            ctx ->
                done(
                    ctx,
                    own.changePassword(self(ctx), text(ctx, "present"), text(ctx, "password"))
                        .onSuccess(devices -> Cookies.device(ctx, devices, cookies))
                        .mapEmpty()));
    router.delete(ROOT + "/sessions").handler(ctx -> done(ctx, own.endOtherSessions(self(ctx))));
    router
        .delete(ROOT + "/sessions/:session")
        .handler(ctx -> done(ctx, own.endSession(self(ctx), ctx.pathParam("session"))));
    router
        .post(ROOT + "/second-factor")
        .handler(
            ctx ->
                told(
                    ctx,
                    own.proposeSecondFactor(self(ctx), text(ctx, "present"))
                        .map(OwnAccountRoutes::described)));
    router
        .post(ROOT + "/second-factor/confirm")
        .handler(
            ctx ->
                told(
                    ctx,
                    own.confirmSecondFactor(self(ctx), text(ctx, "code"))
                        .map(codes -> new JsonObject().put("recovery", new JsonArray(codes)))));
    router
        .post(ROOT + "/second-factor/remove")
        .handler(ctx -> done(ctx, own.removeSecondFactor(self(ctx), text(ctx, "present"))));
    router
        .post(ROOT + "/delete")
        .handler(
            ctx -> {
              Optional<String> heir =
                  Http.json(ctx).getValue("heir") == null
                      ? Optional.empty()
                      : Optional.of(text(ctx, "heir"));
              done(
                  ctx,
                  own.delete(self(ctx), text(ctx, "present"), heir)
                      .onSuccess(v -> Cookies.clear(ctx, cookies)));
            });
  }

  private Self self(RoutingContext ctx) {
    String session = Cookies.session(ctx.request().headers());
    return new Self(Guard.account(ctx), session == null ? "" : session, Cookies.client(ctx, peers));
  }

  private static String text(RoutingContext ctx, String field) {
    return Http.text(Http.json(ctx), field, LONG);
  }

  /** Also when it was refused: ten wrong passwords end the session. */
  private void done(RoutingContext ctx, Future<Void> work) {
    work.onComplete(result -> organisers.look())
        .onSuccess(v -> Http.empty(ctx))
        .onFailure(e -> Http.fail(ctx, e));
  }

  private void told(RoutingContext ctx, Future<JsonObject> work) {
    Http.answer(ctx, work.onComplete(result -> organisers.look()));
  }

  private static JsonObject described(SecondFactor.Proposed proposed) {
    QrCode qr = QrCode.encodeText(proposed.uri(), QrCode.Ecc.MEDIUM);
    return new JsonObject()
        .put("secret", proposed.secret())
        .put("uri", proposed.uri())
        .put("qr", QrRoutes.draw(qr));
  }

  private Future<JsonObject> described(Self self) {
    Account account = self.account();
    return Future.all(own.sessions(self), own.standing(self), own.secondFactor(self))
        .compose(
            both -> {
              List<Seen> sessions = both.resultAt(0);
              Standing standing = both.resultAt(1);
              Optional<Integer> recovery = both.resultAt(2);
              return names(standing)
                  .map(
                      events ->
                          new JsonObject()
                              .put("name", account.name())
                              .put("email", account.email())
                              .put("owner", standing.owner())
                              .put("secondFactor", recovery.orElse(null))
                              .put(
                                  "sessions",
                                  new JsonArray(
                                      sessions.stream().map(OwnAccountRoutes::described).toList()))
                              .put("alone", events)
                              .put(
                                  "heirs",
                                  new JsonArray(
                                      standing.heirs().stream()
                                          .map(OwnAccountRoutes::described)
                                          .toList())));
            });
  }

  private Future<JsonArray> names(Standing standing) {
    List<Future<LoadedEvent>> loaded =
        standing.alone().stream()
            .map(event -> board.get(event).otherwise((LoadedEvent) null))
            .toList();
    return Future.all(new ArrayList<>(loaded))
        .map(
            all ->
                new JsonArray(
                    all.<@Nullable LoadedEvent>list().stream()
                        .filter(event -> event != null)
                        .map(
                            event ->
                                new JsonObject()
                                    .put("id", event.state().event().id())
                                    .put("name", event.state().event().details().name()))
                        .toList()));
  }

  private static JsonObject described(Seen session) {
    return new JsonObject()
        .put("id", session.name())
        .put("began", session.began().toString())
        .put("used", session.used().toString())
        .put("browser", session.browser())
        .put("this", session.mine());
  }

  private static JsonObject described(Account heir) {
    return new JsonObject()
        .put("account", heir.id())
        .put("name", heir.name())
        .put("email", heir.email());
  }
}
