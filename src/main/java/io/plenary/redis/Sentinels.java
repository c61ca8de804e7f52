package io.plenary.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Redis Sentinels that know which server is the master.
 *
 * @param places where they listen, at least one
 * @param master the name that they know the master by
 * @param user for signing in at the Sentinels; null: the default user
 * @param password of the Sentinels, which may differ from the store's; null: none
 */
public record Sentinels(
    List<Place> places, String master, @Nullable String user, @Nullable String password) {
  private static final int DEFAULT_PORT = 26_379;
  private static final String FORM =
      "redis-sentinel://[user:password@]host[:port][,host[:port]...][/database]?master=NAME"
          + "[&sentinel-user=...][&sentinel-password=...]";
  private static final Pattern URL =
      Pattern.compile(
          "(redis|rediss)-sentinel://(?:([^@/?#]*)@)?([^@/?#]+)(?:/(\\d{0,4}))?(?:\\?([^?#]*))?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-fA-F:.%]+\\]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  /** Sentinel allows a master no other name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private static final int MAX_PORT = 65_535;

  /** Where a server listens. */
  record Place(String host, int port) {
    /** Null when it cannot be read. */
    static @Nullable Place of(String text, int defaultPort) {
      Matcher parts = HOST.matcher(text);
      if (!parts.matches()) return null;
      int port = parts.group(2) == null ? defaultPort : Integer.parseInt(parts.group(2));
      if (port < 1 || port > MAX_PORT) return null;
      return new Place(parts.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    @Override
    public String toString() {
      return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
  }

  public Sentinels {
    places = List.copyOf(places);
  }

  static boolean named(String url) {
    return url.startsWith("redis-sentinel:") || url.startsWith("rediss-sentinel:");
  }

  /**
   * @throws IllegalArgumentException says what is wrong, without repeating the address: it may hold
   *     a password
   */
  static StoreAddress parse(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || BAD_ESCAPE.matcher(url).find()) {
      throw bad(
          "special characters of a password must be percent-encoded, and the hosts separated");
    }
    List<Place> places = new ArrayList<>();
    for (String host : parts.group(3).split(",", -1)) places.add(place(host));
    String master = "";
    String user = null;
    String password = null;
    for (String option : (parts.group(5) == null ? "" : parts.group(5)).split("&")) {
      if (option.isEmpty()) continue;
      int equals = option.indexOf('=');
      String value = StoreAddress.decode(option.substring(equals + 1));
      switch (equals < 0 ? "" : option.substring(0, equals)) {
        case "master" -> master = value;
        case "sentinel-user" -> user = value;
        case "sentinel-password" -> password = value;
        default -> throw bad("it has an option that nobody knows");
      }
    }
    if (!NAME.matcher(master).matches()) throw bad("it does not name the master");
    String[] who = StoreAddress.userAndPassword(parts.group(2));
    String database = parts.group(4);
    return new StoreAddress(
        places.get(0).host,
        places.get(0).port,
        who[0],
        who[1],
        database == null || database.isEmpty() ? 0 : Integer.parseInt(database),
        parts.group(1).equals("rediss"),
        new Sentinels(places, master, user, password));
  }

  private static Place place(String text) {
    Place place = Place.of(text, DEFAULT_PORT);
    if (place == null) throw bad("one of its hosts or ports cannot be read");
    return place;
  }

  private static IllegalArgumentException bad(String why) {
    return new IllegalArgumentException(
        "The address of the Sentinels cannot be used: " + why + ". Write " + FORM + ".");
  }

  /** For messages and logs: nothing secret. */
  String words() {
    return "the master "
        + master
        + " of the Sentinels at "
        + places.stream().map(Place::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return words();
  }
}
