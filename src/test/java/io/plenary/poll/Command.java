package io.plenary.poll;

import io.plenary.poll.Poll.State;
import io.plenary.room.Activity;
import io.plenary.room.Change;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.RoomRules;
import io.plenary.room.Stage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command of an {@link Organiser}, and, said a second time without the rules, what it must lead to. */
final class Command {
  enum Kind {
    OPEN(true), LOCK(true), SHOW(true), RESET(true), EDIT(true), DELETE(true), CREATE(false), DUPLICATE(false), MOVE(false), STAGE(false);

    /** Whether it names the revision it was decided on. */
    final boolean revised;

    Kind(boolean revised) {
      this.revised = revised;
    }
  }

  final Kind kind;
  final String poll;
  final String after;
  final Poll.Results results;
  final String fresh;
  final EventState seen;
  /** The change the rule decided on last. */
  Change decided;
  Future<Void> answer = Promise.<Void>promise().future();
  /** Part of the store's history while the sender waited. */
  int from;
  int until;

  Command(Kind kind, String poll, String after, Poll.Results results, String fresh, EventState seen) {
    this.kind = kind;
    this.poll = poll;
    this.after = after;
    this.results = results;
    this.fresh = fresh;
    this.seen = seen;
  }

  Change apply(EventState s) {
    Activity shown = seen.activities().get(poll);
    long rev = shown == null ? 1 : shown.rev();
    switch (kind) {
      case OPEN: return PollRules.open(s, poll, rev);
      case LOCK: return PollRules.lock(s, poll, rev);
      case SHOW: return PollRules.show(s, poll, rev, results);
      case RESET: return PollRules.reset(s, poll, rev);
      case EDIT: return PollRules.edit(s, poll, rev, draft());
      case DELETE: return PollRules.delete(s, poll, rev);
      case CREATE: return PollRules.create(s, Polls.HALL, fresh, draft(), after);
      case DUPLICATE: return PollRules.duplicate(s, poll, fresh);
      case MOVE: return RoomRules.move(s, PollRules.poll(s, poll).id(), after);
      default: return RoomRules.stage(s, Polls.HALL, after == null ? Stage.View.JOIN : Stage.View.ACTIVITY, after);
    }
  }

  /** Whether what was asked for is so. */
  boolean effect(EventState s) {
    Poll p = (Poll) s.activities().get(poll);
    Room room = s.room(Polls.HALL);
    switch (kind) {
      case OPEN: return p != null && p.state() == State.OPEN;
      case LOCK: return p != null && p.state() == State.LOCKED;
      case SHOW: return p != null && p.results() == results;
      case RESET: return p != null && p.state() == State.DRAFT && p.round() > ((Poll) seen.activities().get(poll)).round();
      case EDIT: return p != null && p.question().text().equals(draft().question()) && p.results() == results;
      case DELETE: return p == null;
      case CREATE: case DUPLICATE: return s.activities().containsKey(fresh);
      case MOVE: return poll.equals(after) || room.runOrder().indexOf(poll) == (after == null ? 0 : room.runOrder().indexOf(after) + 1);
      default: return after == null ? room.stage().view() == Stage.View.JOIN : room.stage().equals(Stage.showing(after));
    }
  }

  /**
   * The whole state it must lead to, as {@link TwoOrganisersTest#strip} shows it.
   *
   * @param copied where a duplicate is taken from: what the node knew, which may lag, but not behind the screen
   */
  List<Object> outcome(EventState s, EventState copied) {
    Map<String, Activity> all = new HashMap<>(s.activities());
    Room room = s.room(Polls.HALL);
    List<String> order = new ArrayList<>(room.runOrder());
    Stage stage = room.stage();
    Poll p = (Poll) all.get(poll);
    switch (kind) {
      case OPEN:
        all.replaceAll((id, a) -> ((Poll) a).state() == State.OPEN ? at((Poll) a, State.LOCKED, 0) : a);
        all.put(poll, at(p, State.OPEN, 0));
        stage = Stage.showing(poll);
        break;
      case LOCK: all.put(poll, at(p, State.LOCKED, 0)); break;
      case SHOW: all.put(poll, new Poll(poll, 0, p.round(), p.question(), p.state(), results)); break;
      case RESET: all.put(poll, at(p, State.DRAFT, 1)); break;
      case EDIT:
        boolean same = p.question().equals(draft().check());
        all.put(poll, new Poll(poll, 0, p.round() + (same ? 0 : 1), draft().check(), p.state(), results));
        break;
      case DELETE:
        all.remove(poll);
        order.remove(poll);
        if (poll.equals(stage.activity())) stage = Stage.join();
        break;
      case CREATE:
        all.put(fresh, new Poll(fresh, 1, 1, draft().check(), State.DRAFT, results));
        order.add(after == null ? 0 : order.contains(after) ? order.indexOf(after) + 1 : order.size(), fresh);
        break;
      case DUPLICATE:
        Poll of = (Poll) copied.activities().get(poll);
        all.put(fresh, new Poll(fresh, 1, 1, of.question(), State.DRAFT, of.results()));
        order.add(order.indexOf(poll) + 1, fresh);
        break;
      case MOVE:
        order.remove(poll);
        order.add(after == null ? 0 : order.indexOf(after) + 1, poll);
        break;
      default:
        stage = after == null ? new Stage(Stage.View.JOIN, stage.activity()) : Stage.showing(after);
    }
    return TwoOrganisersTest.strip(new EventState(s.epoch(), 0, s.event(), List.of(new Room(room.id(), 0, room.name(), order, stage)), all));
  }

  private Draft draft() {
    Draft d = Polls.draft("Edited " + (after == null ? "" : after));
    return new Draft(d.question().strip(), d.options(), d.maxChoices(), d.abstain(), results);
  }

  private static Poll at(Poll p, State state, int rounds) {
    return new Poll(p.id(), 0, p.round() + rounds, p.question(), state, p.results());
  }

  @Override
  public String toString() {
    return kind + " " + poll + " after " + after + " " + results;
  }
}
