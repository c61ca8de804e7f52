package io.plenary.kinds.qa.service;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the people who act on questions are called. Names never change, so each is asked for once.
 * Lives on the owner's context.
 */
public final class StaffNames {
  /** Who has no account stands in the audit trail, and is shown, by these words. */
  private static final Set<String> NO_ACCOUNT = Set.of("remote", "server");

  private final Function<String, Future<String>> store;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * @param store tells the name of an account; null when there is none
   */
  public StaffNames(Function<String, Future<String>> store) {
    this.store = store;
  }

  /**
   * Learns who these are, as far as they can be found out now. Done at once when all are known.
   * Never fails.
   */
  Future<Void> learn(Collection<String> accounts) {
    List<Future<String>> asked =
        accounts.stream()
            .filter(Objects::nonNull)
            .distinct()
            .filter(id -> !NO_ACCOUNT.contains(id) && !known.containsKey(id))
            .map(
                id ->
                    store
                        .apply(id)
                        .onSuccess(
                            name -> {
                              if (name != null) known.put(id, name);
                            }))
            .toList();
    return asked.isEmpty()
        ? Future.succeededFuture()
        : Future.join(asked).<Void>mapEmpty().otherwiseEmpty();
  }

  /** Null when it is not known. */
  @Nullable String of(@Nullable String by) {
    return by == null || NO_ACCOUNT.contains(by) ? by : known.get(by);
  }
}
