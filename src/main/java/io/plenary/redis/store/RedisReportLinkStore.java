package io.plenary.redis.store;

import io.plenary.identity.ReportLink;
import io.plenary.identity.ReportLink.Chosen;
import io.plenary.identity.ReportLinkStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@link ReportLinkStore} on Redis; keys in {@link Keys}. */
public final class RedisReportLinkStore implements ReportLinkStore {
  private static final String YES = "1";
  private final RedisLink link;
  private final Script share = Script.load("share_report");

  public RedisReportLinkStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Optional<ReportLink>> find(String event) {
    return link.send(Command.HMGET, Keys.report(event), "secret", "activities", "names", "final")
        .map(
            found ->
                found.get(0) == null
                    ? Optional.empty()
                    : Optional.of(new ReportLink(found.get(0).toString(), chosen(found))));
  }

  private static Chosen chosen(Response found) {
    String ids = found.get(1).toString();
    return new Chosen(
        ids.isEmpty() ? Set.of() : Set.of(ids.split(" ")),
        YES.equals(found.get(2).toString()),
        YES.equals(found.get(3).toString()));
  }

  @Override
  public Future<Optional<ReportLink>> put(String event, String secret, Chosen chosen) {
    return link.eval(
            share,
            List.of(Keys.state(event), Keys.report(event)),
            List.of(
                secret,
                String.join(" ", new TreeSet<>(chosen.activities())),
                chosen.names() ? YES : "0",
                chosen.finalOnly() ? YES : "0"))
        .map(
            stored ->
                stored == null
                    ? Optional.empty()
                    : Optional.of(new ReportLink(stored.toString(), chosen)));
  }

  @Override
  public Future<Void> remove(String event) {
    return link.send(Command.DEL, Keys.report(event)).mapEmpty();
  }
}
