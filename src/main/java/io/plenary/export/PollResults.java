package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.PollState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Results of one poll in its present round.
 *
 * @param room name of the room
 * @param abstainLabel label of the way to abstain, null if there was none
 * @param ballots chosen option ids of every counted vote, empty for an abstention; null while the poll is open. Sorted here,
 *     so that their order says nothing.
 * @param receipts hash of every voter's receipt, 64 hex digits, once nobody can find out any more who voted what; else null. Sorted
 *     here, so that their order says nothing.
 * @param recountAgrees whether counting the ballots again gave these counts
 */
public record PollResults(String id, String room, String question, int maxChoices, PollState state, long round, Turnout turnout,
    List<OptionResult> options, String abstainLabel, List<List<String>> ballots, List<String> receipts, boolean recountAgrees)
    implements ActivityResults {
  static final String MEMBER = "polls";


  /** {@code count}: people whose counted vote chooses this option. */
  public record OptionResult(String id, String text, long count) {}

  /** @throws IllegalArgumentException if a recount is said to agree and the ballots say otherwise */
  public PollResults {
    options = List.copyOf(options);
    ballots = ballots == null ? null : sorted(ballots);
    receipts = receipts == null ? null : receipts.stream().sorted().toList();
    if (ballots != null && recountAgrees && !agree(ballots, options, turnout)) {
      throw new IllegalArgumentException("the ballots of poll " + id + " do not give its counts");
    }
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
    ballots.forEach(ballot -> all.add(ballot.stream().sorted().collect(Collectors.toUnmodifiableList())));
    all.sort(Comparator.comparing((List<String> ballot) -> String.join(",", ballot)));
    return List.copyOf(all);
  }

  private static boolean agree(List<List<String>> ballots, List<OptionResult> options, Turnout turnout) {
    long abstained = ballots.stream().filter(List::isEmpty).count();
    return abstained == turnout.abstained() && ballots.size() - abstained == turnout.voted()
        && options.stream().allMatch(o -> ballots.stream().filter(b -> b.contains(o.id())).count() == o.count());
  }
}
