package io.plenary.activity;

/** An activity with counts that are revealed and hidden apart from its state. */
public interface WithResults extends Activity {
  /** Who is sent the counts; organisers always are. */
  enum Results {
    HIDDEN,
    STAGE,
    EVERYONE
  }

  /** Who sees the counts now. */
  Results results();

  /** The same activity with its counts shown to these, one revision on. */
  WithResults shown(Results next);
}
