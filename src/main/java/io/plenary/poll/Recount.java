package io.plenary.poll;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ballots are the truth; this is what they say.
 *
 * @param tally what the store had counted
 * @param ballots every counted choice, in an order that says nothing
 * @param receipts hash of every voter's receipt, sorted, once the poll is sealed; null before
 */
public record Recount(Tally tally, List<Choice> ballots, List<String> receipts) {
  public Recount {
    ballots = List.copyOf(ballots);
    receipts = receipts == null ? null : List.copyOf(receipts);
  }

  /** Of a poll that is not sealed. */
  public Recount(Tally tally, List<Choice> ballots) {
    this(tally, ballots, null);
  }

  /** The tally the ballots make, with the version and the late ones of the stored one. */
  public Tally recounted() {
    return count(tally, ballots);
  }

  public boolean agrees() {
    return recounted().equals(tally);
  }

  static Tally count(Tally like, Collection<Choice> ballots) {
    Map<String, Long> counts = new HashMap<>();
    long abstained = 0;
    for (Choice choice : ballots) {
      if (choice.abstain()) abstained++;
      choice.options().forEach(o -> counts.merge(o, 1L, Long::sum));
    }
    return new Tally(like.round(), like.version(), counts, ballots.size() - abstained, abstained, like.late());
  }
}
