package io.plenary.transport;

import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Text;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every route needs: a body in, an answer or an error out. */
final class Http {
  private static final Logger LOG = LoggerFactory.getLogger(Http.class);

  private Http() {}

  /**
   * @throws HttpError 400 when the body is not a JSON object
   */
  static JsonObject json(RoutingContext ctx) {
    try {
      if (io.vertx.core.json.Json.decodeValue(Bodies.of(ctx)) instanceof JsonObject body) {
        return body;
      }
    } catch (DecodeException e) {
      // said below
    }
    throw HttpError.of(400, ErrorCode.MALFORMED);
  }

  /**
   * A text, composed.
   *
   * @throws HttpError 400 naming the field
   */
  static String text(JsonObject body, String field, int maxLength) {
    Object value = body.getValue(field);
    if (!(value instanceof String text)) {
      throw HttpError.field(field, "The field " + field + " is missing or not a text.");
    }
    if (text.length() > maxLength) {
      throw HttpError.field(
          field, "The field " + field + " is longer than " + maxLength + " characters.");
    }
    return Text.composed(text);
  }

  static boolean flag(JsonObject body, String field) {
    if (body.getValue(field) instanceof Boolean flag) return flag;
    throw HttpError.field(field, "The field " + field + " is missing, or neither true nor false.");
  }

  static void answer(RoutingContext ctx, int status, Object json) {
    Buffer body =
        json instanceof Buffer buffer
            ? buffer
            : Buffer.buffer(io.vertx.core.json.Json.encode(json));
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .end(body);
  }

  static void empty(RoutingContext ctx) {
    ctx.response().setStatusCode(204).end();
  }

  /** Answers 200 with what the work gives, or with what its failure means. */
  static void answer(RoutingContext ctx, Future<?> work) {
    work.onSuccess(json -> answer(ctx, 200, json)).onFailure(e -> fail(ctx, e));
  }

  static void fail(RoutingContext ctx, Throwable cause) {
    if (ctx.response().ended()) return;
    HttpError known = HttpError.of(cause);
    if (known == null) {
      LOG.error(
          "A request to {} failed",
          ctx.currentRoute() == null ? "?" : ctx.currentRoute().getPath(),
          cause);
    }
    HttpError error = known != null ? known : HttpError.of(500, ErrorCode.BUSY);
    if (error.retryAfterS > 0) {
      ctx.response().putHeader("retry-after", String.valueOf(error.retryAfterS));
    }
    answer(ctx, error.status, error.body());
  }
}
