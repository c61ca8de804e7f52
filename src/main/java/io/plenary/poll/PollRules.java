package io.plenary.poll;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.room.Activity;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.PutActivity;
import io.plenary.room.EventState;
import io.plenary.room.RoomRules;

/**
 * What organisers can do with a poll. Every rule takes the revision the organiser saw: when the poll has changed since,
 * the rule refuses with {@link Reason#CONFLICT}, unless what was asked for is already so.
 */
public final class PollRules {
  private PollRules() {}

  /** @throws Refused {@link Reason#UNKNOWN_POLL} */
  public static Poll poll(EventState state, String id) {
    Activity found = state.activities().get(id);
    if (found instanceof Poll) return (Poll) found;
    throw new Refused(Reason.UNKNOWN_POLL, "There is no such poll. It may have been deleted.");
  }

  /** Sent again under the same id it makes no second poll. */
  public static Change create(EventState state, String room, String id, Draft draft, String after) {
    if (state.activities().get(id) instanceof Poll made) {
      if (made.question().equals(draft.check())) return Change.none();
      throw moved();
    }
    return RoomRules.add(state, room, new Poll(id, 1, 1, draft.check(), Poll.State.DRAFT, draft.results()), after);
  }

  /** The same. */
  public static Change duplicate(EventState state, String pollId, String id) {
    if (state.activities().get(id) instanceof Poll) return Change.none();
    Poll poll = poll(state, pollId);
    return RoomRules.add(state, state.roomOf(pollId).id(), poll.fresh(id), pollId);
  }

  /** Opens, or reopens: votes given before stay. */
  public static Change open(EventState state, String pollId, long rev) {
    Poll poll = notFinal(poll(state, pollId), "opened");
    if (poll.open()) return Change.none();
    return RoomRules.open(state, seen(poll, rev).with(Poll.State.OPEN));
  }

  public static Change lock(EventState state, String pollId, long rev) {
    Poll poll = poll(state, pollId);
    if (poll.closed()) return Change.none();
    if (!poll.open()) throw new Refused(Reason.WRONG_STATE, "This poll is not open, so it cannot be locked.");
    return keep(seen(poll, rev).lock());
  }

  public static Change show(EventState state, String pollId, long rev, Poll.Results results) {
    Poll poll = poll(state, pollId);
    return poll.results() == results ? Change.none() : keep(seen(poll, rev).with(results));
  }

  /**
   * Ends a poll for good; one that is open is locked by it. Votes stay counted, and who cast them is destroyed once the grace
   * for votes on their way is over.
   */
  public static Change finalise(EventState state, String pollId, long rev) {
    Poll poll = poll(state, pollId);
    if (poll.isFinal()) return Change.none();
    if (poll.state() == Poll.State.DRAFT) {
      throw new Refused(Reason.WRONG_STATE, "This poll was not opened yet, so there is nothing to finalise.");
    }
    return keep(seen(poll, rev).with(Poll.State.FINAL));
  }

  /** Notes that a final poll's key, single ballots and their history are gone. */
  public static Change seal(EventState state, String pollId) {
    Poll poll = poll(state, pollId);
    return poll.state() == Poll.State.FINAL ? keep(poll.with(Poll.State.SEALED)) : Change.none();
  }

  /** Deletes every vote and starts a new round as a draft. */
  public static Change reset(EventState state, String pollId, long rev) {
    Poll poll = seen(notFinal(poll(state, pollId), "reset"), rev);
    Poll next = new Poll(poll.id(), poll.rev() + 1, poll.round() + 1, poll.question(), Poll.State.DRAFT, poll.results());
    return Change.of(new PutActivity(next, Answers.DELETE));
  }

  /**
   * Changes a poll. A changed question starts a new round and is committed only while there is no vote
   * ({@link Answers#MUST_BE_NONE}); who sees the results may change at any time.
   */
  public static Change edit(EventState state, String pollId, long rev, Draft draft) {
    Poll poll = poll(state, pollId);
    Question question = draft.check();
    if (question.equals(poll.question())) return show(state, pollId, rev, draft.results());
    seen(notFinal(poll, "changed"), rev);
    Poll next = new Poll(poll.id(), poll.rev() + 1, poll.round() + 1, question, poll.state(), draft.results());
    return Change.unanswered(next, Reason.HAS_VOTES,
        "Votes are in, so question and options can no longer be changed. Reset the poll or duplicate it.");
  }

  public static Change delete(EventState state, String pollId, long rev) {
    return RoomRules.drop(state, seen(poll(state, pollId), rev));
  }

  private static Change keep(Poll next) {
    return Change.of(new PutActivity(next, Answers.KEEP));
  }

  private static Poll notFinal(Poll poll, String what) {
    if (!poll.isFinal()) return poll;
    throw new Refused(Reason.WRONG_STATE, "This poll is finalised, so it cannot be " + what + " any more. Duplicate it to ask again.");
  }

  private static Poll seen(Poll poll, long rev) {
    if (poll.rev() == rev) return poll;
    throw moved();
  }

  private static Refused moved() {
    return new Refused(Reason.CONFLICT,
        "Somebody else changed this just now. Look at the newest state and do it again if you still want to.");
  }
}
