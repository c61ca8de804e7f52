package io.plenary.toy;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.ActivityViews;
import io.plenary.activity.service.Anonymisable;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.hub.Broker.ChangeNotification;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that the services need to be told of another kind. */
public final class ToyKind implements ActivityKind, Anonymisable {
  public final List<ChangeNotification> hints = new ArrayList<>();

  /** Ids with what kept their key; empty when there was none. */
  public final Set<String> destroyed = new HashSet<>();

  public boolean ready = true;
  public long idleMillis = Long.MAX_VALUE;

  @Override
  public String kind() {
    return Toy.KIND;
  }

  @Override
  public ActivityViews views() {
    return new ToyViews();
  }

  @Override
  public void moved(ChangeNotification hint) {
    hints.add(hint);
  }

  @Override
  public Anonymisable anonymisable() {
    return this;
  }

  @Override
  public Toy alwaysOn(String id) {
    return Toy.of(id, Toy.State.DRAFT);
  }

  @Override
  public Future<Long> idleMillis(String eventId, Activity activity) {
    return Future.succeededFuture(idleMillis);
  }

  @Override
  public Change finalise(EventState state, Activity activity) {
    return Lifecycle.end(state, activity.id());
  }

  @Override
  public Future<Boolean> anonymise(String eventId, Activity activity, Key key) {
    if (ready) destroyed.add(activity.id());
    return Future.succeededFuture(ready);
  }
}
