package io.plenary.kinds.rating;

import io.plenary.words.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The points a statement can be given.
 *
 * @param points how many there are: 2 to 10; of agreement 5, of a net promoter 11
 * @param low what the lowest point is called, 1 to 40 characters; null where the type says it
 * @param high the same of the highest
 */
public record RatingScale(Type type, int points, @Nullable String low, @Nullable String high) {
  public static final int FEWEST = 2;
  public static final int MOST = 10;

  /** As {@code points} of {@link Type#PROMOTER}: the most there are of any scale. */
  public static final int PROMOTER_POINTS = 11;

  /** Likert's five. */
  private static final List<String> AGREEMENT =
      List.of(
          "Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree");

  /** What sort of points they are. */
  public enum Type implements Word {
    /** 1 to so many, with named ends. */
    POINTS,
    /** Five labels from strong disagreement, 1, to strong agreement, 5. */
    AGREEMENT,
    /**
     * 0 to 10, how likely somebody is to recommend it (Reichheld, Harvard Business Review 81(12)).
     */
    PROMOTER
  }

  /** The lowest point, as a number. */
  public int first() {
    return type == Type.PROMOTER ? 0 : 1;
  }

  /** The points from the lowest, as numbers. */
  public List<Integer> values() {
    return IntStream.range(first(), first() + points).boxed().toList();
  }

  /** What a point is called in files: its label, its number, or both at a named end. */
  public String name(int value) {
    if (type == Type.AGREEMENT) return AGREEMENT.get(value - 1);
    String end = value == first() ? low : value == first() + points - 1 ? high : null;
    return end == null ? Integer.toString(value) : String.format(Locale.ROOT, "%d, %s", value, end);
  }
}
