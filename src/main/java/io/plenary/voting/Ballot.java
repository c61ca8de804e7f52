package io.plenary.voting;

/**
 * A vote on its way to the store. It names a voter only by the key this activity knows them under,
 * and no time but how long it was held.
 *
 * @param voter HMAC of the participant under the activity's key
 * @param vote id the phone made for this vote; the same again is the same vote
 * @param seq the highest of a voter counts
 * @param ballot the word that {@link BallotPaper} writes
 * @param heldMs how long the vote was held on its way, by the phone and by this server, in
 *     milliseconds
 */
public record Ballot(String voter, String vote, long seq, long round, String ballot, long heldMs) {
  /** The same, held for so many milliseconds more. */
  public Ballot heldFor(long ms) {
    return ms == 0 ? this : new Ballot(voter, vote, seq, round, ballot, heldMs + ms);
  }
}
