package io.plenary.activity;

import io.plenary.words.Theme;
import org.jspecify.annotations.Nullable;

/**
 * How a stage shows what it shows, chosen by whoever runs the room.
 *
 * @param byResult options stand in the order of the result, else in the order they were given
 * @param zoom size of the letters, per cent of the design
 * @param theme null: the event's, whatever that is
 * @param until when a countdown on stage ends, in epoch milliseconds; null: there is none
 */
public record Arrangement(boolean byResult, int zoom, @Nullable Theme theme, @Nullable Long until) {
  /** As the event has it. */
  public static final Arrangement PLAIN = new Arrangement(false, 100, null);

  /** Without a countdown. */
  public Arrangement(boolean byResult, int zoom, @Nullable Theme theme) {
    this(byResult, zoom, theme, null);
  }

  /** The same, for another activity: it stands in the order its organiser gave it. */
  Arrangement anew() {
    return new Arrangement(false, zoom, theme, until);
  }
}
