package io.plenary.redis;

import io.plenary.redis.Sentinels.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Servers of a Redis Cluster that are asked which others there are.
 *
 * @param places where they listen, at least one; some may be down
 */
public record ClusterSeeds(List<Place> places) {
  private static final int DEFAULT_PORT = 6_379;
  private static final Pattern URL =
      Pattern.compile("(redis|rediss)-cluster://(?:([^@/?#]*)@)?([^@/?#]+)/?");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  public ClusterSeeds {
    places = List.copyOf(places);
  }

  static boolean named(String url) {
    return url.startsWith("redis-cluster:") || url.startsWith("rediss-cluster:");
  }

  /**
   * @throws IllegalArgumentException says what is wrong, without repeating the address: it may hold
   *     a password
   */
  static StoreAddress parse(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || BAD_ESCAPE.matcher(url).find()) {
      throw bad(
          "special characters of a password must be percent-encoded, the hosts separated, and a"
              + " Cluster has one database");
    }
    List<Place> places = new ArrayList<>();
    for (String host : parts.group(3).split(",", -1)) {
      Place place = Place.of(host, DEFAULT_PORT);
      if (place == null) throw bad("one of its hosts or ports cannot be read");
      places.add(place);
    }
    String[] who = StoreAddress.userAndPassword(parts.group(2));
    return new StoreAddress(
        places.get(0).host(),
        places.get(0).port(),
        who[0],
        who[1],
        0,
        parts.group(1).equals("rediss"),
        null,
        new ClusterSeeds(places));
  }

  private static IllegalArgumentException bad(String why) {
    return new IllegalArgumentException(
        "The address of the Cluster cannot be used: "
            + why
            + ". Write redis-cluster://[user:password@]host[:port][,host[:port]...].");
  }

  /** For messages and logs: nothing secret. */
  String words() {
    return "the Cluster at "
        + places.stream().map(Place::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return words();
  }
}
