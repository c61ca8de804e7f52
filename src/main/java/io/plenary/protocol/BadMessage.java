package io.plenary.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What came in is not what the schema allows. The message is for the sender: it names the field and
 * says what is expected.
 */
public final class BadMessage extends Exception {
  private final ErrorCode code;
  private final @Nullable Long ref;
  private final String message;

  public BadMessage(ErrorCode code, @Nullable Long ref, String message) {
    // No stack trace: whoever sends rubbish in bulk should not make us walk stacks.
    super(message, null, false, false);
    this.code = code;
    this.ref = ref;
    this.message = message;
  }

  static BadMessage field(String path, String expected) {
    return new BadMessage(ErrorCode.INVALID_FIELD, null, path + ": " + expected);
  }

  BadMessage withRef(@Nullable Long newRef) {
    return new BadMessage(code, newRef, message);
  }

  @Override
  public String getMessage() {
    return message;
  }

  public ErrorCode code() {
    return code;
  }

  /** The {@code ref} of the message, null when none could be read. */
  public @Nullable Long ref() {
    return ref;
  }
}
