package io.plenary.hub;

/**
 * What of its room a connection follows: always {@link #MAIN}, the others when it asks for them. A
 * whole picture on one channel replaces only what waits of the same channel.
 */
public enum Channel {
  /** Snapshots and the numbers in them. */
  MAIN,
  /** The public list of questions, and one's own. */
  QUESTIONS,
  /** The queue of moderators. */
  QUEUE,
  /** All rooms of the event. */
  OVERVIEW,
  /** Signs of life, which no snapshot makes up for. */
  BEAT
}
