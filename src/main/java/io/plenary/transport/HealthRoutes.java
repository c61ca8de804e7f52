package io.plenary.transport;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.BooleanSupplier;

/** Live: this process answers. Ready: it can take votes. */
final class HealthRoutes {
  private final BooleanSupplier ready;

  HealthRoutes(BooleanSupplier ready) {
    this.ready = ready;
  }

  void mount(Router router) {
    router.get("/health/live").handler(ctx -> Http.answer(ctx, 200, new JsonObject().put("status", "ok")));
    router.get("/health/ready").handler(ctx -> {
      boolean ok = ready.getAsBoolean();
      Http.answer(ctx, ok ? 200 : 503, new JsonObject().put("status", ok ? "ok" : "unavailable"));
    });
  }
}
