package io.plenary.identity;

import io.plenary.identity.Admission.Identified;
import io.plenary.identity.Admission.Way;
import io.plenary.identity.InvitationStore.Acceptance;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Invitations to help run an event: a link that works once and for a week. Only the hash of its
 * secret is stored. Futures fail with {@link IdentityFailure}, or with what the store fails with.
 */
public final class Invitations {
  public static final Duration LASTS = Duration.ofDays(7);
  private final InvitationStore store;
  private final Admission admission;
  private final NewAccounts fresh;
  private final Ids ids;
  private final Supplier<Instant> clock;

  public Invitations(
      InvitationStore store,
      Admission admission,
      NewAccounts fresh,
      Ids ids,
      Supplier<Instant> clock) {
    this.store = store;
    this.admission = admission;
    this.fresh = fresh;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param id the hash of the secret, under which it can be withdrawn
   */
  public record Made(String id, String secret, Invitation invitation) {
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /** Fails with {@link IdentityFailure.Reason#TOO_MANY}; empty when there is no such event. */
  public Future<Optional<Made>> invite(String event, Grant grant, String by) {
    String secret = ids.secret128();
    Invitation invitation = new Invitation(grant, by, clock.get().plus(LASTS));
    return store
        .add(event, hash(secret), invitation)
        .compose(
            outcome ->
                switch (outcome) {
                  case DONE ->
                      Future.succeededFuture(
                          Optional.of(new Made(hash(secret), secret, invitation)));
                  case FULL -> Future.failedFuture(IdentityFailure.tooManyInvitations());
                  case GONE -> Future.succeededFuture(Optional.empty());
                });
  }

  /** Those that can be accepted now, by id. */
  public Future<Map<String, Invitation>> open(String event) {
    return store
        .all(event)
        .map(
            all ->
                all.entrySet().stream()
                    .filter(e -> lasts(e.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public Future<Void> withdraw(String event, String id) {
    return store.withdraw(event, id);
  }

  /** What the link offers. Fails with {@link IdentityFailure.Reason#LINK_NOT_VALID}. */
  public Future<Invitation> look(String event, String secret) {
    return store
        .find(event, hash(secret))
        .compose(
            found ->
                found
                    .filter(this::lasts)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(IdentityFailure.invitationNotValid())));
  }

  /**
   * Somebody signed in accepts. Answers false when they were among the event's people before; the
   * invitation is not used up then.
   */
  public Future<Boolean> accept(String event, String secret, String account) {
    return store
        .accept(event, hash(secret), account)
        .compose(
            outcome ->
                outcome == Acceptance.NOT_VALID
                    ? Future.failedFuture(IdentityFailure.invitationNotValid())
                    : Future.succeededFuture(outcome == Acceptance.ACCEPTED));
  }

  /** Somebody without an account makes one, accepts, and is signed in. */
  public Future<SignedIn> acceptAnew(
      String event, String secret, String name, String email, String password, Client client) {
    // The link first: without it nobody may make the server hash passwords, or learn who has an
    // account.
    return look(event, secret)
        .compose(offer -> fresh.account(name, email, password))
        .compose(
            account ->
                store
                    .acceptAnew(event, hash(secret), account)
                    .compose(
                        outcome ->
                            switch (outcome) {
                              case ACCEPTED ->
                                  admission.admit(new Identified(account, Way.INVITATION), client);
                              case EMAIL_TAKEN ->
                                  Future.failedFuture(
                                      IdentityFailure.badField(
                                          "email",
                                          "There is an account with this address already. Sign in"
                                              + " with it to accept."));
                              default -> Future.failedFuture(IdentityFailure.invitationNotValid());
                            }));
  }

  private boolean lasts(Invitation invitation) {
    return clock.get().isBefore(invitation.until());
  }

  static String hash(String secret) {
    return Digests.sha256("invitation:" + secret);
  }
}
