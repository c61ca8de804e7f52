package io.plenary.poll.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Broker.Hint;
import io.plenary.poll.Ballot;
import io.plenary.poll.Choice;
import io.plenary.poll.Poll;
import io.plenary.poll.PollRules;
import io.plenary.poll.VoteRules;
import io.plenary.poll.service.PollStore.Cast;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.PollMessage.CastVote;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.VoteCounted;
import io.plenary.protocol.ServerMessage.VoteRefused;
import io.plenary.protocol.Wire;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Refusals;
import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * The way of a vote through this node: judged on what is in memory, batched to the store, answered only after the store's
 * reply. Lives on one event loop.
 */
public final class Votes {
  private final Board board;
  private final VoteBatcher batcher;
  private final Voters voters;
  private final Consumer<Hint> counted;

  /** @param counted told which poll's tally moved; callable from this loop */
  public Votes(Board board, VoteBatcher batcher, Voters voters, Consumer<Hint> counted) {
    this.board = board;
    this.batcher = batcher;
    this.voters = voters;
    this.counted = counted;
  }

  /** Answers with {@code voteCounted}, {@code voteRefused} (final) or {@code error} (send it again). */
  public Future<ServerMessage> cast(String eventId, String participant, CastVote vote) {
    Loaded known = board.peek(eventId);
    return judged(known, vote)
        // Another node may have opened the poll a moment ago: refuse for good only on what the store says.
        .recover(e -> settled(e) ? Future.failedFuture(e) : board.recheck(eventId).compose(fresh -> judged(fresh, vote)))
        .compose(key -> send(eventId, participant, vote, key))
        .otherwise(e -> refusal(vote, e));
  }

  private static boolean settled(Throwable e) {
    return e instanceof Refused && ((Refused) e).reason() == Reason.BAD_CHOICE;
  }

  private static Future<Key> judged(Loaded loaded, CastVote vote) {
    if (loaded == null) return Future.failedFuture(new Refused(Reason.UNKNOWN_POLL, ErrorCode.UNKNOWN_POLL.message()));
    try {
      Poll poll = PollRules.poll(loaded.state(), vote.poll());
      VoteRules.judge(poll, vote.round(), choice(vote));
      Key key = loaded.answerKeys().get(poll.id());
      if (key == null) throw new Refused(Reason.FINALISED, ErrorCode.FINALISED.message());
      return Future.succeededFuture(key);
    } catch (Refused e) {
      return Future.failedFuture(e);
    }
  }

  private Future<ServerMessage> send(String eventId, String participant, CastVote vote, Key key) {
    String voter = voters.voterKey(key, participant);
    Ballot ballot = new Ballot(voter, vote.vote(), vote.seq(), vote.round(), choice(vote), vote.heldMs());
    return batcher.cast(eventId, vote.poll(), ballot).map(cast -> {
      counted.accept(new Hint(eventId, vote.poll()));
      return answer(vote, cast, key, voter);
    });
  }

  private ServerMessage answer(CastVote vote, Cast cast, Key key, String voter) {
    switch (cast.outcome()) {
      case COUNTED:
      case REPEATED:
        return new VoteCounted(vote.ref(), vote.poll(), vote.round(), vote.vote(), vote.seq(), voters.receipt(key, vote.round(), voter));
      case SUPERSEDED:
        Choice stands = cast.standing().choice();
        return VoteRefused.of(vote, ErrorCode.SUPERSEDED, new Wire.CountedVote(cast.standing().seq(), stands.options(),
            stands.abstain(), voters.receipt(key, vote.round(), voter)));
      case LATE:
        return VoteRefused.of(vote, ErrorCode.TOO_LATE, null);
      case NOT_OPEN:
        return VoteRefused.of(vote, ErrorCode.NOT_OPEN, null);
      case FINALISED:
        return VoteRefused.of(vote, ErrorCode.FINALISED, null);
      case POLL_CHANGED:
        return VoteRefused.of(vote, ErrorCode.POLL_CHANGED, null);
      default:
        return VoteRefused.of(vote, ErrorCode.UNKNOWN_POLL, null);
    }
  }

  private static ServerMessage refusal(CastVote vote, Throwable e) {
    if (!(e instanceof Refused)) return Refusals.error(vote.ref(), e);
    Refused refused = (Refused) e;
    return new VoteRefused(vote.ref(), vote.poll(), vote.round(), vote.vote(), vote.seq(), Refusals.code(refused.reason()),
        refused.getMessage(), null);
  }

  private static Choice choice(CastVote vote) {
    return new Choice(vote.choice(), vote.abstain());
  }
}
