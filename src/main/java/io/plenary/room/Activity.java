package io.plenary.room;

/** Something in a room's run order: a poll, later questions, surveys and more. Immutable. */
public interface Activity {
  String id();

  /** Rises with every change of this activity. */
  long rev();

  /** Which feature it belongs to; the same word as on the wire. */
  String kind();

  /** What organisers call it in the run order and in messages about it. */
  String title();

  /** Whether attendees can act on it now. At most one activity of a room is open. */
  boolean open();

  /** Whether attendees may see it at all, though it is not open: it was open before. */
  boolean closed();

  /** The same activity, no longer open, one revision on. */
  Activity lock();

  /** The same activity as new: never open, never answered. */
  Activity fresh(String id);
}
