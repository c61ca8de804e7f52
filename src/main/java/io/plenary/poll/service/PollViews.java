package io.plenary.poll.service;

import io.plenary.poll.Option;
import io.plenary.poll.Poll;
import io.plenary.poll.Poll.Results;
import io.plenary.poll.Question;
import io.plenary.poll.Tally;
import io.plenary.protocol.PollState;
import io.plenary.protocol.Wire;
import io.plenary.room.Activity;
import io.plenary.room.service.ActivityViews;
import java.util.List;

/** Polls as the wire says them. What an audience may not see is not in its view. */
public final class PollViews implements ActivityViews {
  private final Tallies tallies;

  public PollViews(Tallies tallies) {
    this.tallies = tallies;
  }

  @Override
  public Wire.Poll forAttendees(Activity activity) {
    Poll poll = (Poll) activity;
    return view(poll, attendeeTally(poll, tallies.of(poll)));
  }

  @Override
  public Wire.Poll forStage(Activity activity) {
    Poll poll = (Poll) activity;
    return view(poll, stageTally(poll, tallies.of(poll)));
  }

  @Override
  public Wire.OrganiserPoll forOrganisers(Activity activity) {
    Poll poll = (Poll) activity;
    Tally tally = tallies.of(poll);
    Question q = poll.question();
    return new Wire.OrganiserPoll(poll.id(), poll.round(), q.text(), options(q), q.maxChoices(), q.abstain(), state(poll),
        results(poll), full(poll, tally), poll.rev(), tally.hasVotes(), poll.state() == Poll.State.SEALED);
  }

  /** Null unless everyone may see the results. */
  static Wire.Tally attendeeTally(Poll poll, Tally tally) {
    return poll.results() == Results.EVERYONE ? full(poll, tally) : null;
  }

  /** Without counts while results are hidden: the stage still says how many have voted, and not how many of them abstained. */
  static Wire.Tally stageTally(Poll poll, Tally tally) {
    if (poll.results() != Results.HIDDEN) return full(poll, tally);
    return new Wire.Tally(tally.round(), tally.version(), null, tally.voted() + tally.abstained(), 0, tally.late());
  }

  static Wire.Tally full(Poll poll, Tally tally) {
    List<Long> counts = poll.question().options().stream().map(o -> tally.count(o.id())).toList();
    return new Wire.Tally(tally.round(), tally.version(), counts, tally.voted(), tally.abstained(), tally.late());
  }

  private static Wire.Poll view(Poll poll, Wire.Tally tally) {
    Question q = poll.question();
    return new Wire.Poll(poll.id(), poll.round(), q.text(), options(q), q.maxChoices(), q.abstain(), shown(poll),
        results(poll), tally);
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

  /** What voters are told of a finalised poll must be true: it is one to them when who voted what is gone. */
  private static PollState shown(Poll poll) {
    return poll.state() == Poll.State.FINAL ? PollState.LOCKED : state(poll);
  }

  private static io.plenary.protocol.Results results(Poll poll) {
    return io.plenary.protocol.Results.valueOf(poll.results().name());
  }
}
