package io.plenary.voting.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.VoteCounted;
import io.plenary.protocol.ServerMessage.VoteRefused;
import io.plenary.protocol.Wire;
import io.plenary.voting.Answer;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.VoteRules;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Standing;
import io.vertx.core.Future;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a vote through this node: judged on what is in memory, batched to the store, answered
 * only after the store's reply. Lives on one event loop.
 */
public final class Votes {
  /** Told which poll's votes moved, and whether a step of its results was published with them. */
  public interface Counted {
    void moved(ChangeNotification poll, boolean step);
  }

  /**
   * A vote that may be sent to the store.
   *
   * @param ballot the word of what was answered
   */
  private record Judged(Key key, BallotPaper<?, ?> paper, String ballot) {}

  private final EventCache board;
  private final VoteBatcher batcher;
  private final Voters voters;
  private final Counted counted;

  /**
   * @param counted callable from this loop
   */
  public Votes(EventCache board, VoteBatcher batcher, Voters voters, Counted counted) {
    this.board = board;
    this.batcher = batcher;
    this.voters = voters;
    this.counted = counted;
  }

  /**
   * Answers with {@code voteCounted}, {@code voteRefused} (final) or {@code error} (send it again).
   */
  public Future<ServerMessage> cast(String eventId, String participant, CastVote vote) {
    try {
      // Nearly every vote goes this way: no step of it waits before the batch.
      Judged judged = judged(board.peek(eventId), vote);
      return send(eventId, participant, vote, judged).otherwise(e -> refusal(vote, e));
    } catch (RuleViolation e) {
      if (e.reason() == Reason.BAD_ANSWER) return Future.succeededFuture(refusal(vote, e));
    } catch (RuntimeException e) {
      return Future.succeededFuture(refusal(vote, e));
    }
    // Another node may have opened the poll a moment ago: refuse for good only on what the
    // store says.
    return board
        .recheck(eventId)
        .map(fresh -> judged(fresh, vote))
        .compose(judged -> send(eventId, participant, vote, judged))
        .otherwise(e -> refusal(vote, e));
  }

  /**
   * @throws RuleViolation for a vote that must not be counted
   */
  private static Judged judged(@Nullable LoadedEvent loaded, CastVote vote) {
    if (loaded == null) {
      throw new RuleViolation(Reason.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message());
    }
    BallotActivity poll = VoteRules.ballot(loaded.state(), vote.activity());
    Answer answer = new Answer(vote.answer(), vote.abstain());
    String ballot = VoteRules.judge(poll, vote.round(), answer);
    Key key = loaded.answerKeys().get(poll.id());
    if (key == null) throw new RuleViolation(Reason.FINALISED, ErrorCode.FINALISED.message());
    return new Judged(key, poll.paper(), ballot);
  }

  private Future<ServerMessage> send(
      String eventId, String participant, CastVote vote, Judged judged) {
    String voter = voters.voterKey(judged.key, participant);
    Ballot ballot =
        new Ballot(voter, vote.vote(), vote.seq(), vote.round(), judged.ballot, vote.heldMs());
    return batcher
        .cast(eventId, vote.activity(), ballot)
        .map(
            cast -> {
              counted.moved(new ChangeNotification(eventId, vote.activity()), cast.step());
              return answer(vote, cast, judged, voter);
            });
  }

  private ServerMessage answer(CastVote vote, Cast cast, Judged judged, String voter) {
    return switch (cast.outcome()) {
      case COUNTED, REPEATED ->
          new VoteCounted(
              vote.ref(),
              vote.activity(),
              vote.round(),
              vote.vote(),
              vote.seq(),
              voters.receipt(judged.key, vote.round(), voter));
      case SUPERSEDED -> {
        Standing stands = Objects.requireNonNull(cast.standing(), "SUPERSEDED says by what");
        Answer counted = judged.paper.answer(stands.ballot());
        yield VoteRefused.of(
            vote,
            ErrorCode.SUPERSEDED,
            new Wire.CountedVote(
                stands.seq(),
                counted.entries(),
                counted.abstain(),
                voters.receipt(judged.key, vote.round(), voter)));
      }
      case LATE -> VoteRefused.of(vote, ErrorCode.TOO_LATE, null);
      case NOT_OPEN -> VoteRefused.of(vote, ErrorCode.NOT_OPEN, null);
      case FINALISED -> VoteRefused.of(vote, ErrorCode.FINALISED, null);
      case ACTIVITY_CHANGED -> VoteRefused.of(vote, ErrorCode.ACTIVITY_CHANGED, null);
      case GONE -> VoteRefused.of(vote, ErrorCode.UNKNOWN_ACTIVITY, null);
    };
  }

  private static ServerMessage refusal(CastVote vote, Throwable e) {
    if (!(e instanceof RuleViolation refused)) return Refusals.error(vote.ref(), e);
    return new VoteRefused(
        vote.ref(),
        vote.activity(),
        vote.round(),
        vote.vote(),
        vote.seq(),
        Refusals.code(refused.reason()),
        refused.getMessage(),
        null);
  }
}
