package io.plenary.qa.service;

import io.plenary.event.EventRules;
import io.plenary.qa.Qa;
import io.plenary.room.service.EventStore.Loaded;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What this node keeps questions in memory for: events somebody is connected to, and Q&As that go on, so that whoever comes, or comes back
 * after a restart, finds them there.
 */
public final class QaInterest {
  private final Supplier<Set<String>> connected;
  private final InstantSource clock;

  /** @param connected ids of the events somebody is connected to on this node */
  public QaInterest(Supplier<Set<String>> connected, InstantSource clock) {
    this.connected = connected;
    this.clock = clock;
  }

  Set<String> connected() {
    return connected.get();
  }

  /** Whether people see it, and more may come. */
  boolean goesOn(Loaded event, Qa qa) {
    return qa.shown() && !qa.isFinal() && clock.instant().isBefore(EventRules.end(event.state().event().details()));
  }
}
