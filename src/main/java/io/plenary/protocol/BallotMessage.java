package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.words.AnswerList;
import io.plenary.words.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Asks for answers in people's own words, answered with {@code answers}. {@code search}: part of
   * what they are called; null for all.
   */
  record GetAnswers(
      long ref,
      String activity,
      AnswerList list,
      @JsonInclude(Include.NON_NULL) @Nullable String search)
      implements BallotMessage, ClientMessage.Command {}

  /** Decides about answers in people's own words, all or none. */
  record ModerateAnswers(long ref, String activity, long round, List<Decision> answers)
      implements BallotMessage, ClientMessage.Command {
    public ModerateAnswers {
      answers = List.copyOf(answers);
    }

    /**
     * All that is decided of one answer from now on. {@code rev}: of the decision it was made on, 0
     * for none. {@code into}: the answer it is counted as, {@code called}: what it is called; null
     * for itself, and for the form that most people used.
     */
    public record Decision(
        String answer,
        long rev,
        Standing standing,
        @JsonInclude(Include.NON_NULL) @Nullable String into,
        @JsonInclude(Include.NON_NULL) @Nullable String called) {}
  }
}
