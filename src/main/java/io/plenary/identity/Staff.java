package io.plenary.identity;

import io.plenary.words.Role;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The people who run events. The account that set the server up is organiser of every event. */
public final class Staff {
  private static final Grant ORGANISER = Grant.everywhere(Role.ORGANISER);
  private static final Comparator<Person> ORDER =
      Comparator.comparing((Person p) -> !p.owner())
          .thenComparing(p -> p.account().name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(p -> p.account().id());
  private final StaffStore store;
  private final AccountStore accounts;

  public Staff(StaffStore store, AccountStore accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /**
   * @param owner of the server, whose grant nobody can change
   */
  public record Person(Account account, Grant grant, boolean owner) {}

  /** What the account may do at the event; empty when it is none of its people. */
  public Future<Optional<Grant>> grant(String event, String account) {
    return isOwner(account)
        .compose(
            owner ->
                owner
                    ? Future.succeededFuture(Optional.of(ORGANISER))
                    : store.grant(event, account));
  }

  public Future<Optional<Account>> account(String id) {
    return accounts.byId(id);
  }

  public Future<Boolean> isOwner(String account) {
    return store.owner().map(owner -> owner.isPresent() && owner.get().equals(account));
  }

  /** The owner first, then by name. */
  public Future<List<Person>> people(String event) {
    return store
        .owner()
        .compose(
            owner ->
                store
                    .staff(event)
                    .compose(
                        staff -> {
                          Map<String, Grant> grants = new LinkedHashMap<>(staff);
                          owner.ifPresent(id -> grants.put(id, ORGANISER));
                          List<Future<Optional<Account>>> found =
                              grants.keySet().stream().map(accounts::byId).toList();
                          return Future.all(new ArrayList<>(found))
                              .map(
                                  all ->
                                      all.<Optional<Account>>list().stream()
                                          .flatMap(Optional::stream)
                                          .map(
                                              a ->
                                                  new Person(
                                                      a,
                                                      Objects.requireNonNull(grants.get(a.id())),
                                                      owner.filter(a.id()::equals).isPresent()))
                                          .sorted(ORDER)
                                          .toList());
                        }));
  }

  /** Makes the account organiser of an event it has just made. */
  public Future<Void> made(String event, String account) {
    return isOwner(account)
        .compose(
            owner ->
                owner ? Future.succeededFuture() : store.put(event, account, ORGANISER).mapEmpty());
  }

  /**
   * Answers {@link StaffStore.Outcome#ABSENT} for the owner, too: that grant is none of the
   * event's.
   */
  public Future<StaffStore.Outcome> change(
      String event, String account, Grant grant, boolean newLinks) {
    return store.change(event, account, grant, newLinks);
  }

  public Future<StaffStore.Outcome> remove(String event, String account, boolean newLinks) {
    return store.remove(event, account, newLinks);
  }

  /** The owner, and whoever is organiser of an event already, may make further ones. */
  public Future<Boolean> mayCreate(String account) {
    return isOwner(account)
        .compose(owner -> owner ? Future.succeededFuture(true) : store.organises(account));
  }

  /** Call it before the event is deleted; what it answers, after. */
  public Future<Set<String>> accountsOf(String event) {
    return store.staff(event).map(Map::keySet);
  }

  public Future<Void> forget(String event, Set<String> accounts) {
    return accounts.isEmpty() ? Future.succeededFuture() : store.forget(event, accounts);
  }
}
