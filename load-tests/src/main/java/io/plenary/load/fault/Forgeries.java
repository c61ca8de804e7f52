package io.plenary.load.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways in which somebody claims to be somewhere else, as headers of a request. */
public final class Forgeries {
  /** By what is tried. */
  public static final Map<String, List<String>> ALL = all();

  private Forgeries() {}

  private static Map<String, List<String>> all() {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("nothing is forged", List.of());
    ways.put("one address", List.of("X-Forwarded-For: 10.9.8.7"));
    ways.put("a list that ends with the server", List.of("X-Forwarded-For: 10.9.8.7, 127.0.0.1"));
    ways.put("two lines", List.of("X-Forwarded-For: 10.9.8.7", "x-forwarded-for: 10.9.8.6"));
    ways.put(
        "names that are alike",
        List.of(
            "X_Forwarded_For: 10.9.8.7",
            "X-Real-IP: 10.9.8.7",
            "Forwarded: for=10.9.8.7;proto=https",
            "X-Client-IP: 10.9.8.7",
            "X-Forwarded: 10.9.8.7"));
    ways.put("nonsense", List.of("X-Forwarded-For: , \"[::1]:99\",unknown, ,"));
    ways.put(
        "the header is called one of this hop alone",
        List.of("Connection: X-Forwarded-For, close", "X-Forwarded-For: 10.9.8.7"));
    return ways;
  }
}
