package io.plenary.room;

/**
 * Something that happens in a room: a poll in its run order, questions that stand beside it, later surveys and more.
 * Immutable.
 */
public interface Activity {
  String id();

  /** Rises with every change of this activity. */
  long rev();

  /** Counts resets; what people send is for one round. Starts at 1. */
  long round();

  /** Which feature it belongs to; the same word as on the wire. */
  String kind();

  /** What organisers call it in the run order and in messages about it. */
  String title();

  /** Whether attendees can act on it now. At most one activity of a room's run order is open. */
  boolean open();

  /** Whether attendees may see it at all, though it is not open: it was open before. */
  boolean closed();

  /** Whether it is ended for good: never open again. */
  boolean isFinal();

  /** Whether it is final, and nobody can find out any more who answered what. */
  boolean sealed();

  /** The same activity, no longer open, one revision on. */
  Activity lock();

  /** The same activity as new: never open, never answered. */
  Activity fresh(String id);
}
