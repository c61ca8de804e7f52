package io.plenary.export;

/**
 * Where everybody who joined ended up. It has to reconcile: joined = voted + abstained + notVoted.
 *
 * @param voted people whose counted vote chooses something: the base of percentages
 * @param rejected people whose latest vote came too late; they stand in one of the others too
 */
public record Turnout(long joined, long voted, long abstained, long notVoted, long rejected) {
  /** @throws IllegalArgumentException if it does not reconcile */
  public Turnout {
    if (voted < 0 || abstained < 0 || notVoted < 0 || rejected < 0 || joined != voted + abstained + notVoted) {
      throw new IllegalArgumentException("joined " + joined + " is not voted " + voted + " + abstained " + abstained
          + " + not voted " + notVoted + " (rejected " + rejected + ")");
    }
  }

  /** Everybody who joined and has no counted vote has not voted. Who voted was there, even if nobody noted it. */
  public static Turnout of(long noted, long voted, long abstained, long rejected) {
    long joined = Math.max(noted, voted + abstained);
    return new Turnout(joined, voted, abstained, joined - voted - abstained, rejected);
  }
}
