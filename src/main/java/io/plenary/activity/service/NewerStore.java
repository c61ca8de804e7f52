package io.plenary.activity.service;

/**
 * A newer version of Plenary decides how the store is written, and this one must neither read nor
 * write it. The message is for operators.
 */
public final class NewerStore extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String words;

  /**
   * @param format of the store
   * @param known newest one that this version knows
   */
  public NewerStore(long format, long known) {
    this(
        "The store is written in format "
            + format
            + ", and this version of Plenary knows formats up to "
            + known
            + ". It reads and writes nothing. Start the newer version that the other servers run;"
            + " to go back to this one, restore a back-up from before the update.");
  }

  private NewerStore(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  @Override
  public String getMessage() {
    return words;
  }
}
