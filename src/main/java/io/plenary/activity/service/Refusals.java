package io.plenary.activity.service;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/** From the rules' reasons to the wire's codes. */
public final class Refusals {
  private static final long RETRY_MS = 1_000;
  private static final String COMMAND_FAILED =
      "The server could not store this right now. Look at what is shown in a moment, and do it"
          + " again if it is not there.";

  private Refusals() {}

  public static ErrorCode code(Reason reason) {
    return ErrorCode.valueOf(reason.name()); // a test holds every reason to a code of the same name
  }

  /**
   * The answer to a message that failed; what is not a refusal and not the store being away is a
   * fault of ours: busy.
   */
  public static ServerMessage.Error error(@Nullable Long ref, Throwable cause) {
    if (cause instanceof RuleViolation refused) {
      return new ServerMessage.Error(ref, code(refused.reason()), refused.getMessage(), null);
    }
    return failed(ref, cause, null);
  }

  /** The answer to an organiser's command that failed. */
  public static ServerMessage.Error commandError(long ref, Throwable cause) {
    return cause instanceof RuleViolation ? error(ref, cause) : failed(ref, cause, COMMAND_FAILED);
  }

  private static ServerMessage.Error failed(
      @Nullable Long ref, Throwable cause, @Nullable String message) {
    if (cause instanceof UnreadableEvent unreadable) {
      return new ServerMessage.Error(ref, ErrorCode.WRONG_STATE, unreadable.getMessage(), null);
    }
    ErrorCode code = cause instanceof StoreUnavailable ? ErrorCode.TRY_AGAIN : ErrorCode.BUSY;
    return new ServerMessage.Error(ref, code, message == null ? code.message() : message, RETRY_MS);
  }
}
