package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port: which accounts run which events. Every change of an event's people raises the version of
 * the event, so that all nodes look again who may still be connected. A future that fails means the
 * store cannot answer now.
 */
public interface StaffStore {
  enum Outcome {
    DONE,
    /** The account is not among the people of the event. */
    ABSENT,
    /** There is no such event. */
    GONE
  }

  /** The account that set the server up; empty before that. */
  Future<Optional<String>> owner();

  Future<Optional<Grant>> grant(String event, String account);

  /** By account id. */
  Future<Map<String, Grant>> staff(String event);

  /** Ids of the events the account is among the people of; some may be gone. */
  Future<Set<String>> eventsOf(String account);

  /** Whether the account is organiser of any event. */
  Future<Boolean> organises(String account);

  /** Adds somebody, or gives another grant. */
  Future<Outcome> put(String event, String account, Grant grant);

  /**
   * Gives somebody who is there another grant.
   *
   * @param newLinks whether the links of all stages and remotes are replaced in the same step, if
   *     this was an organiser, who may read them, and is none any more
   */
  Future<Outcome> change(String event, String account, Grant grant, boolean newLinks);

  /**
   * @param newLinks as above
   */
  Future<Outcome> remove(String event, String account, boolean newLinks);

  /** The event is gone: it is none of theirs any more. */
  Future<Void> forget(String event, Set<String> accounts);
}
