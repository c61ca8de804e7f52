package io.plenary.kinds.choice;

import io.plenary.activity.Activity;
import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.activity.Stage;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A command of an {@link Organiser}, and, said a second time without the rules, what it must lead
 * to.
 */
final class Command {
  enum Kind {
    OPEN(true),
    LOCK(true),
    SHOW(true),
    RESET(true),
    EDIT(true),
    DELETE(true),
    CREATE(false),
    DUPLICATE(false),
    MOVE(false),
    STAGE(false);

    /** Whether it names the revision it was decided on. */
    final boolean revised;

    Kind(boolean revised) {
      this.revised = revised;
    }
  }

  final Kind kind;
  final String poll;
  final String after;
  final Results results;
  final String fresh;
  final EventState seen;

  /** The change the rule decided on last. */
  Change decided;

  Future<Void> answer = Promise.<Void>promise().future();

  /** Part of the store's history while the sender waited. */
  int from;

  int until;

  Command(Kind kind, String poll, String after, Results results, String fresh, EventState seen) {
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
    return switch (kind) {
      case OPEN -> Lifecycle.open(s, poll, rev);
      case LOCK -> Lifecycle.lock(s, poll, rev);
      case SHOW -> Lifecycle.show(s, poll, rev, results);
      case RESET -> Lifecycle.reset(s, poll, rev);
      case EDIT -> Lifecycle.edit(s, poll, rev, draft());
      case DELETE -> Lifecycle.delete(s, poll, rev);
      case CREATE -> Lifecycle.create(s, Polls.HALL, fresh, draft(), after);
      case DUPLICATE -> Lifecycle.duplicate(s, poll, fresh);
      case MOVE -> Lifecycle.move(s, poll, after);
      default ->
          RoomRules.stage(
              s, Polls.HALL, after == null ? Stage.View.JOIN : Stage.View.ACTIVITY, after);
    };
  }

  /** Whether what was asked for is so. */
  boolean effect(EventState s) {
    Poll p = (Poll) s.activities().get(poll);
    Room room = s.room(Polls.HALL);
    return switch (kind) {
      case OPEN -> p != null && p.state() == State.OPEN;
      case LOCK -> p != null && p.state() == State.LOCKED;
      case SHOW -> p != null && p.results() == results;
      case RESET ->
          p != null
              && p.state() == State.DRAFT
              && p.round() > ((Poll) seen.activities().get(poll)).round();
      case EDIT ->
          p != null && p.question().text().equals(draft().question()) && p.chosen() == results;
      case DELETE -> p == null;
      case CREATE, DUPLICATE -> s.activities().containsKey(fresh);
      case MOVE ->
          poll.equals(after)
              || room.runOrder().indexOf(poll)
                  == (after == null ? 0 : room.runOrder().indexOf(after) + 1);
      default ->
          after == null
              ? room.stage().view() == Stage.View.JOIN
              : room.stage().equals(Stage.showing(after));
    };
  }

  /**
   * The whole state it must lead to, as {@link TwoOrganisersTest#strip} shows it.
   *
   * @param copied where a duplicate is taken from: what the node knew, which may lag, but not
   *     behind the screen
   */
  List<Object> outcome(EventState s, EventState copied) {
    Map<String, Activity> all = new HashMap<>(s.activities());
    Room room = s.room(Polls.HALL);
    List<String> order = new ArrayList<>(room.runOrder());
    Stage stage = room.stage();
    Poll p = (Poll) all.get(poll);
    switch (kind) {
      case OPEN -> {
        all.replaceAll(
            (id, a) -> ((Poll) a).state() == State.OPEN ? at((Poll) a, State.LOCKED, 0) : a);
        all.put(poll, at(p, State.OPEN, 0));
        stage = Stage.showing(poll);
      }
      case LOCK -> all.put(poll, at(p, State.LOCKED, 0));
      case SHOW -> {
        Results chosen = p.state() == State.DRAFT ? results : p.chosen();
        all.put(
            poll,
            new Poll(
                new BallotState(poll, 0, p.round(), p.state(), results, chosen, p.smallGroup()),
                p.question()));
      }
      case RESET ->
          all.put(
              poll,
              new Poll(
                  new BallotState(poll, 0, p.round() + 1, State.DRAFT, p.chosen()), p.question()));
      case EDIT -> {
        boolean same = p.question().equals(draft().check());
        all.put(
            poll,
            new Poll(
                new BallotState(
                    poll,
                    0,
                    p.round() + (same ? 0 : 1),
                    p.state(),
                    same && p.results() != p.chosen() ? p.results() : results,
                    results,
                    p.smallGroup()),
                draft().check()));
      }
      case DELETE -> {
        all.remove(poll);
        order.remove(poll);
        if (poll.equals(stage.activity())) stage = Stage.join();
      }
      case CREATE -> {
        all.put(
            fresh, new Poll(new BallotState(fresh, 1, 1, State.DRAFT, results), draft().check()));
        order.add(
            after == null ? 0 : order.contains(after) ? order.indexOf(after) + 1 : order.size(),
            fresh);
      }
      case DUPLICATE -> {
        Poll of = (Poll) copied.activities().get(poll);
        BallotState draft = new BallotState(fresh, 1, 1, State.DRAFT, of.chosen());
        all.put(fresh, new Poll(draft, of.question()).titled(copyName(of.title(), copied)));
        order.add(order.indexOf(poll) + 1, fresh);
      }
      case MOVE -> {
        order.remove(poll);
        order.add(after == null ? 0 : order.indexOf(after) + 1, poll);
      }
      default ->
          stage =
              after == null ? new Stage(Stage.View.JOIN, stage.activity()) : Stage.showing(after);
    }
    return TwoOrganisersTest.strip(
        new EventState(
            s.epoch(),
            0,
            s.event(),
            List.of(new Room(room.id(), 0, room.name(), order, stage)),
            all));
  }

  /** The first of "(copy)", "(copy 2)", … that nothing in the room is called. */
  private static String copyName(String title, EventState s) {
    int mark = title.indexOf(" (copy");
    String bare = mark < 0 ? title : title.substring(0, mark);
    List<String> titles =
        s.inOrder(s.room(Polls.HALL)).values().stream().map(Activity::title).toList();
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> bare + (n == 1 ? " (copy)" : " (copy " + n + ")"))
        .filter(name -> !titles.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private PollDraft draft() {
    PollDraft d = Polls.draft("Edited " + (after == null ? "" : after));
    return new PollDraft(d.question().strip(), d.options(), d.maxChoices(), d.abstain(), results);
  }

  private static Poll at(Poll p, State state, int rounds) {
    return new Poll(
        new BallotState(
            p.id(), 0, p.round() + rounds, state, p.results(), p.chosen(), p.smallGroup()),
        p.question());
  }

  @Override
  public String toString() {
    return kind + " " + poll + " after " + after + " " + results;
  }
}
