package io.plenary.export;

/**
 * A kind of activity as files know it.
 *
 * @param kind its word, on the wire and in files
 * @param member of results.json that lists its results
 * @param place where in a room it may be
 */
public record FileKind(String kind, String member, Place place, FileActivity.Reader reader) {
  public static final FileKind POLL =
      new FileKind("poll", PollResults.MEMBER, Place.RUN_ORDER, FilePoll::read);
  public static final FileKind QUESTIONS =
      new FileKind("qa", QuestionResults.MEMBER, Place.STANDING, FileQuestions::read);
  public static final FileKind REACTIONS =
      new FileKind("reactions", ReactionResults.MEMBER, Place.STANDING, FileReactions::read);

  /** What has its place in the run order, what stands beside it, and what may do either. */
  public enum Place {
    RUN_ORDER,
    STANDING,
    BOTH;

    boolean ordered() {
      return this != STANDING;
    }

    boolean stands() {
      return this != RUN_ORDER;
    }
  }
}
