package io.plenary.redis.store;

import io.plenary.identity.Account;
import io.plenary.identity.AccountStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link AccountStore} on Redis; keys in {@link Keys}. */
public final class RedisAccountStore implements AccountStore {
  private final RedisLink link;
  private final Script create = Script.load("create_first_account");
  private final Script updatePassword = Script.load("update_password");
  private final Script setPassword = Script.load("set_password");

  private final Script rename = Script.load("rename_account");
  private final Script changeEmail = Script.load("change_email");
  private final Script handOver = Script.load("hand_over");
  private final Script delete = Script.load("delete_account");

  public RedisAccountStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Boolean> createFirst(Account a, String nonce) {
    if (nonce.isEmpty()) return Future.succeededFuture(false);
    List<String> keys = List.of(Keys.EMAILS, Keys.ACCOUNT + a.id(), Keys.SETUP, Keys.OWNER);
    List<Object> args =
        List.of(nonce, a.id(), a.email(), a.name(), a.passwordHash(), a.createdAt().toEpochMilli());
    return link.eval(create, keys, args).map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Optional<Account>> byEmail(String email) {
    // Nobody's is looked for as somebody's, so that it takes as long.
    return link.send(Command.HGET, Keys.EMAILS, email)
        .compose(id -> byId(id == null ? "" : id.toString()));
  }

  @Override
  public Future<Optional<Account>> byId(String id) {
    return link.send(Command.HMGET, Keys.ACCOUNT + id, "email", "name", "hash", "created")
        .map(
            reply -> {
              if (reply.get(0) == null) return Optional.empty();
              return Optional.of(
                  new Account(
                      id,
                      reply.get(0).toString(),
                      reply.get(1).toString(),
                      reply.get(2).toString(),
                      Instant.ofEpochMilli(reply.get(3).toLong())));
            });
  }

  @Override
  public Future<Boolean> updateHash(String id, String from, String to) {
    return link.eval(updatePassword, List.of(Keys.ACCOUNT + id), List.of(from, to))
        .map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Boolean> setPassword(String id, Proof proof, String to, Optional<String> session) {
    List<String> keys =
        List.of(
            Keys.ACCOUNT + id,
            Keys.LINKS_OF + id,
            Keys.DEVICES + id,
            Keys.SESSIONS + id,
            Keys.ENDED);
    boolean link = proof instanceof Proof.Link;
    String hash = proof instanceof Proof.Link l ? l.hash() : ((Proof.Present) proof).hash();
    return this.link
        .eval(
            setPassword,
            keys,
            List.of(link ? "LINK" : "PRESENT", hash, to, Keys.SESSION, session.orElse("")))
        .map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Void> rename(String id, String name) {
    return link.eval(rename, List.of(Keys.ACCOUNT + id), List.of(name)).mapEmpty();
  }

  @Override
  public Future<Boolean> changeEmail(String id, String from, String to) {
    return link.eval(
            changeEmail,
            List.of(Keys.EMAILS, Keys.ACCOUNT + id, Keys.LINKS_OF + id),
            List.of(id, from, to))
        .map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Set<String>> all() {
    return link.send(Command.HVALS, Keys.EMAILS)
        .map(
            reply -> {
              Set<String> ids = new HashSet<>();
              reply.forEach(id -> ids.add(id.toString()));
              return ids;
            });
  }

  @Override
  public Future<Void> handOver(String from, String to) {
    return link.eval(
            handOver,
            List.of(Keys.OWNER, Keys.EMAILS, Keys.ACCOUNT + to, Keys.ENDED),
            List.of(from, to))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> delete(String id) {
    List<String> keys =
        List.of(
            Keys.EMAILS,
            Keys.ACCOUNT + id,
            Keys.OWNER,
            Keys.STAFF_OF + id,
            Keys.LINKS_OF + id,
            Keys.DEVICES + id,
            Keys.SESSIONS + id,
            Keys.ENDED,
            Keys.SUBJECTS);
    return link.eval(delete, keys, List.of(id, Keys.SESSION)).map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Long> count() {
    return link.send(Command.HLEN, Keys.EMAILS).map(Response::toLong);
  }
}
