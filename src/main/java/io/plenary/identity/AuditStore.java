package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: the audit log. A future that fails means the store cannot answer now. */
public interface AuditStore {
  /** Beyond so many entries the oldest go, however young they are. */
  int MOST = 10_000;

  /** Entries older than {@code lifetime} go with it. */
  Future<Void> add(AuditLog.Deed deed, Duration lifetime);

  /**
   * The newest first, none older than {@code lifetime}.
   *
   * @param before id of an entry; null for the newest
   */
  Future<List<AuditLog.Entry>> read(@Nullable String before, int most, Duration lifetime);
}
