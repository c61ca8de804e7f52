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
  private final Script acceptAnew = Script.load("accept_anew");

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
    List<String> keys =
        List.of(Keys.invitations(event), Keys.staff(event), Keys.OWNER, Keys.EMAILS);
    return link.eval(standing, keys, List.of())
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

  /** The account's list first: see {@link RedisStaffStore}. */
  @Override
  public Future<Acceptance> accept(String event, String hash, String account) {
    List<String> keys =
        List.of(
            Keys.state(event), Keys.staff(event), Keys.invitations(event), Keys.OWNER, Keys.EMAILS);
    return link.send(Command.SADD, Keys.STAFF_OF + account, event)
        .compose(v -> link.eval(accept, keys, List.of(Keys.hints(event), event, hash, account)))
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

  @Override
  public Future<Acceptance> acceptAnew(String event, String hash, Account a) {
    List<String> keys =
        List.of(
            Keys.state(event),
            Keys.staff(event),
            Keys.invitations(event),
            Keys.EMAILS,
            Keys.ACCOUNT + a.id(),
            Keys.STAFF_OF + a.id(),
            Keys.OWNER);
    List<Object> args =
        List.of(
            Keys.hints(event),
            event,
            hash,
            a.id(),
            a.email(),
            a.name(),
            a.passwordHash(),
            a.createdAt().toEpochMilli());
    return link.eval(acceptAnew, keys, args).map(this::acceptedAnew);
  }

  Acceptance acceptedAnew(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Acceptance.ACCEPTED;
      case 2 -> Acceptance.EMAIL_TAKEN;
      case 3 -> Acceptance.NOT_VALID;
      default -> throw acceptAnew.unexpected(reply);
    };
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
