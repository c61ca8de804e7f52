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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes requests as a page of ours does, with the cookies it was given. Blocking. */
public final class Browser {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String address;

  public Browser(URI base) {
    this(base, null);
  }

  /**
   * @param address which a proxy in front would name, for servers that trust one
   */
  public Browser(URI base, String address) {
    this.base = base;
    this.address = address;
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
    if (address != null) request.header("x-forwarded-for", address);
    return cookies.isEmpty() ? request : request.header("cookie", sent());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> as) {
    try {
      HttpResponse<T> response = http.send(request.build(), as);
      response
          .headers()
          .allValues("set-cookie")
          .forEach(
              set ->
                  cookies.put(
                      set.substring(0, set.indexOf('=')),
                      set.substring(set.indexOf('=') + 1, set.indexOf(';'))));
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The session, as the Cookie header has it; null before signing in. */
  public String cookie() {
    String session = cookies.get("plenary_session");
    return session == null ? null : "plenary_session=" + session;
  }

  /** What tells that it signed in before. */
  public String device() {
    return cookies.get("plenary_this_device");
  }

  /** Another browser that has of this one only that it signed in before. */
  public Browser deviceAlone() {
    Browser other = new Browser(base);
    other.cookies.put("plenary_this_device", cookies.get("plenary_this_device"));
    return other;
  }

  /** The same at another server. */
  public Browser at(URI other) {
    Browser same = new Browser(other, address);
    same.cookies.putAll(cookies);
    return same;
  }

  private String sent() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
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
