package io.plenary.simulation;

import io.plenary.protocol.Codec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The server as seen from one event loop and one source address. */
public final class Venue {
  /** What joining gives. The token says who this phone is. */
  public record Ticket(String event, String token) {
    @Override
    public String toString() {
      return "Ticket[" + event + "]";
    }
  }

  /** The server answered, and not with what was asked for. */
  public static final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1;
    public final int status;

    Answered(int status) {
      super("HTTP " + status, null, false, false);
      this.status = status;
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MANY = 100_000;
  private static final int TIMEOUT_MS = 5_000;
  private final Codec codec;
  private final RequestOptions join;
  private final WebSocketConnectOptions socket;
  private final HttpClient http;
  private final WebSocketClient sockets;

  /**
   * @param codec of the kinds that are known here
   * @param localAddress to connect from, null for any
   */
  public Venue(Vertx vertx, URI base, Codec codec, @Nullable String localAddress) {
    this.codec = codec;
    boolean tls = "https".equals(base.getScheme());
    int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
    join =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(base.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI("/api/v1/join")
            .setTimeout(TIMEOUT_MS)
            .putHeader("content-type", "application/json");
    socket =
        new WebSocketConnectOptions()
            .setHost(base.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI("/ws")
            .setTimeout(TIMEOUT_MS);
    http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(TIMEOUT_MS).setLocalAddress(localAddress),
            new PoolOptions().setHttp1MaxSize(16));
    sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout(TIMEOUT_MS)
                .setMaxConnections(MANY)
                .setLocalAddress(localAddress));
  }

  /** What one phone joins with, however often it has to ask. */
  static String joinKey() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Fails with {@link Answered} when the server does not let one in. */
  Future<Ticket> join(String code, String key) {
    return http.request(join)
        .compose(
            request -> request.send(new JsonObject().put("code", code).put("key", key).toBuffer()))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        body -> {
                          if (response.statusCode() != 200) {
                            throw new Answered(response.statusCode());
                          }
                          JsonObject json = body.toJsonObject();
                          return new Ticket(
                              json.getJsonObject("event").getString("id"), json.getString("token"));
                        }));
  }

  Codec codec() {
    return codec;
  }

  /**
   * @param cookie an organiser's, null for others
   */
  Future<WebSocket> connect(@Nullable String cookie) {
    WebSocketConnectOptions options =
        cookie == null ? socket : new WebSocketConnectOptions(socket).putHeader("cookie", cookie);
    return sockets.connect(options);
  }
}
