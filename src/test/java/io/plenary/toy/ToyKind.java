package io.plenary.toy;

import io.plenary.hub.Broker.Hint;
import io.plenary.room.Activity;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.PutActivity;
import io.plenary.room.EventState;
import io.plenary.room.service.ActivityKind;
import io.plenary.room.service.ActivityViews;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.Sealable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that the services need to be told of another kind. */
public final class ToyKind implements ActivityKind, Sealable {
  public final List<Hint> hints = new ArrayList<>();
  /** Ids with what kept their key; empty when there was none. */
  public final Set<String> destroyed = new HashSet<>();
  public boolean ready = true;
  public long restingMs = Long.MAX_VALUE;

  @Override
  public String kind() {
    return Toy.KIND;
  }

  @Override
  public ActivityViews views() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void moved(Hint hint) {
    hints.add(hint);
  }

  @Override
  public Sealable sealable() {
    return this;
  }

  @Override
  public Toy standing(String id) {
    return Toy.of(id, Toy.State.DRAFT);
  }

  @Override
  public String name() {
    return "Toy";
  }

  @Override
  public Future<Long> restingMs(String eventId, Activity activity) {
    return Future.succeededFuture(restingMs);
  }

  @Override
  public Change finalise(EventState state, Activity activity) {
    return put(((Toy) activity).with(Toy.State.FINAL));
  }

  @Override
  public Future<Boolean> seal(String eventId, Activity activity, Key key) {
    if (ready) destroyed.add(activity.id());
    return Future.succeededFuture(ready);
  }

  @Override
  public Change sealed(EventState state, String id) {
    Toy toy = (Toy) state.activities().get(id);
    return toy.state() == Toy.State.FINAL ? put(toy.with(Toy.State.SEALED)) : Change.none();
  }

  private static Change put(Toy next) {
    return Change.of(new PutActivity(next, Answers.KEEP));
  }
}
