package io.plenary.activity.service;

/**
 * The store cannot be reached, or cannot keep a promise now. Try again later; nothing is known of
 * the last write.
 */
public class StoreUnavailable extends RuntimeException {
  private final String why;

  public StoreUnavailable(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  @Override
  public String getMessage() {
    return why;
  }
}
