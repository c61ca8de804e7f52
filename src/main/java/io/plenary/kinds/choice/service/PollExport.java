package io.plenary.kinds.choice.service;

import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.export.FilePoll;
import io.plenary.export.PollResults;
import io.plenary.export.Turnout;
import io.plenary.export.service.ActivityExport;
import io.plenary.kinds.choice.Choice;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.Results;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore;
import io.plenary.voting.service.BallotViews;
import io.vertx.core.Future;

/**
 * Polls in files: what is published, as on every screen; once that is complete, recounted from the
 * stored ballots.
 */
public final class PollExport implements ActivityExport {
  private final BallotStore polls;
  private final long graceMs;

  public PollExport(BallotStore polls, long graceMs) {
    this.polls = polls;
    this.graceMs = graceMs;
  }

  @Override
  public FileKind kind() {
    return FileKind.POLL;
  }

  @Override
  public FileActivity file(Activity activity) {
    Poll poll = (Poll) activity;
    var q = poll.question();
    return new FilePoll(
        new ChoiceWire.PollDraft(
            q.text(),
            q.options().stream()
                .map(o -> new ChoiceWire.OptionDraft(o.text(), o.id(), o.exclusive()))
                .toList(),
            q.maxChoices(),
            q.abstain(),
            Results.valueOf(poll.chosen().name())));
  }

  @Override
  public Poll make(String id, FileActivity from) {
    return (Poll) new PollKind().draft(((FilePoll) from).draft()).create(id);
  }

  @Override
  public Future<ActivityResults> results(Place place, Activity poll) {
    // A result that nobody has asked for since its grace is over is complete now.
    Future<?> last =
        poll.closed() && !poll.sealed()
            ? polls.publishLast(place.eventId(), poll.id(), graceMs)
            : Future.succeededFuture();
    return last.compose(v -> polls.recount(place.eventId(), poll.id()))
        .map(found -> found == null ? null : results(place, (Poll) poll, found));
  }

  private static PollResults results(Place place, Poll poll, Recount found) {
    Tally shown = found.shown();
    boolean ballots = shown.complete() && shown.whole();
    Tally tally = ballots ? found.recounted(poll.paper()) : shown;
    long notShown = ballots ? 0 : shown.answers() - shown.voted() - shown.abstained();
    var options =
        poll.question().options().stream()
            .map(o -> new PollResults.OptionResult(o.id(), o.text(), tally.count(o.id())))
            .toList();
    return new PollResults(
        poll.id(),
        place.room().name(),
        poll.question().text(),
        poll.question().maxChoices(),
        BallotViews.state(poll),
        poll.round(),
        Turnout.of(shown.connected(), tally.voted(), tally.abstained(), notShown, tally.late()),
        options,
        poll.question().abstain(),
        ballots
            ? found.ballots().stream().map(poll.paper()::ballot).map(Choice::options).toList()
            : null,
        found.receipts(),
        found.agrees(poll.paper()),
        shown.complete());
  }
}
