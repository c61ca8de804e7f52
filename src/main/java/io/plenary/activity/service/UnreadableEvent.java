package io.plenary.activity.service;

/**
 * What the store holds of an event cannot be read: a newer version wrote it, or it is damaged. The
 * message is for the people who run it.
 */
public final class UnreadableEvent extends RuntimeException {
  private static final long serialVersionUID = 1;
  public static final String WORDS =
      "This event was written by a newer version of Plenary, or it is damaged, so it cannot be read"
          + " here. Update the server again, or delete the event. The server's log names it.";

  /**
   * @param cause where reading it failed; its words may be words of the event
   */
  public UnreadableEvent(Throwable cause) {
    super(WORDS, cause, false, false);
  }

  @Override
  public String getMessage() {
    return WORDS;
  }
}
