package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.AuditLog.Act;
import io.plenary.identity.AuditLog.Deed;
import io.plenary.identity.AuditLog.Entry;
import io.plenary.identity.AuditStore;
import io.plenary.redis.Await;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedisAuditTest extends StoreTest {
  private static final Duration DAY = Duration.ofDays(1);
  private RedisAuditStore audit;

  @BeforeEach
  void store() {
    audit = new RedisAuditStore(link);
  }

  private static Deed deed(String detail) {
    return new Deed(Act.EVENT_EXPORTED, "by", "", "e", detail);
  }

  @Test
  @DisplayName("O3 the audit log is read page by page, the newest first")
  void o3_pages() {
    for (int i = 0; i < 5; i++) Await.result(audit.add(deed("f" + i), DAY));
    List<Entry> first = Await.result(audit.read(null, 3, DAY));
    assertEquals(
        List.of(deed("f4"), deed("f3"), deed("f2")), first.stream().map(Entry::deed).toList());
    List<Entry> next = Await.result(audit.read(first.get(2).id(), 3, DAY));
    assertEquals(List.of(deed("f1"), deed("f0")), next.stream().map(Entry::deed).toList());
  }

  @Test
  @DisplayName("O3 the audit log has a greatest length and a greatest age")
  void o3_bounds() {
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < AuditStore.MOST + 20; i++) {
      all.add(audit.add(deed("f" + i), DAY));
      if (i % 1_000 == 0) Await.result(all.get(i));
    }
    all.forEach(Await::result);
    assertEquals(AuditStore.MOST, Await.result(audit.read(null, 20_000, DAY)).size());
    Await.until(() -> Await.result(audit.read(null, 5, Duration.ofMillis(1))).isEmpty());
    Await.result(audit.add(deed("last"), Duration.ofMillis(1)));
    int left = Await.result(audit.read(null, 20_000, DAY)).size();
    assertTrue(left <= 2, "left: " + left);
  }
}
