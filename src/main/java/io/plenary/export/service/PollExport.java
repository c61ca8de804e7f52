package io.plenary.export.service;

import io.plenary.export.ActivityResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.export.FilePoll;
import io.plenary.export.PollResults;
import io.plenary.export.Turnout;
import io.plenary.poll.Choice;
import io.plenary.poll.Poll;
import io.plenary.poll.Recount;
import io.plenary.poll.Tally;
import io.plenary.poll.service.PollCommands;
import io.plenary.poll.service.PollStore;
import io.plenary.poll.service.PollViews;
import io.plenary.protocol.Results;
import io.plenary.protocol.Wire;
import io.plenary.room.Activity;
import io.vertx.core.Future;

/** Polls in files: results recounted from the stored ballots. */
public final class PollExport implements ActivityExport {
  private final PollStore polls;

  public PollExport(PollStore polls) {
    this.polls = polls;
  }

  @Override
  public FileKind kind() {
    return FileKind.POLL;
  }

  @Override
  public FileActivity file(Activity activity) {
    Poll poll = (Poll) activity;
    var q = poll.question();
    return new FilePoll(new Wire.PollDraft(q.text(),
        q.options().stream().map(o -> new Wire.OptionDraft(o.text(), o.id(), o.exclusive())).toList(),
        q.maxChoices(), q.abstain(), Results.valueOf(poll.results().name())));
  }

  @Override
  public Poll make(String id, FileActivity from) {
    var draft = PollCommands.draft(((FilePoll) from).draft());
    return new Poll(id, 1, 1, draft.check(), Poll.State.DRAFT, draft.results());
  }

  @Override
  public Future<ActivityResults> results(Place place, Activity poll) {
    return polls.recount(place.eventId(), poll.id()).map(found -> found == null ? null : results(place, (Poll) poll, found));
  }

  private static PollResults results(Place place, Poll poll, Recount found) {
    Tally tally = found.recounted();
    long answered = tally.voted() + tally.abstained();
    var options = poll.question().options().stream()
        .map(o -> new PollResults.OptionResult(o.id(), o.text(), tally.count(o.id()))).toList();
    return new PollResults(poll.id(), place.room().name(), poll.question().text(), poll.question().maxChoices(),
        PollViews.state(poll), poll.round(),
        Turnout.of(Math.max(place.joined(), answered), tally.voted(), tally.abstained(), tally.late()), options,
        poll.question().abstain(), poll.open() ? null : found.ballots().stream().map(Choice::options).toList(), found.receipts(), found.agrees());
  }
}
