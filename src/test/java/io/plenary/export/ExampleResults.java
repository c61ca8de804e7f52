package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.PollOption;
import io.plenary.kinds.choice.PollQuestion;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.voting.BallotState;
import io.plenary.voting.Tally;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results to write in tests. */
public final class ExampleResults {
  private static final String HALL = "Main hall";

  private ExampleResults() {}

  /** Three chose: a, a and b, a and b; one abstained; two did not vote. */
  public static BallotResults<Poll> multiple() {
    return multiple("p1", Poll.State.LOCKED, null);
  }

  /** The same, finalised. */
  static BallotResults<Poll> anonymised() {
    return multiple(
        "p4",
        Poll.State.ANONYMISED,
        List.of("d".repeat(64), "0a".repeat(32), "7".repeat(64), "b1".repeat(32)));
  }

  private static BallotResults<Poll> multiple(
      String id, Poll.State state, @Nullable List<String> receipts) {
    PollQuestion question =
        new PollQuestion(
            "What helps?",
            List.of(
                new PollOption("a", "Job share", false), new PollOption("b", "Part-time", false)),
            2,
            "Prefer not to say");
    return new BallotResults<>(
        new PollFile(),
        HALL,
        new Poll(new BallotState(id, 1, 1, state, Results.HIDDEN), question),
        Turnout.of(6, 3, 1, 1),
        new Tally(1, 1, Map.of("a", 3L, "b", 2L), 3, 1, 1),
        List.of("a,b", "a", "-", "a,b"),
        receipts,
        true,
        true);
  }

  /** Open, and nobody has voted. */
  public static BallotResults<Poll> empty() {
    return open("p2", 2, "Ready?", 6, "Yes", "No");
  }

  public static BallotResults<Poll> asking(String question, String option) {
    return open("p3", 1, question, 0, option, "No");
  }

  /** Single choice, locked, of so many votes for each option; nobody abstained. */
  static BallotResults<Poll> answered(String question, List<String> options, List<Long> votes) {
    List<PollOption> offered = new ArrayList<>();
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < options.size(); i++) {
      String id = String.valueOf((char) ('a' + i));
      offered.add(new PollOption(id, options.get(i), false));
      if (votes.get(i) > 0) counts.put(id, votes.get(i));
    }
    long voted = votes.stream().mapToLong(v -> v).sum();
    return new BallotResults<>(
        new PollFile(),
        HALL,
        new Poll(
            new BallotState("p", 1, 1, Poll.State.LOCKED, Results.HIDDEN),
            new PollQuestion(question, offered, 1, null)),
        Turnout.of(voted + 1, voted, 0, 0),
        new Tally(1, 1, counts, voted, 0, 0),
        null,
        null,
        true,
        true);
  }

  private static BallotResults<Poll> open(
      String id, long round, String question, long connected, String one, String other) {
    return new BallotResults<>(
        new PollFile(),
        HALL,
        new Poll(
            new BallotState(id, 1, round, Poll.State.OPEN, Results.HIDDEN),
            new PollQuestion(
                question,
                List.of(new PollOption("a", one, false), new PollOption("b", other, false)),
                1,
                null)),
        Turnout.of(connected, 0, 0, 0),
        Tally.none(round),
        null,
        null,
        true,
        false);
  }

  /** Two options, single choice, locked: of ballots that are given as words. */
  static BallotResults<Poll> single(
      Tally tally, Turnout turnout, List<String> ballots, boolean agrees) {
    return new BallotResults<>(
        new PollFile(),
        HALL,
        new Poll(
            new BallotState("p", 1, 1, Poll.State.LOCKED, Results.HIDDEN),
            new PollQuestion(
                "Q",
                List.of(new PollOption("a", "Yes", false), new PollOption("b", "No", false)),
                1,
                null)),
        turnout,
        tally,
        ballots,
        null,
        agrees,
        true);
  }

  /** A file that somebody changed, with a new digest. */
  public static byte[] digested(ObjectNode file) {
    return ExportJson.bytes(file);
  }

  public static EventResults event(ActivityResults... results) {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(results));
  }
}
