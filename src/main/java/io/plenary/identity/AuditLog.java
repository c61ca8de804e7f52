package io.plenary.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What staff did, for the owner of the server: entries are added, never changed, and go with their
 * age. They hold ids and words of the program: no name, no address, nothing that people write.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private final AuditStore store;
  private final Duration lifetime;

  public AuditLog(AuditStore store, Duration lifetime) {
    this.store = store;
    this.lifetime = lifetime;
  }

  /** What was done. */
  public enum Act {
    SIGNED_IN,
    /** Somebody who was a stranger to the account had no check left. */
    STRANGER_REFUSED,
    PASSWORD_SET,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_REMOVED,
    ADDRESS_CHANGED,
    SESSIONS_ENDED,
    ACCOUNT_DELETED,
    LINK_MADE,
    INVITED,
    INVITATION_WITHDRAWN,
    INVITATION_ACCEPTED,
    ROLE_CHANGED,
    ROLE_TAKEN,
    LINKS_REPLACED,
    REPORT_SHARED,
    REPORT_REVOKED,
    EVENT_EXPORTED,
    EVENT_FINALISED,
    EVENT_DELETED
  }

  /**
   * @param by id of the account that did it; empty: nobody signed in, or a command
   * @param account id of the account that it was done to; empty: none, or the same
   * @param event id of the event; empty: none
   * @param detail a word of the program; may be empty
   */
  public record Deed(Act act, String by, String account, String event, String detail) {}

  /**
   * @param id where to go on
   */
  public record Entry(String id, Instant at, Deed deed) {}

  /** What cannot be noted is said in the log, and keeps nobody from what they do. */
  public Future<Void> note(Deed deed) {
    return store
        .add(deed, lifetime)
        .onFailure(e -> LOG.warn("{} was not noted in the audit log", deed.act()));
  }

  /**
   * The newest first.
   *
   * @param before id of an entry; null for the newest
   */
  public Future<List<Entry>> read(@Nullable String before, int most) {
    return store.read(before, most, lifetime);
  }
}
