package io.plenary.transport;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Set;

/**
 * Whether a request comes from a page of ours: browsers always say where from with what changes
 * something, and pages of other sites must not speak with an organiser's cookie. A request without
 * Origin is not from a page.
 */
final class Origins {
  private final Set<String> own;

  Origins(Set<String> own) {
    this.own = own;
  }

  boolean allows(MultiMap headers) {
    String origin = headers.get("origin");
    if (origin == null) return true;
    if (own.contains(origin)) return true;
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(headers.get("host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
