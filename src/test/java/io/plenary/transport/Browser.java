package io.plenary.transport;

import io.plenary.Waiting;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** Makes requests as a page of ours does, with one cookie. Blocking. */
public final class Browser {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private String cookie;

  public Browser(URI base) {
    this.base = base;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, JsonObject body) {
    return send(post(path, "application/json", body.encode()));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).header("origin", base.toString()).DELETE());
  }

  /** Same-origin, of any type; more headers can be set. */
  public HttpRequest.Builder post(String path, String type, String body) {
    return request(path)
        .header("origin", base.toString())
        .header("content-type", type)
        .POST(BodyPublishers.ofString(body));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Waiting.LIMIT);
    return cookie == null ? request : request.header("cookie", cookie);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> as) {
    try {
      HttpResponse<T> response = http.send(request.build(), as);
      response
          .headers()
          .firstValue("set-cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the Cookie header has it; null before signing in. */
  public String cookie() {
    return cookie;
  }

  /** A person that joins: the answer of the door. */
  public JsonObject join(String code) {
    HttpResponse<String> response = post("/api/v1/join", new JsonObject().put("code", code));
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return new JsonObject(response.body());
  }

  /** The first account. */
  public Browser setUp(String token, String email, String password) {
    HttpResponse<String> response =
        post(
            "/api/v1/setup",
            new JsonObject()
                .put("token", token)
                .put("name", "Organiser")
                .put("email", email)
                .put("password", password));
    if (response.statusCode() != 201) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return this;
  }
}
