package io.plenary.kinds.choice.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.ActivityViews;
import io.plenary.kinds.choice.Option;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Question;
import io.plenary.protocol.PollState;
import io.plenary.protocol.Wire;
import io.plenary.voting.Tally;
import io.plenary.voting.service.Closings;
import io.plenary.voting.service.Tallies;
import io.plenary.voting.service.TallyViews;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Polls as the wire says them. What an audience may not see is not in its view. */
public final class PollViews implements ActivityViews {
  private final Tallies tallies;
  private final Closings closings;

  public PollViews(Tallies tallies, Closings closings) {
    this.closings = closings;
    this.tallies = tallies;
  }

  @Override
  public Wire.Poll forAttendees(String eventId, Activity activity) {
    Poll poll = (Poll) activity;
    return view(poll, TallyViews.attendeeTally(poll, tallies.of(eventId, poll)), null);
  }

  @Override
  public Wire.Poll forStage(String eventId, Activity activity) {
    Poll poll = (Poll) activity;
    return view(
        poll,
        TallyViews.stageTally(poll, tallies.of(eventId, poll)),
        closings.leftMs(eventId, poll));
  }

  @Override
  public Wire.OrganiserPoll forOrganisers(String eventId, Activity activity) {
    Poll poll = (Poll) activity;
    Tally tally = tallies.of(eventId, poll);
    Question q = poll.question();
    return new Wire.OrganiserPoll(
        poll.id(),
        poll.round(),
        q.text(),
        options(q),
        q.maxChoices(),
        q.abstain(),
        state(poll),
        results(poll),
        io.plenary.protocol.Results.valueOf(poll.chosen().name()),
        Wire.said(poll.smallGroup()),
        TallyViews.full(poll, tally),
        poll.rev(),
        tally.hasVotes(),
        poll.state() == Poll.State.SEALED,
        closings.leftMs(eventId, poll));
  }

  private static Wire.Poll view(Poll poll, Wire.@Nullable Tally tally, @Nullable Long closingMs) {
    Question q = poll.question();
    return new Wire.Poll(
        poll.id(),
        poll.round(),
        q.text(),
        options(q),
        q.maxChoices(),
        q.abstain(),
        shown(poll),
        results(poll),
        Wire.said(poll.smallGroup()),
        tally,
        closingMs);
  }

  private static List<Wire.Option> options(Question question) {
    return question.options().stream().map(PollViews::option).toList();
  }

  private static Wire.Option option(Option o) {
    return new Wire.Option(o.id(), o.text(), o.exclusive());
  }

  /** Shared with the export. */
  public static PollState state(Poll poll) {
    return poll.isFinal() ? PollState.FINAL : PollState.valueOf(poll.state().name());
  }

  /**
   * What voters are told of a finalised poll must be true: it is one to them when who voted what is
   * gone.
   */
  private static PollState shown(Poll poll) {
    return poll.state() == Poll.State.FINAL ? PollState.LOCKED : state(poll);
  }

  private static io.plenary.protocol.Results results(Poll poll) {
    return io.plenary.protocol.Results.valueOf(poll.results().name());
  }
}
