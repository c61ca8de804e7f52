package io.plenary.simulation;

import io.plenary.protocol.BallotMessage.CastVote;
import java.util.List;

/**
 * A vote a phone made, unchanged however often it is sent.
 *
 * @param id random, 16 to 32 symbols
 * @param seq from 1, one more than the phone's last for this activity and round
 * @param pressedAt when Vote was pressed, ms of the phone's own clock
 */
public record Vote(
    String activity,
    long round,
    String id,
    long seq,
    List<String> answer,
    boolean abstain,
    long pressedAt) {
  public Vote {
    answer = List.copyOf(answer);
  }

  /**
   * @param now ms of the phone's own clock
   */
  CastVote message(long ref, long now) {
    return new CastVote(
        ref, activity, round, id, seq, answer, abstain, Math.max(0, now - pressedAt));
  }
}
