package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.JoinAddress;
import io.plenary.identity.Account;
import io.plenary.identity.Grant;
import io.plenary.identity.Invitation;
import io.plenary.identity.Invitations;
import io.plenary.identity.Staff;
import io.plenary.identity.Staff.Person;
import io.plenary.identity.StaffStore.Outcome;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people who run an event, as its organisers see and change them. */
final class StaffRoutes {
  private final EventCache board;
  private final Staff staff;
  private final Invitations invitations;
  private final JoinAddress address;

  StaffRoutes(EventCache board, Staff staff, Invitations invitations, JoinAddress address) {
    this.board = board;
    this.staff = staff;
    this.invitations = invitations;
    this.address = address;
  }

  void mount(Router router) {
    String event = "/api/v1/events/:event";
    router.get(event + "/staff").handler(ctx -> Http.answer(ctx, all(ctx)));
    router
        .post(event + "/staff/:account")
        .handler(
            ctx ->
                changed(
                    ctx,
                    Grants.read(Http.json(ctx), board, event(ctx))
                        .compose(
                            grant ->
                                staff.change(
                                    event(ctx), ctx.pathParam("account"), grant, newLinks(ctx)))));
    router
        .delete(event + "/staff/:account")
        .handler(
            ctx -> changed(ctx, staff.remove(event(ctx), ctx.pathParam("account"), newLinks(ctx))));
    router
        .post(event + "/invitations")
        .handler(
            ctx ->
                Grants.read(Http.json(ctx), board, event(ctx))
                    .compose(grant -> invite(ctx, grant))
                    .onSuccess(made -> Http.answer(ctx, 201, made))
                    .onFailure(e -> Http.fail(ctx, e)));
    router
        .delete(event + "/invitations/:id")
        .handler(
            ctx ->
                invitations
                    .withdraw(event(ctx), ctx.pathParam("id"))
                    .onSuccess(v -> Http.empty(ctx))
                    .onFailure(e -> Http.fail(ctx, e)));
  }

  private static String event(RoutingContext ctx) {
    return ctx.pathParam("event");
  }

  /**
   * Whoever is no organiser any more has read the links of stages and remotes: they are replaced,
   * unless {@code ?links=keep}.
   */
  private static boolean newLinks(RoutingContext ctx) {
    return !ctx.queryParam("links").contains("keep");
  }

  /** Answers when this node knows: connections that lost their right are being closed then. */
  private void changed(RoutingContext ctx, Future<Outcome> work) {
    work.compose(
            outcome ->
                switch (outcome) {
                  case DONE -> board.refresh(event(ctx));
                  case ABSENT ->
                      Future.failedFuture(
                          new HttpError(
                              404,
                              ErrorCode.CONFLICT.wire(),
                              "This person is not among those who can be changed. They may have"
                                  + " been taken off the event already.",
                              null,
                              0));
                  case GONE -> Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT));
                })
        .onSuccess(v -> Http.empty(ctx))
        .onFailure(e -> Http.fail(ctx, e));
  }

  private Future<JsonObject> invite(RoutingContext ctx, Grant grant) {
    return invitations
        .invite(event(ctx), grant, Guard.account(ctx).id())
        .compose(
            made ->
                made.isEmpty()
                    ? Future.failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                    : Future.succeededFuture(
                        described(
                                made.get().id(), made.get().invitation(), Guard.account(ctx).name())
                            .put(
                                "url",
                                address.base()
                                    + "/organiser#invite="
                                    + event(ctx)
                                    + "."
                                    + made.get().secret())));
  }

  private Future<JsonObject> all(RoutingContext ctx) {
    return staff
        .people(event(ctx))
        .compose(
            people ->
                invitations
                    .open(event(ctx))
                    .map(
                        open ->
                            new JsonObject()
                                .put(
                                    "people",
                                    new JsonArray(
                                        people.stream()
                                            .map(p -> described(p, Guard.account(ctx)))
                                            .toList()))
                                .put("invitations", new JsonArray(described(open, people)))));
  }

  private static JsonObject described(Person person, Account asking) {
    Account account = person.account();
    return Grants.write(person.grant())
        .put("account", account.id())
        .put("name", account.name())
        .put("email", account.email())
        .put("owner", person.owner())
        .put("you", account.id().equals(asking.id()));
  }

  private static List<JsonObject> described(Map<String, Invitation> open, List<Person> people) {
    return open.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Invitation::until)))
        .map(
            e -> {
              String by =
                  people.stream()
                      .map(Person::account)
                      .filter(a -> a.id().equals(e.getValue().by()))
                      .map(Account::name)
                      .findFirst()
                      .orElse(null);
              return described(e.getKey(), e.getValue(), by);
            })
        .toList();
  }

  /**
   * @param by name of who made it; null when they are not here any more
   */
  private static JsonObject described(String id, Invitation invitation, @Nullable String by) {
    return Grants.write(invitation.grant())
        .put("id", id)
        .put("by", by)
        .put("until", invitation.until().toString());
  }
}
