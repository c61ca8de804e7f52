package io.plenary.redis;

import java.util.HashMap;
import java.util.Map;

/** What a server says about itself in INFO: {@code name:value} lines, {@code #} headings. */
final class ServerInfo {
  private final Map<String, String> fields = new HashMap<>();

  ServerInfo(String info) {
    for (String line : info.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.charAt(0) != '#') {
        fields.put(line.substring(0, colon), line.substring(colon + 1));
      }
    }
  }

  /** Changes with every start of the server. */
  String runId() {
    return get("run_id");
  }

  /** Such as {@code 7.0.15}; empty when not told. */
  String version() {
    return get("redis_version");
  }

  /** Whether it is of that version or a newer one; one whose version nobody can read is not. */
  boolean atLeast(int major, int minor) {
    String[] parts = version().split("\\.");
    if (parts.length < 2 || !parts[0].matches("\\d{1,6}") || !parts[1].matches("\\d{1,6}")) {
      return false;
    }
    int own = Integer.parseInt(parts[0]);
    return own > major || (own == major && Integer.parseInt(parts[1]) >= minor);
  }

  boolean loading() {
    return "1".equals(get("loading")) || "1".equals(get("async_loading"));
  }

  boolean replica() {
    return "slave".equals(get("role"));
  }

  /** 0 when it is not told. */
  long number(String field) {
    String value = get(field);
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  String get(String field) {
    return fields.getOrDefault(field, "");
  }
}
