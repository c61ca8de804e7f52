package io.plenary.redis.store;

import io.plenary.identity.AuditLog.Act;
import io.plenary.identity.AuditLog.Deed;
import io.plenary.identity.AuditLog.Entry;
import io.plenary.identity.AuditStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link AuditStore} on Redis; keys in {@link Keys}. */
public final class RedisAuditStore implements AuditStore {
  private final RedisLink link;
  private final Script add = Script.load("add_audit");
  private final Script read = Script.load("read_audit");

  public RedisAuditStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Void> add(Deed deed, Duration lifetime) {
    return link.eval(
            add,
            List.of(Keys.AUDIT),
            List.of(
                MOST,
                lifetime.toMillis(),
                deed.act().name(),
                deed.by(),
                deed.account(),
                deed.event(),
                deed.detail()))
        .mapEmpty();
  }

  @Override
  public Future<List<Entry>> read(@Nullable String before, int most, Duration lifetime) {
    return link.eval(
            read,
            List.of(Keys.AUDIT),
            List.of(before == null ? "+" : "(" + before, most, lifetime.toMillis()))
        .map(
            reply -> {
              List<Entry> entries = new ArrayList<>();
              for (Response one : reply) entries.add(entry(one));
              return entries;
            });
  }

  private static Entry entry(Response one) {
    String id = one.get(0).toString();
    Map<String, String> fields = new HashMap<>();
    Response list = one.get(1);
    for (int i = 0; i < list.size(); i += 2) {
      fields.put(list.get(i).toString(), list.get(i + 1).toString());
    }
    return new Entry(
        id,
        Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
        new Deed(
            Act.valueOf(fields.getOrDefault("act", "")),
            fields.getOrDefault("by", ""),
            fields.getOrDefault("account", ""),
            fields.getOrDefault("event", ""),
            fields.getOrDefault("detail", "")));
  }
}
