package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.PollState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Results of one poll in its present round.
 *
 * @param room name of the room
 * @param abstainLabel label of the way to abstain, null if there was none
 * @param ballots chosen option ids of every counted vote, empty for an abstention; null until the
 *     result is complete, and when too few answered to show it. Sorted here, so that their order
 *     says nothing.
 * @param receipts hash of every voter's receipt, 64 hex digits, once nobody can find out any more
 *     who voted what; else null. Sorted here, so that their order says nothing.
 * @param recountAgrees whether counting the ballots again gave what the store had counted
 * @param complete whether the poll is closed and no vote on its way can count any more
 */
public record PollResults(
    String id,
    String room,
    String question,
    int maxChoices,
    PollState state,
    long round,
    Turnout turnout,
    List<OptionResult> options,
    @Nullable String abstainLabel,
    @Nullable List<List<String>> ballots,
    @Nullable List<String> receipts,
    boolean recountAgrees,
    boolean complete)
    implements ActivityResults {
  static final String MEMBER = "polls";

  /** {@code count}: people whose counted vote chooses this option. */
  public record OptionResult(String id, String text, long count) {}

  /**
   * @throws IllegalArgumentException if a recount is said to agree and the ballots say otherwise
   */
  public PollResults {
    options = List.copyOf(options);
    ballots = ballots == null ? null : sorted(ballots);
    receipts = receipts == null ? null : receipts.stream().sorted().toList();
    if (ballots != null && recountAgrees && !agree(ballots, options, turnout)) {
      throw new IllegalArgumentException("the ballots of poll " + id + " do not give its counts");
    }
  }

  /** Complete unless it is open. */
  public PollResults(
      String id,
      String room,
      String question,
      int maxChoices,
      PollState state,
      long round,
      Turnout turnout,
      List<OptionResult> options,
      String abstainLabel,
      List<List<String>> ballots,
      List<String> receipts,
      boolean recountAgrees) {
    this(
        id,
        room,
        question,
        maxChoices,
        state,
        round,
        turnout,
        options,
        abstainLabel,
        ballots,
        receipts,
        recountAgrees,
        state != PollState.OPEN);
  }

  /** What a file says of a count: null when people answered, and too few to show what. */
  @Nullable Long shown(long count) {
    return turnout.withheld() ? null : (Long) count;
  }

  /**
   * What is to be said of a result that is not that of everybody who answered, or not the last;
   * null when there is nothing to say.
   */
  public @Nullable String note() {
    if (turnout.withheld()) {
      return complete
          ? "Fewer than five people answered, so the result is not shown."
          : "Results appear from the fifth answer.";
    }
    if (complete) return null;
    if (turnout.answered() == 0) return "Nobody has voted yet.";
    return "Result of the first "
        + (turnout.voted() + turnout.abstained())
        + " answers; "
        + turnout.answered()
        + " have voted.";
  }

  @Override
  public String member() {
    return MEMBER;
  }

  @Override
  public void write(ObjectNode into) {
    PollJson.write(this, into);
  }

  public String kind() {
    return maxChoices == 1 ? "single" : "multiple";
  }

  private static List<List<String>> sorted(List<List<String>> ballots) {
    List<List<String>> all = new ArrayList<>();
    ballots.forEach(
        ballot -> all.add(ballot.stream().sorted().collect(Collectors.toUnmodifiableList())));
    all.sort(Comparator.comparing((List<String> ballot) -> String.join(",", ballot)));
    return List.copyOf(all);
  }

  private static boolean agree(
      List<List<String>> ballots, List<OptionResult> options, Turnout turnout) {
    long abstained = ballots.stream().filter(List::isEmpty).count();
    return abstained == turnout.abstained()
        && ballots.size() - abstained == turnout.voted()
        && options.stream()
            .allMatch(o -> ballots.stream().filter(b -> b.contains(o.id())).count() == o.count());
  }
}
