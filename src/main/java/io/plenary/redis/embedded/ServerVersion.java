package io.plenary.redis.embedded;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's product and version, and whether it reads what another one wrote. Both products read
 * files of their own older versions. Valkey comes from Redis 7.2 and reads files of every Redis up
 * to that; later formats of the two differ.
 */
record ServerVersion(Product product, int major, int minor, int patch)
    implements Comparable<ServerVersion> {
  enum Product {
    REDIS,
    VALKEY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The first whose files are a list of parts, which is what {@link AofFolder} reads. */
  static final ServerVersion OLDEST = new ServerVersion(Product.REDIS, 7, 0, 0);

  private static final int[] LAST_SHARED = {7, 2};
  private static final Pattern SAID =
      Pattern.compile("(?i)\\b(redis|valkey) server v=(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})\\b");
  private static final Pattern NOTED =
      Pattern.compile("(redis|valkey) (\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");
  private static final Comparator<ServerVersion> BY_NUMBER =
      Comparator.comparingInt(ServerVersion::major)
          .thenComparingInt(ServerVersion::minor)
          .thenComparingInt(ServerVersion::patch);

  /** From what {@code redis-server --version} prints. */
  static Optional<ServerVersion> said(String line) {
    Matcher matcher = SAID.matcher(line);
    return matcher.find() ? Optional.of(of(matcher)) : Optional.empty();
  }

  /** From {@link #toString}. */
  static Optional<ServerVersion> noted(String text) {
    Matcher matcher = NOTED.matcher(text);
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static ServerVersion of(Matcher matcher) {
    return new ServerVersion(
        Product.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)));
  }

  /** Whether it may be started on files that {@code before} wrote. */
  boolean reads(ServerVersion before) {
    if (product == before.product) return BY_NUMBER.compare(this, before) >= 0;
    return product == Product.VALKEY
        && (before.major < LAST_SHARED[0]
            || (before.major == LAST_SHARED[0] && before.minor <= LAST_SHARED[1]));
  }

  boolean tooOld() {
    return BY_NUMBER.compare(this, OLDEST) < 0;
  }

  /** By number alone; of two with the same number a Redis is the newer one. */
  @Override
  public int compareTo(ServerVersion other) {
    return BY_NUMBER
        .thenComparing(ServerVersion::product, Comparator.reverseOrder())
        .compare(this, other);
  }

  @Override
  public String toString() {
    return product.word() + " " + major + "." + minor + "." + patch;
  }
}
