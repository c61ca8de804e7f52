package io.plenary.identity;

import io.plenary.words.Role;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ends an account. What only its owner could look after has to be handed over first: the server,
 * and events that have no other organiser of their own.
 */
public final class Leaving {
  private static final Grant ORGANISER = Grant.everywhere(Role.ORGANISER);
  private static final int TRIES = 3;
  private final AccountStore accounts;
  private final StaffStore staff;

  public Leaving(AccountStore accounts, StaffStore staff) {
    this.accounts = accounts;
    this.staff = staff;
  }

  /**
   * @param owner whether the account owns the server
   * @param alone ids of events of which it is the only organiser
   * @param heirs who may take over; empty when nothing is to be taken over
   */
  public record Standing(boolean owner, Set<String> alone, List<Account> heirs) {
    boolean needsHeir() {
      return owner || !alone.isEmpty();
    }
  }

  Future<Standing> standing(String account) {
    return staff
        .owner()
        .compose(
            owner ->
                alone(account)
                    .compose(
                        alone -> {
                          boolean owns = owner.filter(account::equals).isPresent();
                          if (!owns && alone.isEmpty()) {
                            return Future.succeededFuture(new Standing(false, Set.of(), List.of()));
                          }
                          return heirs(account, owner, owns, alone)
                              .map(heirs -> new Standing(owns, alone, heirs));
                        }));
  }

  /** Of an owner anybody; else the people of these events, and the owner. */
  private Future<List<Account>> heirs(
      String account, Optional<String> owner, boolean owns, Set<String> alone) {
    Future<Set<String>> candidates;
    if (owns) {
      candidates = accounts.all();
    } else {
      List<Future<Map<String, Grant>>> people = alone.stream().map(staff::staff).toList();
      candidates =
          Future.all(new ArrayList<>(people))
              .map(
                  all -> {
                    Set<String> ids = new LinkedHashSet<>(owner.map(Set::of).orElse(Set.of()));
                    all.<Map<String, Grant>>list().forEach(those -> ids.addAll(those.keySet()));
                    return ids;
                  });
    }
    return candidates.compose(
        ids -> {
          List<Future<Optional<Account>>> found =
              ids.stream().filter(id -> !id.equals(account)).sorted().map(accounts::byId).toList();
          return Future.all(new ArrayList<>(found))
              .map(
                  all -> all.<Optional<Account>>list().stream().flatMap(Optional::stream).toList());
        });
  }

  private Future<Set<String>> alone(String account) {
    return staff
        .eventsOf(account)
        .compose(
            events -> {
              List<String> ids = List.copyOf(events);
              List<Future<Map<String, Grant>>> people = ids.stream().map(staff::staff).toList();
              return Future.all(new ArrayList<>(people))
                  .map(
                      all -> {
                        Set<String> alone = new LinkedHashSet<>();
                        for (int i = 0; i < ids.size(); i++) {
                          if (alone(account, all.resultAt(i))) alone.add(ids.get(i));
                        }
                        return alone;
                      });
            });
  }

  private static boolean alone(String account, Map<String, Grant> people) {
    return ORGANISER.equals(people.get(account))
        && people.values().stream().filter(ORGANISER::equals).count() == 1;
  }

  /**
   * Step by step, the account itself last: one that breaks off in between has fewer roles, and can
   * be gone on with.
   */
  Future<Void> leave(String account, Optional<String> heir) {
    return standing(account)
        .compose(
            standing -> {
              if (standing.needsHeir() && heir.isEmpty()) {
                return Future.failedFuture(IdentityFailure.needsHeir(standing));
              }
              boolean known =
                  heir.isEmpty()
                      || standing.heirs.stream().anyMatch(a -> a.id().equals(heir.get()));
              if (!known) {
                return standing.needsHeir()
                    ? Future.failedFuture(IdentityFailure.notAnHeir())
                    : leave(account, TRIES);
              }
              return heir.map(to -> handOver(account, standing, to))
                  .orElseGet(Future::succeededFuture)
                  .compose(v -> leave(account, TRIES));
            });
  }

  private Future<Void> handOver(String account, Standing standing, String heir) {
    Future<Void> done =
        standing.owner ? accounts.handOver(account, heir) : Future.succeededFuture();
    for (String event : standing.alone) {
      done =
          done.compose(
              v ->
                  staff
                      .owner()
                      .compose(
                          owner ->
                              owner.filter(heir::equals).isPresent()
                                  ? Future.succeededFuture() // organiser of every event
                                  : staff.put(event, heir, ORGANISER).mapEmpty()));
    }
    return done;
  }

  /** Somebody may be given a role in between. */
  private Future<Void> leave(String account, int tries) {
    return staff
        .eventsOf(account)
        .compose(
            events -> {
              Future<Void> done = Future.succeededFuture();
              for (String event : events) {
                done = done.compose(v -> staff.remove(event, account, true).mapEmpty());
              }
              return done;
            })
        .compose(v -> accounts.delete(account))
        .compose(
            deleted -> {
              if (deleted) return Future.succeededFuture();
              return tries > 1
                  ? leave(account, tries - 1)
                  : Future.failedFuture(IdentityFailure.changedMeanwhile());
            });
  }
}
