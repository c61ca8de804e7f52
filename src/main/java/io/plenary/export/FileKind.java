package io.plenary.export;

/**
 * A kind of activity as files know it.
 *
 * @param kind its word, on the wire and in files
 * @param member of results.json that lists its results
 */
public record FileKind(String kind, String member, FileActivity.Reader reader) {
  public static final FileKind POLL = new FileKind("poll", PollResults.MEMBER, FilePoll::read);
  public static final FileKind QUESTIONS = new FileKind("qa", QuestionResults.MEMBER, FileQuestions::read);
  public static final FileKind REACTIONS = new FileKind("reactions", ReactionResults.MEMBER, FileReactions::read);
}
