package io.plenary.room.service;

/** The store cannot be reached, or cannot keep a promise now. Try again later; nothing is known of the last write. */
public final class StoreAway extends RuntimeException {
  public StoreAway(String why) {
    super(why, null, false, false);
  }
}
