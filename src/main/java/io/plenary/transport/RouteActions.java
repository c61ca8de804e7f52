package io.plenary.transport;

import io.plenary.identity.Action;
import io.plenary.identity.Grant;
import io.plenary.identity.Permissions;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which action a request below {@code /api/v1/events/:event} is, and so who may send it. What
 * stands not here is nobody's.
 */
final class RouteActions {
  private record Rule(HttpMethod method, Pattern rest, Action action) {
    /** Links are read room by room: whoever may in some room is answered of those only. */
    boolean allows(Grant grant) {
      return action == Action.READ_LINKS
          ? Permissions.may(grant.role(), action)
          : grant.may(action, null);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          rule(HttpMethod.DELETE, "", Action.DELETE_EVENT),
          rule(HttpMethod.POST, "/duplicate", Action.DUPLICATE_EVENT),
          rule(HttpMethod.POST, "/archive", Action.ARCHIVE_EVENT),
          rule(HttpMethod.GET, "/links", Action.READ_LINKS),
          rule(HttpMethod.POST, "/rooms/[^/]+/links/[^/]+", Action.MANAGE_LINKS),
          rule(HttpMethod.GET, "/staff", Action.MANAGE_STAFF),
          rule(HttpMethod.POST, "/staff/[^/]+", Action.MANAGE_STAFF),
          rule(HttpMethod.DELETE, "/staff/[^/]+", Action.MANAGE_STAFF),
          rule(HttpMethod.POST, "/invitations", Action.MANAGE_STAFF),
          rule(HttpMethod.DELETE, "/invitations/[^/]+", Action.MANAGE_STAFF),
          rule(HttpMethod.GET, "/report", Action.EXPORT_EVENT),
          rule(HttpMethod.GET, "/report/link", Action.SHARE_REPORT),
          rule(HttpMethod.POST, "/report/link", Action.SHARE_REPORT),
          rule(HttpMethod.DELETE, "/report/link", Action.SHARE_REPORT),
          rule(HttpMethod.GET, "(/[A-Za-z0-9_-]+)*/[a-z]+\\.(csv|json|xlsx)", Action.EXPORT_EVENT));

  private RouteActions() {}

  private static Rule rule(HttpMethod method, String rest, Action action) {
    return new Rule(method, Pattern.compile(rest), action);
  }

  /**
   * @param rest of the path, behind the event's id
   */
  static boolean allow(Grant grant, HttpMethod method, String rest) {
    HttpMethod asked = method == HttpMethod.HEAD ? HttpMethod.GET : method;
    String path = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    return RULES.stream()
        .filter(r -> r.method == asked && r.rest.matcher(path).matches())
        .findFirst()
        .filter(r -> r.allows(grant))
        .isPresent();
  }
}
