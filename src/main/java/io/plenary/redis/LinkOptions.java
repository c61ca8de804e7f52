package io.plenary.redis;

/**
 * How patient a link is. All times in milliseconds.
 *
 * @param commandTimeoutMs a command without a reply for this long means the connection is dead
 * @param connectTimeoutMs to connect, sign in and look at the server
 * @param firstPauseMs before the first attempt to connect again; doubles, with jitter, up to {@code
 *     longestPauseMs}
 * @param idlePingMs an idle connection is tried with PING this often, so that "up" is true also
 *     when nobody votes
 * @param maxInFlight commands sent and not answered; one more is refused at once
 */
public record LinkOptions(
    int commandTimeoutMs,
    int connectTimeoutMs,
    int firstPauseMs,
    int longestPauseMs,
    int idlePingMs,
    int maxInFlight) {
  private static final int LONGEST_PAUSE_MS = 200;

  public static LinkOptions defaults() {
    return new LinkOptions(2_000, 2_000, 50, 1_000, 1_000, 4_096);
  }

  /**
   * Where Sentinels, or a Cluster, may name another server any moment, a long pause is part of
   * every outage.
   */
  LinkOptions forMasterOf(StoreAddress address) {
    return address.sentinels() == null && address.cluster() == null
        ? this
        : new LinkOptions(
            commandTimeoutMs,
            connectTimeoutMs,
            firstPauseMs,
            Math.min(longestPauseMs, LONGEST_PAUSE_MS),
            idlePingMs,
            maxInFlight);
  }

  public LinkOptions withCommandTimeoutMs(int ms) {
    return new LinkOptions(
        ms, connectTimeoutMs, firstPauseMs, longestPauseMs, idlePingMs, maxInFlight);
  }

  public LinkOptions withConnectTimeoutMs(int ms) {
    return new LinkOptions(
        commandTimeoutMs, ms, firstPauseMs, longestPauseMs, idlePingMs, maxInFlight);
  }

  public LinkOptions withIdlePingMs(int ms) {
    return new LinkOptions(
        commandTimeoutMs, connectTimeoutMs, firstPauseMs, longestPauseMs, ms, maxInFlight);
  }

  public LinkOptions withMaxInFlight(int n) {
    return new LinkOptions(
        commandTimeoutMs, connectTimeoutMs, firstPauseMs, longestPauseMs, idlePingMs, n);
  }
}
