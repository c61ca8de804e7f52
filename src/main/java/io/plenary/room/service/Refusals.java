package io.plenary.room.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;

/** From the rules' reasons to the wire's codes. */
public final class Refusals {
  private static final long RETRY_MS = 1_000;

  private Refusals() {}

  public static ErrorCode code(Reason reason) {
    return ErrorCode.valueOf(reason.name()); // a test holds every reason to a code of the same name
  }

  /** The answer to a message that failed; what is not a refusal and not the store being away is a fault of ours: busy. */
  public static ServerMessage.Error error(Long ref, Throwable cause) {
    if (cause instanceof Refused) {
      Refused refused = (Refused) cause;
      return new ServerMessage.Error(ref, code(refused.reason()), refused.getMessage(), null);
    }
    ErrorCode code = cause instanceof StoreAway ? ErrorCode.TRY_AGAIN : ErrorCode.BUSY;
    return new ServerMessage.Error(ref, code, code.message(), RETRY_MS);
  }
}
