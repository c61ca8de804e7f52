package io.plenary.room.service;

import io.plenary.room.Activity;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the activities that are final anonymous for good, in steps each of which can be done again: the store seals the activity, then
 * forgets its history, then the activity is noted as sealed. Whatever stops between two steps, the next pass goes on from there, on
 * any node. Runs on one context, one pass at a time.
 */
public final class Sealer {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  private record Sealed(String eventId, String id, Sealable kind) {}

  private final Kinds kinds;
  private final Changes changes;
  private final Supplier<Future<Void>> forgetHistory;
  private String said = "";

  /**
   * @param forgetHistory makes the store forget in its files, too, what it no longer holds: done only when it has; fails with words for
   *     the operator when the store refuses
   */
  public Sealer(Kinds kinds, Changes changes, Supplier<Future<Void>> forgetHistory) {
    this.kinds = kinds;
    this.changes = changes;
    this.forgetHistory = forgetHistory;
  }

  static boolean due(Activity activity) {
    return activity.isFinal() && !activity.sealed();
  }

  /** Looks at every activity of these events. Completes with whether all that are final are sealed now; never fails. */
  public Future<Boolean> pass(List<Loaded> events) {
    List<Sealed> done = new ArrayList<>();
    boolean[] all = {true};
    Future<Void> chain = Future.succeededFuture();
    for (Loaded event : events) {
      String eventId = event.state().event().id();
      for (Activity activity : event.state().activities().values().stream().filter(Sealer::due).toList()) {
        Sealable kind = kinds.of(activity).sealable();
        Key key = event.answerKeys().get(activity.id());
        chain = chain.compose(v -> kind.seal(eventId, activity, key).otherwise(this::warn)).map(sealed -> {
          if (sealed) done.add(new Sealed(eventId, activity.id(), kind));
          all[0] &= sealed;
          return null;
        });
      }
    }
    return chain.compose(v -> done.isEmpty() ? Future.succeededFuture() : forgetHistory.get().compose(forgotten -> note(done)))
        .map(v -> all[0]).otherwise(this::warn);
  }

  private Future<Void> note(List<Sealed> done) {
    said = "";
    Future<Void> chain = Future.succeededFuture();
    for (Sealed one : done) {
      chain = chain.compose(v -> changes.run(one.eventId, state -> one.kind.sealed(state, one.id)))
          .onSuccess(v -> LOG.info("{} {} is finalised: its key, and who answered what, are gone", one.kind.name(), one.id));
    }
    return chain;
  }

  private boolean warn(Throwable e) {
    String why = String.valueOf(e.getMessage());
    if (!why.equals(said)) LOG.warn("What was finalised is not anonymous yet, and this is tried again: {}", why);
    said = why;
    return false;
  }
}
