package io.plenary.export.service;

import io.plenary.event.Event;
import io.plenary.export.EventFile;
import io.plenary.export.EventResults;
import io.plenary.export.PollResults;
import io.plenary.export.Turnout;
import io.plenary.hub.Loops;
import io.plenary.poll.Choice;
import io.plenary.poll.Poll;
import io.plenary.poll.Recount;
import io.plenary.poll.Tally;
import io.plenary.poll.service.PollStore;
import io.plenary.poll.service.PollViews;
import io.plenary.protocol.Results;
import io.plenary.protocol.Wire;
import io.plenary.room.Room;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Joins;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Gathers what an event's files hold: definitions from memory, results recounted from the stored ballots. */
public final class Exporter {
  private final PollStore polls;
  private final Joins joins;
  private final Context owner;

  public Exporter(PollStore polls, Joins joins, Context owner) {
    this.polls = polls;
    this.joins = joins;
    this.owner = owner;
  }

  /** Results of the polls that are wanted, in run order, each counted at one moment. */
  public Future<EventResults> results(Loaded loaded, Predicate<Poll> wanted) {
    Event event = loaded.state().event();
    return joins.refresh(event.id()).compose(joined -> {
      List<Future<PollResults>> all = new ArrayList<>();
      for (Room room : loaded.state().rooms()) {
        loaded.state().inOrder(room).values().stream().filter(Poll.class::isInstance).map(Poll.class::cast).filter(wanted)
            .forEach(poll -> all.add(Loops.call(owner, () -> polls.recount(event.id(), poll.id()))
                .map(found -> found == null ? null : results(room, poll, found, joined))));
      }
      return Future.all(all);
    }).map(found -> {
      var d = event.details();
      return new EventResults(event.id(), d.name(), d.startsOn().toString(), d.endsOn().toString(), d.timeZone().getId(),
          found.<PollResults>list().stream().filter(Objects::nonNull).toList());
    });
  }

  private static PollResults results(Room room, Poll poll, Recount found, long joined) {
    Tally tally = found.recounted();
    long answered = tally.voted() + tally.abstained();
    var options = poll.question().options().stream()
        .map(o -> new PollResults.OptionResult(o.id(), o.text(), tally.count(o.id()))).toList();
    return new PollResults(poll.id(), room.name(), poll.question().text(), poll.question().maxChoices(),
        PollViews.state(poll), poll.round(),
        Turnout.of(Math.max(joined, answered), tally.voted(), tally.abstained(), tally.late()), options,
        poll.question().abstain(), poll.open() ? null : found.ballots().stream().map(Choice::options).toList(), found.receipts(), found.agrees());
  }

  /** The event as a file that can be imported again. */
  public static EventFile file(Loaded loaded) {
    var d = loaded.state().event().details();
    return new EventFile(
        new Wire.EventDetails(d.name(), d.startsOn().toString(), d.endsOn().toString(), d.timeZone().getId(), d.frameOrigins()),
        loaded.state().rooms().stream().map(room -> new EventFile.Room(room.name(), loaded.state().inOrder(room).values().stream()
            .filter(Poll.class::isInstance).map(a -> draft((Poll) a)).toList())).toList());
  }

  private static Wire.PollDraft draft(Poll poll) {
    var q = poll.question();
    return new Wire.PollDraft(q.text(),
        q.options().stream().map(o -> new Wire.OptionDraft(o.text(), o.id(), o.exclusive())).toList(),
        q.maxChoices(), q.abstain(), Results.valueOf(poll.results().name()));
  }
}
