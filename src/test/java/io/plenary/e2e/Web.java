package io.plenary.e2e;

import io.plenary.Waiting;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Plain HTTP, blocking. */
final class Web {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final Duration TIMEOUT = Waiting.LIMIT;

  private Web() {}

  /** 0 when nobody answers. */
  static int status(URI uri) {
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException nobody) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @param cookie may be null
   */
  static HttpResponse<String> get(URI uri, String cookie) {
    return send(HttpRequest.newBuilder(uri).timeout(TIMEOUT), cookie);
  }

  static HttpResponse<String> post(URI uri, JsonObject body) {
    return send(
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())),
        null);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String cookie) {
    if (cookie != null) request.header("cookie", cookie);
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      HttpResponse<String> answer = once(request.build());
      boolean later = answer.statusCode() == 503 && answer.body().contains("\"tryAgain\"");
      if (!later || System.nanoTime() > end) return answer;
      Patience.pause(200); // as the pages do
    }
  }

  private static HttpResponse<String> once(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
