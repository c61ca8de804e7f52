package io.plenary.kinds.qa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question from the room, and where it stands. Who asked and who upvoted it is elsewhere.
 * Immutable.
 *
 * @param id made by the server; attendees never see it
 * @param rev rises with every change of it, and with every change of what is merged into it
 * @param n number given when it was first published, 1, 2, 3, …; 0 before
 * @param text empty once it was withdrawn or erased
 * @param original as its asker wrote it, when a moderator has corrected it since; else null
 * @param name as its asker wants it shown; null asks anonymously
 * @param before where it returns to from MERGED and ARCHIVED; else null
 * @param into id of the question it was merged into, while MERGED; else null
 * @param declined why, while DECLINED or archived from there; else null
 * @param answer while ANSWERED or archived from there; else null
 * @param burst while it is set aside with a burst of newcomers, the minute that began in; else null
 */
public record Question(
    String id,
    long rev,
    int n,
    String text,
    @Nullable String original,
    @Nullable String name,
    Times times,
    QuestionState state,
    @Nullable QuestionState before,
    @Nullable String into,
    @Nullable Declined declined,
    List<String> labels,
    @Nullable Answer answer,
    @Nullable Long burst) {

  /** Minutes since 1970-01-01T00:00Z; 0 when it has not happened, or was taken back. */
  public record Times(long asked, long published, long answered) {}

  /**
   * @param note what the asker is told beside the reason; null when nothing
   */
  public record Declined(DeclineReason reason, @Nullable String note) {}

  /**
   * @param text null when it was answered aloud
   */
  public record Answer(@Nullable String text) {}

  public Question {
    labels = List.copyOf(labels);
  }

  /** In the words of its asker. */
  public Question(
      String id,
      long rev,
      int n,
      String text,
      @Nullable String name,
      Times times,
      QuestionState state,
      @Nullable QuestionState before,
      @Nullable String into,
      @Nullable Declined declined,
      List<String> labels,
      @Nullable Answer answer) {
    this(id, rev, n, text, null, name, times, state, before, into, declined, labels, answer, null);
  }

  /** As it comes from its asker, before moderators have seen it. */
  public static Question asked(String id, String text, @Nullable String name, long minute) {
    return new Question(
        id,
        1,
        0,
        text,
        name,
        new Times(minute, 0, 0),
        QuestionState.WAITING,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** Whether the room may see it: it stands where it may, and it was not erased. */
  public boolean isPublic() {
    return state.isPublic() && !erased();
  }

  public boolean upvotable() {
    return state.upvotable() && !erased();
  }

  /** Whether its words are a moderator's. */
  public boolean corrected() {
    return original != null;
  }

  public boolean erased() {
    return text.isEmpty();
  }

  /** The next revision, to be changed. */
  Edit edit() {
    return new Edit(this);
  }
}
