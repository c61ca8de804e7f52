package io.plenary.voting;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts of one round of an activity, as they may be shown: counts, voted and abstained are of the
 * step that was published last, all of one moment, so that no two tallies differ by one person's
 * choice.
 *
 * @param version rises with every batch of votes, every step and every reset, never falls within an
 *     epoch; 0 is older than any that was counted
 * @param counts by counter, as the kind names them; one that is absent is 0
 * @param voted people whose published vote does not abstain: the base of percentages
 * @param abstained people whose published vote abstains
 * @param late people whose latest vote came too late
 * @param answers people whose vote is counted now, published or not
 * @param complete whether the last step was made: the activity is closed, nothing on its way can
 *     count any more, and what is not published now never is
 * @param connected people who were connected at any moment while the activity was open, in all its
 *     openings, and whoever voted: the base of turnout
 * @param rulings what moderators decided, of the same moment; counts of joined families stand under
 *     the one they are joined into
 */
public record Tally(
    long round,
    long version,
    Map<String, Long> counts,
    long voted,
    long abstained,
    long late,
    long answers,
    boolean complete,
    long connected,
    Rulings rulings) {
  public Tally {
    connected = Math.max(connected, answers);
    Map<String, Long> some = new HashMap<>(counts);
    some.values().removeIf(n -> n == 0); // the last ballot that added to one may have been changed
    counts = Map.copyOf(some);
  }

  /** One of which nobody has moderated anything. */
  public Tally(
      long round,
      long version,
      Map<String, Long> counts,
      long voted,
      long abstained,
      long late,
      long answers,
      boolean complete,
      long connected) {
    this(
        round, version, counts, voted, abstained, late, answers, complete, connected, Rulings.NONE);
  }

  /** One of which only those are known who have voted. */
  public Tally(
      long round,
      long version,
      Map<String, Long> counts,
      long voted,
      long abstained,
      long late,
      long answers,
      boolean complete) {
    this(round, version, counts, voted, abstained, late, answers, complete, answers);
  }

  /** Of an open activity of which everything is published. */
  public Tally(
      long round, long version, Map<String, Long> counts, long voted, long abstained, long late) {
    this(round, version, counts, voted, abstained, late, voted + abstained, false);
  }

  public static Tally none(long round) {
    return new Tally(round, 0, Map.of(), 0, 0, 0);
  }

  /** The same numbers, older than any that are counted. */
  public Tally outdated() {
    return new Tally(
        round, 0, counts, voted, abstained, late, answers, complete, connected, rulings);
  }

  /** The same but for these counts. */
  public Tally of(Map<String, Long> others) {
    return new Tally(
        round, version, others, voted, abstained, late, answers, complete, connected, rulings);
  }

  /** The same numbers with these decisions. */
  public Tally under(Rulings decided) {
    return new Tally(
        round, version, counts, voted, abstained, late, answers, complete, connected, decided);
  }

  public long count(String counter) {
    return counts.getOrDefault(counter, 0L);
  }

  public boolean hasVotes() {
    return answers > 0;
  }

  /** Whether a result is there to be shown: that of the first so many, or of all. */
  public boolean published() {
    return voted + abstained > 0;
  }

  /** Whether it is the result of everybody who answered. */
  public boolean whole() {
    return voted + abstained == answers;
  }
}
