package io.plenary.activity;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.words.Theme;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different in the arrangement of a stage. What is null stays as it is.
 *
 * @param theme the event's own: follow the event again
 */
public record Rearrangement(
    @Nullable Boolean byResult,
    @Nullable Integer zoom,
    @Nullable Theme theme,
    @Nullable Countdown countdown) {
  private static final Duration LONGEST = Duration.ofHours(24);

  /**
   * @param until when it ends, in epoch milliseconds; null takes it off the stage
   */
  public record Countdown(@Nullable Long until) {}

  /**
   * @param events the theme of the event
   * @param now in epoch milliseconds
   * @throws RuleViolation {@link Reason#BAD_DRAFT} when a countdown would end in the past, or too
   *     far ahead
   */
  Arrangement of(Arrangement before, Theme events, long now) {
    Theme own = theme == events ? null : theme;
    return new Arrangement(
        byResult == null ? before.byResult() : byResult,
        zoom == null ? before.zoom() : zoom,
        theme == null ? before.theme() : own,
        countdown == null ? before.until() : until(before, countdown.until, now));
  }

  private static @Nullable Long until(Arrangement before, @Nullable Long next, long now) {
    if (next == null || next.equals(before.until())) return next;
    if (next <= now) {
      throw new RuleViolation(
          Reason.BAD_DRAFT, "This moment has passed. Choose a later one for the countdown to end.");
    }
    if (next - now > LONGEST.toMillis()) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "A countdown ends within " + LONGEST.toHours() + " hours. Choose an earlier moment.");
    }
    return next;
  }
}
