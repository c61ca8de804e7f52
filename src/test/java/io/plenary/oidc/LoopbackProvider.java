package io.plenary.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A provider of OpenID Connect on this machine: discovery, keys, codes that work once and want the
 * verifier of their challenge, signed tokens, and a place to sign out. Whoever comes is the person
 * that is signed in there.
 */
final class LoopbackProvider implements AutoCloseable {
  static final String CLIENT = "plenary-test";
  static final String SECRET = "a secret of two: parts & more";
  private static final int BITS = 2_048;

  private final HttpServer server;
  private final KeyPair keys = pair();
  private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
  private int made;

  /** Who is signed in at the provider. */
  volatile JsonObject person = new JsonObject();

  /** What becomes of the claims before they are signed. */
  volatile UnaryOperator<JsonObject> claims = c -> c;

  /** What the token is signed with: RS256, another (its key is not told), none, HS256. */
  volatile String signing = "RS256";

  /** Answers nothing while true. */
  volatile boolean silent;

  LoopbackProvider() {
    this(0);
  }

  LoopbackProvider(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/.well-known/openid-configuration", this::configuration);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void signIn(String subject, String email, boolean verified) {
    person =
        new JsonObject().put("sub", subject).put("email", email).put("email_verified", verified);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void configuration(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        new JsonObject()
            .put("issuer", issuer())
            .put("authorization_endpoint", issuer() + "/authorize")
            .put("token_endpoint", issuer() + "/token")
            .put("end_session_endpoint", issuer() + "/sign-out")
            .put("jwks_uri", issuer() + "/keys")
            .put("response_types_supported", JsonArray.of("code"))
            .put("grant_types_supported", JsonArray.of("authorization_code")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    answer(
        exchange,
        200,
        new JsonObject()
            .put(
                "keys",
                JsonArray.of(
                    new JsonObject()
                        .put("kty", "RSA")
                        .put("use", "sig")
                        .put("alg", "RS256")
                        .put("kid", "one")
                        .put("n", unsigned(key.getModulus().toByteArray()))
                        .put("e", unsigned(key.getPublicExponent().toByteArray())))));
  }

  private static String unsigned(byte[] number) {
    int from = number[0] == 0 ? 1 : 0;
    return base64(Arrays.copyOfRange(number, from, number.length));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = pairs(exchange.getRequestURI().getRawQuery());
    if (!"code".equals(asked.get("response_type"))
        || !CLIENT.equals(asked.get("client_id"))
        || !"S256".equals(asked.get("code_challenge_method"))
        || !asked.getOrDefault("scope", "").contains("openid")) {
      answer(exchange, 400, new JsonObject().put("error", "invalid_request"));
      return;
    }
    String code = "code-" + ++made;
    JsonObject kept = new JsonObject().put("person", person.copy());
    asked.forEach(kept::put);
    codes.put(code, kept);
    exchange
        .getResponseHeaders()
        .set(
            "location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    JsonObject kept = codes.remove(asked.getOrDefault("code", ""));
    if (!isOurClient(exchange)) {
      answer(exchange, 401, new JsonObject().put("error", "invalid_client"));
    } else if (kept == null
        || !OidcProvider.challenge(asked.getOrDefault("code_verifier", ""))
            .equals(kept.getString("code_challenge"))
        || !kept.getString("redirect_uri").equals(asked.get("redirect_uri"))) {
      answer(exchange, 400, new JsonObject().put("error", "invalid_grant"));
    } else {
      answer(
          exchange,
          200,
          new JsonObject()
              .put("access_token", "opaque")
              .put("token_type", "Bearer")
              .put("expires_in", 300)
              .put("id_token", signed(kept)));
    }
  }

  private static boolean isOurClient(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("authorization");
    if (header == null || !header.startsWith("Basic ")) return false;
    String given =
        new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    return given.equals(CLIENT + ":" + SECRET);
  }

  private String signed(JsonObject kept) {
    long now = Instant.now().getEpochSecond();
    JsonObject said =
        kept.getJsonObject("person")
            .copy()
            .put("iss", issuer())
            .put("aud", CLIENT)
            .put("iat", now)
            .put("exp", now + 300)
            .put("nonce", kept.getString("nonce"));
    String alg = signing.equals("another") ? "RS256" : signing;
    JsonObject header = new JsonObject().put("alg", alg).put("typ", "JWT").put("kid", "one");
    String content = encoded(header) + "." + encoded(claims.apply(said));
    return content + "." + signature(content);
  }

  private String signature(String content) {
    byte[] text = content.getBytes(StandardCharsets.US_ASCII);
    if (signing.equals("none")) return "";
    try {
      if (signing.equals("HS256")) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return base64(mac.doFinal(text));
      }
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign((signing.equals("another") ? pair() : keys).getPrivate());
      rsa.update(text);
      return base64(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(JsonObject json) {
    return base64(json.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void answer(HttpExchange exchange, int status, JsonObject body) throws IOException {
    if (silent) return; // as one that hangs does
    byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  static Map<String, String> pairs(String form) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) pairs.put(decoded(parts[0]), decoded(parts[1]));
    }
    return pairs;
  }

  static Map<String, String> query(URI address) {
    return pairs(address.getRawQuery());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
