package io.plenary.activity.service;

import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.protocol.ActivityMessage.CreateActivity;
import io.plenary.protocol.ActivityMessage.DeleteActivity;
import io.plenary.protocol.ActivityMessage.DuplicateActivity;
import io.plenary.protocol.ActivityMessage.EditActivity;
import io.plenary.protocol.ActivityMessage.FinaliseActivity;
import io.plenary.protocol.ActivityMessage.LockActivity;
import io.plenary.protocol.ActivityMessage.MoveActivity;
import io.plenary.protocol.ActivityMessage.NoteActivity;
import io.plenary.protocol.ActivityMessage.OpenActivity;
import io.plenary.protocol.ActivityMessage.ResetActivity;
import io.plenary.protocol.ActivityMessage.ShowResults;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Commands for activities of every kind: from the wire to the lifecycle, to the store. The context
 * is the event's id; each answers the id of what was made, or null.
 */
public final class ActivityCommands {
  private final Changes changes;
  private final Kinds kinds;
  private final Supplier<String> ids;

  /**
   * @param kinds all of them
   * @param written those of which the wire reads drafts
   * @throws IllegalStateException when the wire reads drafts of a kind that takes none
   */
  public ActivityCommands(
      Changes changes, Kinds kinds, Collection<String> written, Supplier<String> ids) {
    kinds.check(written);
    this.changes = changes;
    this.kinds = kinds;
    this.ids = ids;
  }

  public Future<String> openActivity(OpenActivity m, String event) {
    return run(event, s -> Lifecycle.open(s, m.activity(), m.rev()));
  }

  public Future<String> lockActivity(LockActivity m, String event) {
    return run(event, s -> Lifecycle.lock(s, m.activity(), m.rev()));
  }

  public Future<String> showResults(ShowResults m, String event) {
    var results = m.results();
    return run(event, s -> Lifecycle.show(s, m.activity(), m.rev(), results));
  }

  public Future<String> resetActivity(ResetActivity m, String event) {
    return run(event, s -> Lifecycle.reset(s, m.activity(), m.rev()));
  }

  public Future<String> finaliseActivity(FinaliseActivity m, String event) {
    return run(event, s -> Lifecycle.finalise(s, m.activity(), m.rev()));
  }

  public Future<String> deleteActivity(DeleteActivity m, String event) {
    return run(event, s -> Lifecycle.delete(s, m.activity(), m.rev()));
  }

  public Future<String> moveActivity(MoveActivity m, String event) {
    return run(event, s -> Lifecycle.move(s, m.activity(), m.after()));
  }

  public Future<String> duplicateActivity(DuplicateActivity m, String event) {
    String id = m.id() == null ? ids.get() : m.id();
    return run(event, s -> Lifecycle.duplicate(s, m.activity(), id)).map(id);
  }

  public Future<String> createActivity(CreateActivity m, String event) {
    String id = m.id() == null ? ids.get() : m.id();
    var draft = kinds.named(m.kind()).draft(m.draft());
    return run(event, s -> Lifecycle.create(s, m.room(), id, draft, m.after())).map(id);
  }

  public Future<String> editActivity(EditActivity m, String event) {
    var draft = kinds.named(m.kind()).draft(m.draft());
    return run(event, s -> Lifecycle.edit(s, m.activity(), m.rev(), draft));
  }

  public Future<String> noteActivity(NoteActivity m, String event) {
    return run(event, s -> Lifecycle.note(s, m.activity(), m.notes()));
  }

  private Future<String> run(String event, Function<EventState, Change> rule) {
    return changes.run(event, rule).mapEmpty();
  }
}
