package io.plenary.activity;

import io.plenary.words.Results;

/** An activity with counts that are revealed and hidden apart from its state. */
public interface WithResults extends Activity {
  /** Who sees the counts now. */
  Results results();

  /** The same activity with its counts shown to these, one revision on. */
  WithResults shown(Results next);
}
