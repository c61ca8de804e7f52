package io.plenary.transport;

import io.plenary.activity.service.Refusals;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.activity.service.UnreadableEvent;
import io.plenary.event.RuleViolation;
import io.plenary.identity.IdentityFailure;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** An answer that is not what was asked for: status, code, and what to do. */
final class HttpError extends RuntimeException {
  private static final int RETRY_S = 1;
  final int status;
  final String code;
  final @Nullable String field;
  final int retryAfterS;

  HttpError(int status, String code, String message, @Nullable String field, int retryAfterS) {
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
  static @Nullable HttpError of(Throwable e) {
    if (e instanceof HttpError httpError) return httpError;
    if (e instanceof StoreUnavailable) {
      return new HttpError(
          503,
          ErrorCode.TRY_AGAIN.wire(),
          "The server cannot reach its store right now. Try again in a moment.",
          null,
          RETRY_S);
    }
    if (e instanceof IdentityFailure identityFailure) return identity(identityFailure);
    if (e instanceof UnreadableEvent unreadable) {
      return new HttpError(409, ErrorCode.WRONG_STATE.wire(), unreadable.getMessage(), null, 0);
    }
    if (!(e instanceof RuleViolation refused)) return null;
    ErrorCode code = Refusals.code(refused.reason());
    int status =
        switch (refused.reason()) {
          case BAD_DRAFT, BAD_ANSWER -> 400;
          case UNKNOWN_ACTIVITY, UNKNOWN_ROOM -> 404;
          default -> 409;
        };
    return new HttpError(status, code.wire(), refused.getMessage(), null, 0);
  }

  private static HttpError identity(IdentityFailure e) {
    int wait = (int) e.retryAfter().toSeconds();
    return switch (e.reason()) {
      case BAD_FIELD ->
          new HttpError(400, ErrorCode.INVALID_FIELD.wire(), e.getMessage(), e.field(), 0);
      case WRONG_CREDENTIALS, CODE_WANTED ->
          new HttpError(401, ErrorCode.NOT_SIGNED_IN.wire(), e.getMessage(), null, 0);
      case SLOW_DOWN -> new HttpError(429, ErrorCode.SLOW_DOWN.wire(), e.getMessage(), null, wait);
      case BUSY -> new HttpError(503, ErrorCode.BUSY.wire(), e.getMessage(), null, wait);
      case LINK_NOT_VALID ->
          new HttpError(403, ErrorCode.NOT_ALLOWED.wire(), e.getMessage(), null, 0);
      case CONFLICT -> new HttpError(409, ErrorCode.CONFLICT.wire(), e.getMessage(), e.field(), 0);
      case TOO_MANY -> new HttpError(409, ErrorCode.LIMIT_REACHED.wire(), e.getMessage(), null, 0);
    };
  }

  JsonObject body() {
    JsonObject body = new JsonObject().put("code", code).put("message", getMessage());
    return field == null ? body : body.put("field", field);
  }
}
