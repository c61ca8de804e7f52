package io.plenary.identity;

import io.plenary.identity.ReportLink.Chosen;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Port: the link of an event's report, which an event has at most one of. It goes with its event. A
 * future that fails means the store cannot answer now.
 */
public interface ReportLinkStore {
  Future<Optional<ReportLink>> find(String event);

  /**
   * In one atomic step: makes the link, or, where there is one, changes what it shows.
   *
   * @param secret of a link that is made; one that exists keeps its own
   * @return what is stored then; empty when there is no such event
   */
  Future<Optional<ReportLink>> put(String event, String secret, Chosen chosen);

  /** Also when there is none. */
  Future<Void> remove(String event);
}
