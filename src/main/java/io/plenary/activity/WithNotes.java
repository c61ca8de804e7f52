package io.plenary.activity;

/** An activity of which those who run it keep notes; nobody else ever sees them. */
public interface WithNotes extends Activity {
  /** Empty when there are none. */
  String notes();

  /** The same activity with other notes, one revision on. */
  WithNotes noted(String next);
}
