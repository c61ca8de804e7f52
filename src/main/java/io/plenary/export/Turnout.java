package io.plenary.export;

/**
 * Where everybody who could have voted ended up. It has to reconcile: connected = voted + abstained
 * + notShown + notVoted.
 *
 * @param connected people who were connected at any moment while the poll was open, and whoever
 *     voted: the base of turnout
 * @param voted people whose published vote chooses something: the base of percentages
 * @param notShown people whose counted vote is not in the result: not yet while a poll is open,
 *     never when too few answered
 * @param rejected people whose latest vote came too late; they stand in one of the others too
 */
public record Turnout(
    long connected, long voted, long abstained, long notShown, long notVoted, long rejected) {
  /**
   * @throws IllegalArgumentException if it does not reconcile
   */
  public Turnout {
    if (voted < 0
        || abstained < 0
        || notShown < 0
        || notVoted < 0
        || rejected < 0
        || connected != voted + abstained + notShown + notVoted) {
      throw new IllegalArgumentException(
          "connected "
              + connected
              + " is not voted "
              + voted
              + " + abstained "
              + abstained
              + " + not shown "
              + notShown
              + " + not voted "
              + notVoted
              + " (rejected "
              + rejected
              + ")");
    }
  }

  /**
   * Everybody who was connected and has no counted vote has not voted. Who voted was there, even if
   * nobody noted it.
   */
  public static Turnout of(long noted, long voted, long abstained, long notShown, long rejected) {
    long connected = Math.max(noted, voted + abstained + notShown);
    return new Turnout(
        connected, voted, abstained, notShown, connected - voted - abstained - notShown, rejected);
  }

  /** Of a result of everybody who answered. */
  public static Turnout of(long noted, long voted, long abstained, long rejected) {
    return of(noted, voted, abstained, 0, rejected);
  }

  /** People whose vote is counted. */
  public long answered() {
    return voted + abstained + notShown;
  }

  /** Whether there is no result although people answered. */
  public boolean withheld() {
    return notShown > 0 && voted + abstained == 0;
  }
}
