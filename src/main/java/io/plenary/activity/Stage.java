package io.plenary.activity;

import org.jspecify.annotations.Nullable;

/**
 * What the stage of a room shows.
 *
 * @param activity the chosen activity, kept while something else covers it; null when none was
 *     chosen yet
 */
public record Stage(View view, @Nullable String activity, Arrangement arrangement) {
  public enum View {
    JOIN,
    ACTIVITY,
    BLANK
  }

  public Stage {
    if (view == View.ACTIVITY && activity == null) {
      throw new IllegalArgumentException("no activity to show");
    }
  }

  /** Arranged as the event has it. */
  public Stage(View view, @Nullable String activity) {
    this(view, activity, Arrangement.PLAIN);
  }

  public static Stage join() {
    return new Stage(View.JOIN, null);
  }

  public static Stage showing(String activity) {
    return new Stage(View.ACTIVITY, activity);
  }

  /** The same stage with something else on it. */
  public Stage with(View next, @Nullable String shown) {
    boolean other = shown != null && !shown.equals(activity);
    return new Stage(next, shown, other ? arrangement.anew() : arrangement);
  }

  Stage arranged(Arrangement next) {
    return new Stage(view, activity, next);
  }
}
