package io.plenary.kinds.choice;

import io.plenary.voting.BallotState;
import io.plenary.voting.Rehearsal;
import java.util.List;

/** A poll that a server plays to itself: every vote is for another option than the one before. */
public final class PollRehearsal {
  private PollRehearsal() {}

  public static Rehearsal of(String id) {
    List<Option> options =
        List.of(
            new Option("a", "One", false),
            new Option("b", "Two", false),
            new Option("c", "Three", false));
    return new Rehearsal(
        new Poll(
            new BallotState(id, 1, 1, Poll.State.OPEN, Poll.Results.EVERYONE),
            new Question("Does it work?", options, 1, null)),
        List.of(List.of("a"), List.of("c"), List.of("b")));
  }
}
