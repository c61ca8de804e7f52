package io.plenary.activity;

import io.plenary.words.Theme;
import org.jspecify.annotations.Nullable;

/**
 * How a stage shows what it shows, chosen by whoever runs the room.
 *
 * @param byResult options stand in the order of the result, else in the order they were given
 * @param zoom size of the letters, per cent of the design
 * @param theme null: the event's
 */
public record Arrangement(boolean byResult, int zoom, @Nullable Theme theme) {
  public static final int LEAST_ZOOM = 70;
  public static final int MOST_ZOOM = 160;

  /** As the event has it. */
  public static final Arrangement PLAIN = new Arrangement(false, 100, null);

  /** The same, for another activity: it stands in the order its organiser gave it. */
  Arrangement anew() {
    return new Arrangement(false, zoom, theme);
  }
}
