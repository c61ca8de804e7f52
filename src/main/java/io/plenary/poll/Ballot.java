package io.plenary.poll;

/**
 * A vote on its way to the store. It names a voter only by the key this poll knows them under, and no time but how long it
 * was held.
 *
 * @param voter HMAC of the participant under the poll's key
 * @param vote id the phone made for this vote; the same again is the same vote
 * @param seq the highest of a voter counts
 * @param heldMs how long the phone held the vote before it arrived here, in milliseconds
 */
public record Ballot(String voter, String vote, long seq, long round, Choice choice, long heldMs) {}
