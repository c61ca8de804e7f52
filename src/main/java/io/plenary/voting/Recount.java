package io.plenary.voting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ballots are the truth; this is what they say. Not to be shown: {@link #shown} is.
 *
 * @param tally what the store had counted
 * @param ballots the word of every counted ballot, in an order that says nothing
 * @param receipts hash of every voter's receipt, sorted, once the activity is anonymised; null
 *     before
 * @param shown what of it is published
 */
public record Recount(
    Tally tally, List<String> ballots, @Nullable List<String> receipts, Tally shown) {
  public Recount {
    ballots = List.copyOf(ballots);
    receipts = receipts == null ? null : List.copyOf(receipts);
  }

  /** Of an activity that is not anonymised, everything of it published. */
  public Recount(Tally tally, List<String> ballots) {
    this(tally, ballots, null, tally);
  }

  /** The tally the ballots make, with version, late ones and rulings of the stored one. */
  public Tally recounted(BallotPaper<?, ?> paper) {
    return count(paper, tally, ballots);
  }

  public boolean agrees(BallotPaper<?, ?> paper) {
    return recounted(paper).equals(tally)
        && (!shown.complete() || !shown.published() || same(shown, tally));
  }

  private static boolean same(Tally a, Tally b) {
    return a.counts().equals(b.counts())
        && a.voted() == b.voted()
        && a.abstained() == b.abstained();
  }

  /**
   * What ballots make, with the round, the version, the late ones and the rulings of {@code like}.
   */
  public static Tally count(BallotPaper<?, ?> paper, Tally like, Collection<String> ballots) {
    Map<String, Long> counts = new HashMap<>();
    Map<String, String> joined = like.rulings().joined();
    Map<String, Long> many = new HashMap<>(); // far fewer than people, where these are very many
    ballots.forEach(ballot -> many.merge(ballot, 1L, Long::sum));
    Long none = many.remove(BallotType.ABSTAINED);
    long abstained = none == null ? 0 : none;
    many.forEach(
        (ballot, n) -> {
          Map<String, Long> one = new HashMap<>();
          paper.count(ballot, joined, one);
          one.forEach((counter, by) -> counts.merge(counter, by * n, Long::sum));
        });
    long voted = ballots.size() - abstained;
    return new Tally(like.round(), like.version(), counts, voted, abstained, like.late())
        .under(like.rulings());
  }
}
