package io.plenary;

import io.plenary.activity.service.EventStore;
import io.plenary.export.EventResults.Loss;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * What the store has lost since an event was made.
 *
 * @param losses all that are known
 */
record LostSince(EventStore events, List<Loss> losses)
    implements Function<String, Future<List<Loss>>> {
  @Override
  public Future<List<Loss>> apply(String event) {
    if (losses.isEmpty()) return Future.succeededFuture(losses);
    return events
        .born(event)
        .map(born -> losses.stream().filter(loss -> loss.at().toEpochMilli() >= born).toList());
  }
}
