package io.plenary.simulation;

import io.plenary.protocol.PollMessage.CastVote;
import java.util.List;

/**
 * A vote a phone made, unchanged however often it is sent.
 *
 * @param id random, 16 to 32 symbols
 * @param seq from 1, one more than the phone's last for this poll and round
 * @param pressedAt when Vote was pressed, ms of the phone's own clock
 */
public record Vote(
    String poll,
    long round,
    String id,
    long seq,
    List<String> choice,
    boolean abstain,
    long pressedAt) {
  public Vote {
    choice = List.copyOf(choice);
  }

  /**
   * @param now ms of the phone's own clock
   */
  CastVote message(long ref, long now) {
    return new CastVote(ref, poll, round, id, seq, choice, abstain, Math.max(0, now - pressedAt));
  }
}
