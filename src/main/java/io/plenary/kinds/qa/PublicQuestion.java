package io.plenary.kinds.qa;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as the room may see it. The only way from a {@link Question} to people who do not
 * moderate.
 *
 * @param minute when it was asked, in minutes since 1970-01-01T00:00Z
 * @param corrected whether a moderator corrected its spelling
 * @param name null when it was asked anonymously
 * @param up people, each counted once for it and all that was merged into it
 * @param answer null when it was not answered in writing
 * @param also numbers of questions that were public and are merged into it now, ascending
 * @param language "en", "cy" or "ar", where it is known; else null
 */
public record PublicQuestion(
    int n,
    String text,
    boolean corrected,
    @Nullable String name,
    long minute,
    int up,
    QuestionState state,
    List<String> labels,
    @Nullable String answer,
    List<Integer> also,
    @Nullable String language,
    boolean rightToLeft) {
  /** Most upvotes first, then the lower number: a fixed order without ties. */
  public static final Comparator<PublicQuestion> POPULAR =
      Comparator.comparingInt(PublicQuestion::up).reversed().thenComparingInt(PublicQuestion::n);

  public static final Comparator<PublicQuestion> RECENT =
      Comparator.comparingInt(PublicQuestion::n).reversed();

  public PublicQuestion {
    labels = List.copyOf(labels);
    also = List.copyOf(also);
  }

  /** Null when the room may not see it. */
  public static @Nullable PublicQuestion of(Question q, int up, Questions all) {
    if (!q.isPublic() || q.n() == 0) return null;
    List<Integer> also =
        Groups.tree(all, q).stream().skip(1).map(Question::n).filter(n -> n > 0).sorted().toList();
    return new PublicQuestion(
        q.n(),
        q.text(),
        q.corrected(),
        q.name(),
        q.times().asked(),
        up,
        q.state(),
        q.labels(),
        q.answer() == null ? null : q.answer().text(),
        also,
        Language.of(q.text()),
        Language.rightToLeft(q.text()));
  }

  /** The same question with other upvotes. */
  public PublicQuestion with(int votes) {
    return new PublicQuestion(
        n,
        text,
        corrected,
        name,
        minute,
        votes,
        state,
        labels,
        answer,
        also,
        language,
        rightToLeft);
  }
}
