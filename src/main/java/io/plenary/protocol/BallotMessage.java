package io.plenary.protocol;

import java.util.List;

/** What people answer, one ballot each, whatever the kind of the activity. */
public sealed interface BallotMessage extends ClientMessage {

  /**
   * {@code seq} rises with every new vote of this person in this round. {@code answer}: entries, of
   * which each kind says what they are; none when abstaining. {@code heldMs}: how long ago Vote was
   * pressed.
   */
  record CastVote(
      long ref,
      String activity,
      long round,
      String vote,
      long seq,
      List<String> answer,
      boolean abstain,
      long heldMs)
      implements BallotMessage, ClientMessage.Referenced {
    public CastVote {
      answer = List.copyOf(answer);
    }
  }
}
