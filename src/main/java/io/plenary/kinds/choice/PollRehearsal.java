package io.plenary.kinds.choice;

import io.plenary.voting.BallotState;
import io.plenary.voting.Rehearsal;
import io.plenary.words.Results;
import java.util.List;

/** A poll that a server plays to itself: every vote is for another option than the one before. */
public final class PollRehearsal {
  private PollRehearsal() {}

  public static Rehearsal of(String id) {
    List<PollOption> options =
        List.of(
            new PollOption("a", "One", false),
            new PollOption("b", "Two", false),
            new PollOption("c", "Three", false));
    return new Rehearsal(
        new Poll(
            new BallotState(id, 1, 1, Poll.State.OPEN, Results.EVERYONE),
            new PollQuestion("Does it work?", options, 1, null)),
        List.of(List.of("a"), List.of("c"), List.of("b")));
  }
}
