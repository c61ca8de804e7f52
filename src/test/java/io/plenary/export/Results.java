package io.plenary.export;

import io.plenary.export.PollResults.OptionResult;
import io.plenary.protocol.PollState;
import java.util.List;

/** Results to write in tests. */
final class Results {
  private Results() {}

  /** Three chose: a, a and b, a and b; one abstained; two did not vote. */
  static PollResults multiple() {
    return new PollResults(
        "p1",
        "Main hall",
        "What helps?",
        2,
        PollState.LOCKED,
        1,
        Turnout.of(6, 3, 1, 1),
        List.of(new OptionResult("a", "Job share", 3), new OptionResult("b", "Part-time", 2)),
        "Prefer not to say",
        List.of(List.of("b", "a"), List.of("a"), List.of(), List.of("a", "b")),
        null,
        true);
  }

  /** The same, finalised. */
  static PollResults sealed() {
    PollResults p = multiple();
    return new PollResults(
        "p4",
        p.room(),
        p.question(),
        p.maxChoices(),
        PollState.FINAL,
        p.round(),
        p.turnout(),
        p.options(),
        p.abstainLabel(),
        p.ballots(),
        List.of("d".repeat(64), "0a".repeat(32), "7".repeat(64), "b1".repeat(32)),
        true);
  }

  /** Open, and nobody has voted. */
  static PollResults empty() {
    return new PollResults(
        "p2",
        "Main hall",
        "Ready?",
        1,
        PollState.OPEN,
        2,
        Turnout.of(6, 0, 0, 0),
        List.of(new OptionResult("a", "Yes", 0), new OptionResult("b", "No", 0)),
        null,
        null,
        null,
        true);
  }

  static EventResults event(PollResults... polls) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(polls));
  }

  static PollResults asking(String question, String option) {
    return new PollResults(
        "p3",
        "Main hall",
        question,
        1,
        PollState.OPEN,
        1,
        Turnout.of(0, 0, 0, 0),
        List.of(new OptionResult("a", option, 0)),
        null,
        null,
        null,
        true);
  }
}
