package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.EventRules;
import io.plenary.kinds.qa.Qa;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this node keeps questions in memory for: events somebody is connected to, and Q&As that go
 * on, so that whoever comes, or comes back after a restart, finds them there.
 */
public final class QaInterest {
  private final Supplier<Set<String>> connected;
  private final InstantSource clock;

  /**
   * @param connected ids of the events somebody is connected to on this node
   */
  public QaInterest(Supplier<Set<String>> connected, InstantSource clock) {
    this.connected = connected;
    this.clock = clock;
  }

  Set<String> connected() {
    return connected.get();
  }

  /** Whether people see it, and more may come. */
  boolean goesOn(@Nullable LoadedEvent event, Qa qa) {
    return event != null
        && qa.shown()
        && !qa.isFinal()
        && clock.instant().isBefore(EventRules.end(event.state().event().details()));
  }
}
