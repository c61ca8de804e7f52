package io.plenary.activity;

import org.jspecify.annotations.Nullable;

/**
 * What the stage of a room shows.
 *
 * @param activity the chosen activity, kept while the join screen covers it; null when none was
 *     chosen yet
 */
public record Stage(View view, @Nullable String activity) {
  public enum View {
    JOIN,
    ACTIVITY
  }

  public Stage {
    if (view == View.ACTIVITY && activity == null) {
      throw new IllegalArgumentException("no activity to show");
    }
  }

  public static Stage join() {
    return new Stage(View.JOIN, null);
  }

  public static Stage showing(String activity) {
    return new Stage(View.ACTIVITY, activity);
  }
}
