package io.plenary.redis;

/** Files of the store were not made anew; says why, for operators, in words that may be logged. */
public class NotRewritten extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotRewritten(String why) {
    super(why, null, false, false);
  }
}
