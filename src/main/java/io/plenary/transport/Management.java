package io.plenary.transport;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operator's tools read, on a port of its own: {@code /metrics} in Prometheus' text
 * format, {@code /health/live}, {@code /health/ready}. A port that is taken is said and not fatal:
 * a second server on a machine must not fail over its numbers.
 */
public final class Management extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Management.class);
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  /**
   * @param port to listen on; 0: any
   */
  public record Place(String host, int port) {}

  private final Place place;
  private final Supplier<String> metrics;
  private final Supplier<String> trouble;
  private @Nullable HttpServer server;

  /**
   * @param metrics in Prometheus' text format; called on a worker thread
   * @param trouble why the server is not ready; null in it: it is
   */
  public Management(Place place, Supplier<String> metrics, Supplier<String> trouble) {
    this.place = place;
    this.metrics = metrics;
    this.trouble = trouble;
  }

  @Override
  public Future<?> start() {
    HttpServer made =
        vertx
            .createHttpServer(
                new HttpServerOptions().setIdleTimeout(60).setIdleTimeoutUnit(TimeUnit.SECONDS))
            .requestHandler(this::answer);
    return made.listen(place.port(), place.host())
        .onSuccess(
            up -> {
              server = up;
              LOG.info("Metrics are at http://{}:{}/metrics", place.host(), up.actualPort());
            })
        .otherwise(
            e -> {
              LOG.warn(
                  "No metrics from this server: port {} on {} cannot be opened ({}). Another server"
                      + " may use it. Set management-port to a free port, to 0 for any, or to -1"
                      + " for none.",
                  place.port(),
                  place.host(),
                  e.getMessage());
              return null;
            });
  }

  private void answer(HttpServerRequest request) {
    request
        .response()
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("cache-control", "no-store");
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      request.response().setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      return;
    }
    String why = trouble.get();
    switch (request.path()) {
      case "/metrics" -> metrics(request);
      case "/health/live" -> send(request, 200, "application/json", "{\"status\":\"ok\"}");
      case "/health/ready" ->
          send(
              request,
              why == null ? 200 : 503,
              "application/json",
              HealthRoutes.body(why).encode());
      default ->
          send(request, 404, "text/plain", "There are /metrics, /health/live and /health/ready.\n");
    }
  }

  private void metrics(HttpServerRequest request) {
    vertx
        .executeBlocking(metrics::get)
        .onSuccess(text -> send(request, 200, PROMETHEUS, text))
        .onFailure(
            e -> {
              LOG.error("The metrics could not be written", e);
              send(
                  request,
                  500,
                  "text/plain",
                  "The metrics could not be written. The log says why.\n");
            });
  }

  private static void send(HttpServerRequest request, int status, String type, String body) {
    request.response().setStatusCode(status).putHeader("content-type", type).end(body);
  }

  /** The port it listens on; -1 when it could not. */
  public int actualPort() {
    return server == null ? -1 : server.actualPort();
  }
}
