package io.plenary.poll.service;

import io.plenary.poll.Draft;
import io.plenary.poll.Poll;
import io.plenary.poll.PollRules;
import io.plenary.protocol.PollMessage.CreatePoll;
import io.plenary.protocol.PollMessage.DeletePoll;
import io.plenary.protocol.PollMessage.DuplicatePoll;
import io.plenary.protocol.PollMessage.EditPoll;
import io.plenary.protocol.PollMessage.FinalisePoll;
import io.plenary.protocol.PollMessage.LockPoll;
import io.plenary.protocol.PollMessage.MovePoll;
import io.plenary.protocol.PollMessage.OpenPoll;
import io.plenary.protocol.PollMessage.ResetPoll;
import io.plenary.protocol.PollMessage.ShowResults;
import io.plenary.protocol.Results;
import io.plenary.protocol.Wire;
import io.plenary.room.RoomRules;
import io.plenary.room.service.Changes;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Organisers' commands on polls: from the wire to a rule, to the store. Each answers the id of what was made, or null. */
public final class PollCommands {
  private final Changes changes;
  private final Supplier<String> ids;

  public PollCommands(Changes changes, Supplier<String> ids) {
    this.changes = changes;
    this.ids = ids;
  }

  public Future<String> open(String event, OpenPoll m) {
    return changes.run(event, s -> PollRules.open(s, m.poll(), m.rev())).mapEmpty();
  }

  public Future<String> lock(String event, LockPoll m) {
    return changes.run(event, s -> PollRules.lock(s, m.poll(), m.rev())).mapEmpty();
  }

  public Future<String> finalise(String event, FinalisePoll m) {
    return changes.run(event, s -> PollRules.finalise(s, m.poll(), m.rev())).mapEmpty();
  }

  public Future<String> reset(String event, ResetPoll m) {
    return changes.run(event, s -> PollRules.reset(s, m.poll(), m.rev())).mapEmpty();
  }

  public Future<String> show(String event, ShowResults m) {
    return changes.run(event, s -> PollRules.show(s, m.poll(), m.rev(), results(m.results()))).mapEmpty();
  }

  public Future<String> create(String event, CreatePoll m) {
    String id = m.id() == null ? ids.get() : m.id();
    return changes.run(event, s -> PollRules.create(s, m.room(), id, draft(m.draft()), m.after())).map(id);
  }

  public Future<String> duplicate(String event, DuplicatePoll m) {
    String id = m.id() == null ? ids.get() : m.id();
    return changes.run(event, s -> PollRules.duplicate(s, m.poll(), id)).map(id);
  }

  public Future<String> edit(String event, EditPoll m) {
    return changes.run(event, s -> PollRules.edit(s, m.poll(), m.rev(), draft(m.draft()))).mapEmpty();
  }

  public Future<String> delete(String event, DeletePoll m) {
    return changes.run(event, s -> PollRules.delete(s, m.poll(), m.rev())).mapEmpty();
  }

  public Future<String> move(String event, MovePoll m) {
    return changes.run(event, s -> RoomRules.move(s, PollRules.poll(s, m.poll()).id(), m.after())).mapEmpty();
  }

  public static Draft draft(Wire.PollDraft wire) {
    return new Draft(wire.question(),
        wire.options().stream().map(o -> new Draft.DraftOption(o.id(), o.text(), o.exclusive())).toList(),
        wire.maxChoices(), wire.abstain(), results(wire.results()));
  }

  private static Poll.Results results(Results wire) {
    return Poll.Results.valueOf(wire.name());
  }
}
