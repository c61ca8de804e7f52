package io.plenary.redis.store;

import io.plenary.identity.SecondFactorStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;

/** {@link SecondFactorStore} on Redis; keys in {@link Keys}. */
public final class RedisSecondFactorStore implements SecondFactorStore {
  private final RedisLink link;
  private final Script propose = Script.load("propose_second_factor");
  private final Script confirm = Script.load("confirm_second_factor");
  private final Script use = Script.load("use_code");
  private final Script useRecovery = Script.load("use_recovery_code");

  public RedisSecondFactorStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Optional<Kept>> of(String account) {
    return link.send(Command.HMGET, Keys.ACCOUNT + account, "code", "codeUsed", "recovery")
        .map(
            reply ->
                reply.get(0) == null
                    ? Optional.empty()
                    : Optional.of(
                        new Kept(
                            reply.get(0).toString(),
                            reply.get(1) == null ? -1 : reply.get(1).toLong(),
                            words(reply.get(2)))));
  }

  private static int words(Response hashes) {
    String text = hashes == null ? "" : hashes.toString();
    return text.isBlank() ? 0 : text.split(" ").length;
  }

  @Override
  public Future<Void> propose(String account, String secret) {
    return link.eval(propose, List.of(Keys.ACCOUNT + account), List.of(secret)).mapEmpty();
  }

  @Override
  public Future<Optional<String>> proposed(String account) {
    return link.send(Command.HGET, Keys.ACCOUNT + account, "codeNext")
        .map(reply -> Optional.ofNullable(reply).map(Response::toString));
  }

  @Override
  public Future<Boolean> confirm(String account, String secret, long step, List<String> recovery) {
    return done(confirm, account, List.of(secret, step, String.join(" ", recovery)));
  }

  @Override
  public Future<Boolean> use(String account, String secret, long step) {
    return done(use, account, List.of(secret, step));
  }

  @Override
  public Future<Boolean> useRecovery(String account, String hash) {
    return done(useRecovery, account, List.of(hash));
  }

  @Override
  public Future<Void> remove(String account) {
    return link.send(
            Command.HDEL, Keys.ACCOUNT + account, "code", "codeUsed", "codeNext", "recovery")
        .mapEmpty();
  }

  private Future<Boolean> done(Script script, String account, List<Object> args) {
    return link.eval(script, List.of(Keys.ACCOUNT + account), args)
        .map(reply -> reply.toInteger() == 1);
  }
}
