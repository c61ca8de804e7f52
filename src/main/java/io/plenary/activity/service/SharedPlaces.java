package io.plenary.activity.service;

/**
 * Places for pages of an event, of which all nodes together have so many. Usable from any thread.
 */
public interface SharedPlaces {
  /**
   * @param used by pages that are open here
   * @param needed with those for pages that wait
   * @param liked with some to spare
   */
  record Wish(int used, int needed, int liked) {}

  /** How many all nodes have together. */
  int most();

  /** Asked for right before the store is: what is not liked any more is not given away after. */
  Wish wish(String eventId);

  /**
   * @param places that this node has until the next answer
   * @param free places that no node has
   * @param lacking places that other nodes asked for in vain
   * @return whether some were given up for them
   */
  boolean granted(String eventId, int places, int free, int lacking);

  /** The store is away: each node goes by its own pages alone. */
  void alone(String eventId);

  /** Whether more pages wait than there are places. */
  boolean lacks(String eventId);
}
