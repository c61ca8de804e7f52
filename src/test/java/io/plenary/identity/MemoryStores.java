package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ports in memory, for the logic above them. The real stores are tested against a real Redis.
 */
final class MemoryStores implements AccountStore, SetupStore, SessionStore, DeviceStore {
  final Map<String, Account> accounts = new HashMap<>();
  final Map<String, String> sessions = new HashMap<>();
  final Map<String, Duration> lifetimes = new HashMap<>();
  final Map<String, Set<String>> devices = new HashMap<>();
  String nonce = "";
  boolean away;

  /** Whether it can be read alone. */
  boolean full;

  private <T> Future<T> answer(T value) {
    return away
        ? Future.failedFuture(new IllegalStateException("away"))
        : Future.succeededFuture(value);
  }

  @Override
  public Future<Boolean> createFirst(Account account, String nonce) {
    boolean first = accounts.isEmpty() && this.nonce.equals(nonce);
    if (first) {
      this.nonce = "";
      accounts.put(account.id(), account);
    }
    return answer(first);
  }

  @Override
  public Future<Optional<Account>> byEmail(String email) {
    return answer(
        accounts.values().stream().filter(account -> account.email().equals(email)).findFirst());
  }

  @Override
  public Future<Optional<Account>> byId(String id) {
    return answer(Optional.ofNullable(accounts.get(id)));
  }

  @Override
  public Future<Boolean> updateHash(String id, String from, String to) {
    Account old = accounts.get(id);
    boolean same = old != null && old.passwordHash().equals(from);
    if (same) {
      accounts.put(id, new Account(id, old.email(), old.name(), to, old.createdAt()));
    }
    return answer(same);
  }

  @Override
  public Future<Long> count() {
    return answer((long) accounts.size());
  }

  @Override
  public Future<Optional<String>> nonce(String candidate) {
    if (!accounts.isEmpty()) return answer(Optional.empty());
    if (nonce.isEmpty()) nonce = candidate;
    return held();
  }

  @Override
  public Future<Optional<String>> held() {
    return answer(Optional.of(nonce).filter(held -> !held.isEmpty()));
  }

  private boolean stands(Account account) {
    Account now = accounts.get(account.id());
    return now != null && now.passwordHash().equals(account.passwordHash());
  }

  @Override
  public Future<Boolean> put(String idHash, Account account, String browser, Duration lifetime) {
    if (!stands(account)) return answer(false);
    sessions.put(idHash, account.id());
    lifetimes.put(idHash, lifetime);
    return answer(true);
  }

  @Override
  public Future<Optional<String>> get(String idHash, Duration lifetime) {
    lifetimes.computeIfPresent(idHash, (same, before) -> lifetime);
    return answer(Optional.ofNullable(sessions.get(idHash)));
  }

  @Override
  public Future<Boolean> exists(String idHash) {
    return answer(sessions.containsKey(idHash));
  }

  @Override
  public Future<Void> delete(String idHash, String accountId) {
    if (full) return Future.failedFuture(new IllegalStateException("full"));
    if (accountId == null) sessions.remove(idHash);
    else sessions.remove(idHash, accountId);
    return answer(null);
  }

  @Override
  public Future<Void> deleteAll(String accountId, String but) {
    sessions.entrySet().removeIf(e -> e.getValue().equals(accountId) && !e.getKey().equals(but));
    return answer(null);
  }

  @Override
  public Future<List<Stored>> of(String accountId) {
    return answer(
        sessions.entrySet().stream()
            .filter(e -> e.getValue().equals(accountId))
            .map(e -> new Stored(e.getKey(), Instant.EPOCH, Instant.EPOCH, ""))
            .toList());
  }

  @Override
  public Future<String> ended() {
    return answer("0");
  }

  @Override
  public Future<Boolean> setPassword(String id, Proof proof, String to, Optional<String> session) {
    Account old = accounts.get(id);
    boolean holds =
        old != null
            && (!(proof instanceof Proof.Present present)
                || present.hash().equals(old.passwordHash()));
    if (!holds) return answer(false);
    accounts.put(id, old.withPassword(to));
    devices.remove(id);
    return deleteAll(id, session.orElse(null)).map(true);
  }

  @Override
  public Future<Boolean> known(String account, String device, Duration lifetime) {
    return answer(devices.getOrDefault(account, Set.of()).contains(device));
  }

  @Override
  public Future<Void> remember(Account account, String device, Duration lifetime) {
    if (stands(account)) {
      devices.computeIfAbsent(account.id(), id -> new HashSet<>()).add(device);
    }
    return answer(null);
  }

  @Override
  public Future<Void> forget(String account, String device) {
    if (full) return Future.failedFuture(new IllegalStateException("full"));
    devices.getOrDefault(account, new HashSet<>()).remove(device);
    return answer(null);
  }

  @Override
  public Future<Void> rename(String id, String name) {
    throw new UnsupportedOperationException("tested against a real Redis");
  }

  @Override
  public Future<Boolean> changeEmail(String id, String from, String to) {
    throw new UnsupportedOperationException("tested against a real Redis");
  }

  @Override
  public Future<Set<String>> all() {
    return answer(Set.copyOf(accounts.keySet()));
  }

  @Override
  public Future<Void> handOver(String from, String to) {
    throw new UnsupportedOperationException("tested against a real Redis");
  }

  @Override
  public Future<Boolean> delete(String id) {
    throw new UnsupportedOperationException("tested against a real Redis");
  }
}
