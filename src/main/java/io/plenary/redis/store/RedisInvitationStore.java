package io.plenary.redis.store;

import io.plenary.identity.Account;
import io.plenary.identity.Grant;
import io.plenary.identity.Invitation;
import io.plenary.identity.InvitationStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link InvitationStore} on Redis; keys in {@link Keys}. */
public final class RedisInvitationStore implements InvitationStore {
  private final RedisLink link;
  private final Script add = Script.load("add_invitation");
  private final Script standing = Script.load("invitations");
  private final Script accept = Script.load("accept_invitation");
  private final Script createInvited = Script.load("create_invited_account");
  private final Script owner = Script.load("owner");

  public RedisInvitationStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Outcome> add(String event, String hash, Invitation invitation) {
    return link.eval(
            add,
            List.of(Keys.state(event), Keys.invitations(event)),
            List.of(hash, write(invitation), MOST))
        .map(this::added);
  }

  Outcome added(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Outcome.DONE;
      case 2 -> Outcome.FULL;
      case 4 -> Outcome.GONE;
      default -> throw add.unexpected(reply);
    };
  }

  @Override
  public Future<Map<String, Invitation>> all(String event) {
    List<String> keys = List.of(Keys.invitations(event), Keys.staff(event));
    return owner()
        .compose(owns -> link.eval(standing, keys, List.of(owns)))
        .map(
            reply -> {
              Map<String, Invitation> all = new HashMap<>();
              for (int i = 0; i < reply.size(); i += 2) {
                all.put(reply.get(i).toString(), read(reply.get(i + 1).toString()));
              }
              return all;
            });
  }

  @Override
  public Future<Optional<Invitation>> find(String event, String hash) {
    return all(event).map(all -> Optional.ofNullable(all.get(hash)));
  }

  @Override
  public Future<Void> withdraw(String event, String hash) {
    return link.send(Command.HDEL, Keys.invitations(event), hash).mapEmpty();
  }

  /** Who may always invite; empty: nobody. It was so when whoever uses the invitation came. */
  private Future<String> owner() {
    return link.eval(owner, List.of(Keys.OWNER, Keys.EMAILS), List.of())
        .map(reply -> reply == null ? "" : reply.toString());
  }

  /** The account's list first: see {@link RedisStaffStore}. */
  @Override
  public Future<Acceptance> accept(String event, String hash, String account) {
    List<String> keys = List.of(Keys.state(event), Keys.staff(event), Keys.invitations(event));
    return link.send(Command.SADD, Keys.STAFF_OF + account, event)
        .compose(v -> owner())
        .compose(
            owns -> link.eval(accept, keys, List.of(Keys.hints(event), event, hash, account, owns)))
        .map(this::accepted)
        .compose(
            outcome ->
                outcome == Acceptance.NOT_VALID
                    ? RedisStaffStore.forget(link, event, Set.of(account)).map(outcome)
                    : Future.succeededFuture(outcome));
  }

  Acceptance accepted(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Acceptance.ACCEPTED;
      case 2 -> Acceptance.ALREADY;
      case 3 -> Acceptance.NOT_VALID;
      default -> throw accept.unexpected(reply);
    };
  }

  /**
   * The account comes first, and only while the invitation stands. Whoever is too late for it after
   * all has no account: it is deleted again. When everything ends in between there is an account
   * without a role, and its owner, who signs in with it, can use the invitation still.
   */
  @Override
  public Future<Acceptance> acceptAnew(String event, String hash, Account a) {
    return find(event, hash)
        .compose(
            invitation ->
                invitation.filter(found -> found.until().isAfter(Instant.now())).isEmpty()
                    ? Future.succeededFuture(Acceptance.NOT_VALID)
                    : created(event, a)
                        .compose(
                            made ->
                                made
                                    ? accept(event, hash, a.id())
                                        .compose(outcome -> kept(a, outcome))
                                    : Future.succeededFuture(Acceptance.EMAIL_TAKEN)));
  }

  private Future<Boolean> created(String event, Account a) {
    List<String> keys =
        List.of(Keys.EMAILS, Keys.ACCOUNT + a.id(), Keys.STAFF_OF + a.id(), Keys.OWNER);
    List<Object> args =
        List.of(a.id(), a.email(), a.name(), a.passwordHash(), a.createdAt().toEpochMilli(), event);
    return link.eval(createInvited, keys, args).map(this::made);
  }

  boolean made(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> true;
      case 2 -> false;
      default -> throw createInvited.unexpected(reply);
    };
  }

  private Future<Acceptance> kept(Account a, Acceptance outcome) {
    return outcome == Acceptance.NOT_VALID
        ? new RedisAccountStore(link).delete(a.id()).map(outcome)
        : Future.succeededFuture(outcome);
  }

  private static String write(Invitation invitation) {
    return invitation.until().toEpochMilli()
        + " "
        + invitation.by()
        + " "
        + invitation.grant().text();
  }

  private static Invitation read(String text) {
    String[] parts = text.split(" ", 3);
    return new Invitation(
        Grant.of(parts[2]), parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
  }
}
