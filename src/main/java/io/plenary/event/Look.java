package io.plenary.event;

import io.plenary.words.Theme;
import org.jspecify.annotations.Nullable;

/**
 * How the stages of an event look: the host's colours as {@code #rrggbb}, null for Plenary's own.
 *
 * @param ground what everything stands on
 * @param bar bars of a result
 * @param leader the bar that leads
 */
public record Look(
    Theme theme, @Nullable String ground, @Nullable String bar, @Nullable String leader) {
  public static final Look PLAIN = new Look(Theme.DARK, null, null, null);
}
