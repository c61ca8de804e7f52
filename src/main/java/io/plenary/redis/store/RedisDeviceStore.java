package io.plenary.redis.store;

import io.plenary.identity.Account;
import io.plenary.identity.DeviceStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;

/** {@link DeviceStore} on Redis; keys in {@link Keys}. */
public final class RedisDeviceStore implements DeviceStore {
  private final RedisLink link;
  private final Script known = Script.load("known_device");
  private final Script remember = Script.load("remember_device");

  public RedisDeviceStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Boolean> known(String account, String device, Duration lifetime) {
    return link.eval(known, List.of(Keys.DEVICES + account), List.of(device, lifetime.toMillis()))
        .map(reply -> reply.toInteger() == 1);
  }

  @Override
  public Future<Void> remember(Account account, String device, Duration lifetime) {
    return link.eval(
            remember,
            List.of(Keys.DEVICES + account.id(), Keys.ACCOUNT + account.id()),
            List.of(device, lifetime.toMillis(), MOST, account.passwordHash()))
        .mapEmpty();
  }

  @Override
  public Future<Void> forget(String account, String device) {
    return link.send(Command.ZREM, Keys.DEVICES + account, device).mapEmpty();
  }
}
