package io.plenary.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number of an event.
 *
 * @param activity what was asked, or what it is called
 * @param kind the word of the kind, or of a sort of it that its codebook explains
 * @param option what the number is of
 * @param measure what is counted, as the codebook of the kind explains it
 * @param count null when people answered, and too few to show what
 * @param percent count in percent of the base; null when it is part of nothing
 * @param base what 100 percent is; null when there is no such thing
 * @param baseOf who or what the base is; null when there is none
 */
public record ResultRow(
    String room,
    String id,
    String activity,
    String kind,
    String option,
    String measure,
    @Nullable Number count,
    @Nullable BigDecimal percent,
    @Nullable Long base,
    @Nullable String baseOf) {

  /** A number that is part of a base. */
  public static ResultRow part(
      String room,
      String id,
      String activity,
      String kind,
      String option,
      String measure,
      long count,
      long base,
      String baseOf) {
    return new ResultRow(
        room, id, activity, kind, option, measure, count, Percent.of(count, base), base, baseOf);
  }

  /** A number that is part of nothing. */
  public static ResultRow total(
      String room,
      String id,
      String activity,
      String kind,
      String option,
      String measure,
      Number count) {
    return new ResultRow(room, id, activity, kind, option, measure, count, null, null, null);
  }
}
