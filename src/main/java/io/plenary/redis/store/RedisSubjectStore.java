package io.plenary.redis.store;

import io.plenary.identity.Account;
import io.plenary.identity.AccountStore;
import io.plenary.identity.SubjectStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Optional;

/** {@link SubjectStore} on Redis; keys in {@link Keys}. */
public final class RedisSubjectStore implements SubjectStore {
  private final RedisLink link;
  private final AccountStore accounts;
  private final Script bind = Script.load("bind_subject");

  public RedisSubjectStore(RedisLink link, AccountStore accounts) {
    this.link = link;
    this.accounts = accounts;
  }

  @Override
  public Future<Optional<Account>> bySubject(String subject) {
    return link.send(Command.HGET, Keys.SUBJECTS, subject)
        .compose(
            id ->
                id == null
                    ? Future.succeededFuture(Optional.empty())
                    : accounts.byId(id.toString()));
  }

  @Override
  public Future<Boolean> bind(String account, String subject) {
    return link.eval(
            bind, List.of(Keys.SUBJECTS, Keys.ACCOUNT + account), List.of(subject, account))
        .map(reply -> reply.toInteger() == 1);
  }
}
