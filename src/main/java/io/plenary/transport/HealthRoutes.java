package io.plenary.transport;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;

/** Live: this process answers. Ready: it can take votes; if not, it says why. */
final class HealthRoutes {
  private final Supplier<String> trouble;

  /**
   * @param trouble why it is not ready; null in it: it is
   */
  HealthRoutes(Supplier<String> trouble) {
    this.trouble = trouble;
  }

  static JsonObject body(String why) {
    return why == null
        ? new JsonObject().put("status", "ok")
        : new JsonObject().put("status", "unavailable").put("reason", why);
  }

  void mount(Router router) {
    router
        .get("/health/live")
        .handler(ctx -> Http.answer(ctx, 200, new JsonObject().put("status", "ok")));
    router
        .get("/health/ready")
        .handler(
            ctx -> {
              String why = trouble.get();
              Http.answer(ctx, why == null ? 200 : 503, body(why));
            });
  }
}
