package io.plenary.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything an operator can set, checked. What each one means stands in {@link Declared} and in
 * {@code src/docs/settings.md}.
 */
public record Settings(
    Web web,
    Store store,
    Start start,
    Event event,
    Optional<Provider> provider,
    Operation operation) {

  /**
   * @param port 0: any free port
   * @param configuredUrl what people type, when the operator said so
   * @param reachableHost otherwise: name or address under which this machine is likely reached
   * @param trustProxy read X-Forwarded-For
   * @param eventLoops threads that serve connections
   */
  public record Web(
      String host,
      int port,
      Optional<URI> configuredUrl,
      String reachableHost,
      boolean trustProxy,
      int eventLoops) {
    /**
     * The origin people type, without a slash at the end.
     *
     * @param boundPort the port actually listened on, which differs from {@link #port} when that is
     *     0
     */
    public URI publicUrl(int boundPort) {
      String host = reachableHost.contains(":") ? "[" + reachableHost + "]" : reachableHost;
      return configuredUrl.orElseGet(
          () -> URI.create("http://" + host + (boundPort == 80 ? "" : ":" + boundPort)));
    }
  }

  /**
   * @param data absolute folder of the embedded Redis
   * @param redisServer the program of the embedded Redis: "built-in", "newest" or an absolute file
   * @param redis an external Redis instead of the embedded one
   * @param copies replicas that must confirm what is written
   * @param acceptLoss start although the external Redis does not persist every write
   */
  public record Store(
      Path data,
      Optional<String> redisServer,
      Optional<RedisUrl> redis,
      int copies,
      boolean acceptLoss) {}

  /**
   * @param example make the example event when there is none
   * @param simulate number of simulated phones, 0 for none
   * @param warmUp play an event to itself while nobody is there
   * @param check stop as soon as everything is ready
   */
  public record Start(boolean example, int simulate, boolean warmUp, boolean check) {}

  /**
   * @param grace how long after the lock a vote cast before it still counts
   * @param tick pause between two updates of the numbers
   * @param batchSize most votes per write
   * @param maxPhones most people connected to one event
   * @param sessionLifetime how long an idle organiser stays signed in
   * @param finaliseAfter how long after an event's end its polls are finalised by themselves; zero:
   *     never
   * @param auditLogLifetime how long it is kept what staff did
   */
  public record Event(
      Duration grace,
      Duration tick,
      int batchSize,
      int maxPhones,
      Duration sessionLifetime,
      Duration finaliseAfter,
      Duration auditLogLifetime) {}

  /**
   * Where organisers may sign in beside here, by OpenID Connect.
   *
   * @param issuer without a slash at its end
   * @param name what people call it
   */
  public record Provider(String issuer, String clientId, String clientSecret, String name) {
    @Override
    public String toString() {
      return "Provider[" + issuer + "]";
    }
  }

  /**
   * @param managementPort 0: any free port; -1: none
   * @param logFormat {@code text} or {@code json}
   */
  public record Operation(String managementHost, int managementPort, String logFormat) {}
}
