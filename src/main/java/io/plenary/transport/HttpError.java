package io.plenary.transport;

import io.plenary.event.Refused;
import io.plenary.identity.IdentityFailure;
import io.plenary.protocol.ErrorCode;
import io.plenary.room.service.Refusals;
import io.plenary.room.service.StoreAway;
import io.vertx.core.json.JsonObject;

/** An answer that is not what was asked for: status, code, and what to do. */
final class HttpError extends RuntimeException {
  private static final int RETRY_S = 1;
  final int status;
  final String code;
  final String field;
  final int retryAfterS;

  HttpError(int status, String code, String message, String field, int retryAfterS) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfterS = retryAfterS;
  }

  static HttpError of(int status, ErrorCode code) {
    return new HttpError(status, code.wire(), code.message(), null, status == 503 ? RETRY_S : 0);
  }

  static HttpError field(String field, String message) {
    return new HttpError(400, ErrorCode.INVALID_FIELD.wire(), message, field, 0);
  }

  /** What a failed piece of work means for the one who asked; null for a fault of ours. */
  static HttpError of(Throwable e) {
    if (e instanceof HttpError) return (HttpError) e;
    if (e instanceof StoreAway) {
      return new HttpError(503, ErrorCode.TRY_AGAIN.wire(), "The server cannot reach its store right now. Try again in a moment.", null, RETRY_S);
    }
    if (e instanceof IdentityFailure) return identity((IdentityFailure) e);
    if (!(e instanceof Refused)) return null;
    Refused refused = (Refused) e;
    ErrorCode code = Refusals.code(refused.reason());
    int status = switch (refused.reason()) {
      case BAD_DRAFT, BAD_CHOICE -> 400;
      case UNKNOWN_POLL, UNKNOWN_ACTIVITY, UNKNOWN_ROOM -> 404;
      default -> 409;
    };
    return new HttpError(status, code.wire(), refused.getMessage(), null, 0);
  }

  private static HttpError identity(IdentityFailure e) {
    int wait = (int) e.retryAfter().toSeconds();
    return switch (e.reason()) {
      case BAD_FIELD -> field(e.field(), e.getMessage());
      case WRONG_CREDENTIALS -> new HttpError(401, ErrorCode.NOT_SIGNED_IN.wire(), e.getMessage(), null, 0);
      case SLOW_DOWN -> new HttpError(429, ErrorCode.SLOW_DOWN.wire(), e.getMessage(), null, wait);
      case BUSY -> new HttpError(503, ErrorCode.BUSY.wire(), e.getMessage(), null, wait);
      case LINK_NOT_VALID -> new HttpError(403, ErrorCode.NOT_ALLOWED.wire(), e.getMessage(), null, 0);
      case TOO_MANY -> new HttpError(409, ErrorCode.LIMIT_REACHED.wire(), e.getMessage(), null, 0);
    };
  }

  JsonObject body() {
    JsonObject body = new JsonObject().put("code", code).put("message", getMessage());
    return field == null ? body : body.put("field", field);
  }
}
