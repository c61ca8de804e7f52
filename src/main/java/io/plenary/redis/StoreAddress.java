package io.plenary.redis;

import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis server listens and how to sign in.
 *
 * @param user null: the default user
 * @param password null: none
 * @param database number given to SELECT
 * @param tls whether to speak TLS; certificates are checked against the JDK's trust store and the
 *     host name
 * @param sentinels who is asked where the server is, before every connection; then host and port
 *     are those of the first of them; null: it is where host and port say
 * @param cluster servers of a Cluster that are asked where all others are; then host and port are
 *     those of the first of them; null: it is no Cluster
 */
public record StoreAddress(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    int database,
    boolean tls,
    @Nullable Sentinels sentinels,
    @Nullable ClusterSeeds cluster) {
  private static final int DEFAULT_PORT = 6379;

  public StoreAddress(
      String host,
      int port,
      @Nullable String user,
      @Nullable String password,
      int database,
      boolean tls) {
    this(host, port, user, password, database, tls, null, null);
  }

  StoreAddress(
      String host,
      int port,
      @Nullable String user,
      @Nullable String password,
      int database,
      boolean tls,
      Sentinels sentinels) {
    this(host, port, user, password, database, tls, sentinels, null);
  }

  public static StoreAddress local(int port, String password) {
    return new StoreAddress("127.0.0.1", port, null, password, 0, false);
  }

  /**
   * Reads {@code redis[s]://[user:password@]host[:port][/database]}; {@code :password@} and {@code
   * password@} sign in the default user. {@code redis[s]-sentinel://} names {@link Sentinels},
   * {@code redis[s]-cluster://} {@link ClusterSeeds}.
   *
   * @throws IllegalArgumentException says what is wrong, without repeating the address: it may hold
   *     a password
   */
  public static StoreAddress parse(String url) {
    if (Sentinels.named(url.strip())) return Sentinels.parse(url.strip());
    if (ClusterSeeds.named(url.strip())) return ClusterSeeds.parse(url.strip());
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw bad("it is not a URL (a password with special characters must be percent-encoded)");
    }
    boolean tls = "rediss".equals(uri.getScheme());
    if (!tls && !"redis".equals(uri.getScheme())) {
      throw bad("it must begin with redis:// or rediss://");
    }
    if (uri.getHost() == null) {
      throw bad("it names no host (a password with special characters must be percent-encoded)");
    }
    String[] who = userAndPassword(uri.getRawUserInfo());
    int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    if (port < 1 || port > 65535) throw bad("the port must be between 1 and 65535");
    return new StoreAddress(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        port,
        who[0],
        who[1],
        database(uri.getPath()),
        tls);
  }

  static @Nullable String[] userAndPassword(@Nullable String info) {
    if (info == null || info.isEmpty()) return new String[2];
    int colon = info.indexOf(':');
    String user = colon > 0 ? decode(info.substring(0, colon)) : null;
    return new String[] {user, decode(info.substring(colon + 1))};
  }

  static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static int database(String path) {
    if (path == null || path.length() <= 1) return 0;
    if (!path.matches("/\\d{1,4}")) {
      throw bad("what follows the last / must be the number of a database");
    }
    return Integer.parseInt(path.substring(1));
  }

  private static IllegalArgumentException bad(String why) {
    return new IllegalArgumentException(
        "The Redis address cannot be used: "
            + why
            + ". Write redis://[user:password@]host[:port][/database].");
  }

  /** For messages and logs: the host and port, nothing secret. */
  public String place() {
    if (cluster != null) return cluster.words();
    return sentinels == null ? new Sentinels.Place(host, port).toString() : sentinels.words();
  }

  /** The server at that place, with the same sign-in. */
  StoreAddress at(Sentinels.Place place) {
    return new StoreAddress(place.host(), place.port(), user, password, database, tls);
  }

  /** One of the Sentinels. */
  StoreAddress sentinel(Sentinels.Place place) {
    Sentinels all = Objects.requireNonNull(sentinels, "no Sentinels");
    return new StoreAddress(place.host(), place.port(), all.user(), all.password(), 0, tls);
  }

  /** The database is not in the address: whoever connects sends SELECT. */
  RedisOptions options(NetClientOptions net) {
    if (tls) net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
    RedisOptions options =
        new RedisOptions()
            .setNetClientOptions(net)
            .setConnectionString((tls ? "rediss://" : "redis://") + place());
    if (user != null) options.setUser(user);
    if (password != null) options.setPassword(password);
    return options;
  }

  @Override
  public String toString() {
    String scheme =
        (tls ? "rediss" : "redis")
            + (sentinels == null ? "" : "-sentinel")
            + (cluster == null ? "" : "-cluster");
    return scheme + "://" + place() + "/" + database;
  }
}
