package io.plenary.activity.service;

import io.plenary.activity.ActivityRef;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** A node without others: whatever it wants to do is its own, each time. */
public final class OneNode implements Claims {
  @Override
  public Future<Boolean> once(
      ActivityRef activity, String piece, Duration known, Supplier<Future<Void>> work) {
    return work.get().map(true);
  }

  @Override
  public Future<Boolean> alone(String name, Supplier<Future<Void>> work) {
    return work.get().map(true);
  }
}
