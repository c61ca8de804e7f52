package io.plenary.transport;

import io.plenary.identity.Account;
import io.plenary.identity.AuditLog;
import io.plenary.identity.AuditLog.Act;
import io.plenary.identity.AuditLog.Deed;
import io.plenary.identity.SignedIn;
import io.plenary.limit.Rate;
import io.plenary.limit.RateLimiter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes what was done, once it was answered that it is. By the path of the request, so that no
 * route has to think of it; what comes over a connection says so itself.
 */
final class AuditTrail {
  /** Of the event that an invitation was for, which stands in no path. */
  static final String INVITED = "audit.invited";

  private static final String SESSION = "/api/v1/session";
  private static final String CODE = SESSION + "/code";
  private static final String ACCEPT = "/api/v1/invitations/accept";

  /** One attack is many refusals. */
  private static final Rate REFUSALS = new Rate(1, Duration.ofMinutes(1), 5);

  /** Groups: event, account, detail, each where the path has it. */
  private record Rule(HttpMethod method, Pattern path, Act act) {}

  private static final String EVENT = "/api/v1/events/(?<event>[a-z0-9]+)";
  private static final List<Rule> RULES =
      List.of(
          rule(HttpMethod.POST, "/api/v1/(?<detail>account)/password", Act.PASSWORD_SET),
          rule(HttpMethod.POST, "/api/v1/links/(?<detail>reset)/use", Act.PASSWORD_SET),
          rule(HttpMethod.POST, "/api/v1/account/second-factor/confirm", Act.SECOND_FACTOR_SET),
          rule(HttpMethod.POST, "/api/v1/account/second-factor/remove", Act.SECOND_FACTOR_REMOVED),
          rule(HttpMethod.POST, "/api/v1/account/email", Act.ADDRESS_CHANGED),
          rule(HttpMethod.DELETE, "/api/v1/(account/)?sessions(/.*)?", Act.SESSIONS_ENDED),
          rule(HttpMethod.POST, "/api/v1/account/delete", Act.ACCOUNT_DELETED),
          rule(
              HttpMethod.POST,
              "/api/v1/accounts/(?<account>[a-z0-9]+)/links/(?<detail>[a-z-]+)",
              Act.LINK_MADE),
          rule(HttpMethod.POST, ACCEPT, Act.INVITATION_ACCEPTED),
          rule(HttpMethod.POST, EVENT + "/invitations", Act.INVITED),
          rule(HttpMethod.DELETE, EVENT + "/invitations/.*", Act.INVITATION_WITHDRAWN),
          rule(HttpMethod.POST, EVENT + "/staff/(?<account>[a-z0-9]+)", Act.ROLE_CHANGED),
          rule(HttpMethod.DELETE, EVENT + "/staff/(?<account>[a-z0-9]+)", Act.ROLE_TAKEN),
          rule(
              HttpMethod.POST,
              EVENT + "/rooms/[^/]+/links/(?<detail>stage|remote)",
              Act.LINKS_REPLACED),
          rule(HttpMethod.POST, EVENT + "/report/link", Act.REPORT_SHARED),
          rule(HttpMethod.DELETE, EVENT + "/report/link", Act.REPORT_REVOKED),
          rule(
              HttpMethod.GET,
              EVENT + "(/[^/]+)*/(?<detail>[a-z]+\\.(csv|json|xlsx))",
              Act.EVENT_EXPORTED),
          rule(HttpMethod.DELETE, EVENT, Act.EVENT_DELETED));

  private final AuditLog log;
  private final RateLimiter refusals = new RateLimiter(REFUSALS, System.nanoTime());

  AuditTrail(AuditLog log) {
    this.log = log;
  }

  private static Rule rule(HttpMethod method, String path, Act act) {
    return new Rule(method, Pattern.compile(path), act);
  }

  /** Before everything else. */
  void mount(Router router) {
    router
        .route("/api/*")
        .handler(
            ctx -> {
              ctx.addEndHandler(end -> ended(ctx));
              ctx.next();
            });
  }

  /** Over a connection. */
  void finalised(Session session, String detail) {
    String by = session.identity().person();
    log.note(
        new Deed(
            Act.EVENT_FINALISED, by == null ? "" : by, "", session.identity().eventId(), detail));
  }

  private void ended(RoutingContext ctx) {
    int status = ctx.response().getStatusCode();
    String path = ctx.normalizedPath();
    if (status == 429 && (path.equals(SESSION) || path.equals(CODE))) {
      if (refusals.tryAcquire(System.nanoTime())) {
        log.note(new Deed(Act.STRANGER_REFUSED, "", "", "", ""));
      }
      return;
    }
    if (status >= 400) return;
    SignedIn in = ctx.get(SignedIn.class.getName());
    Account known = ctx.get(Account.class.getName());
    String by = in != null ? in.account().id() : known != null ? known.id() : "";
    if (in != null) log.note(new Deed(Act.SIGNED_IN, by, "", "", way(path)));
    for (Rule rule : RULES) {
      Matcher found = rule.path.matcher(path);
      if (!rule.method.equals(ctx.request().method()) || !found.matches()) continue;
      String invited = ctx.get(INVITED);
      String event = invited != null ? invited : group(rule, found, "event");
      log.note(
          new Deed(
              rule.act, by, group(rule, found, "account"), event, group(rule, found, "detail")));
      return;
    }
  }

  /** A word of the program: the part of the path that says it. */
  private static String way(String path) {
    if (path.equals(SESSION)) return "password";
    if (path.equals(CODE)) return "code";
    if (path.equals(ACCEPT)) return "invitation";
    if (path.startsWith("/api/v1/links/")) return path.split("/")[4];
    return path.equals("/api/v1/setup") ? "setup" : "provider";
  }

  private static String group(Rule rule, Matcher found, String name) {
    String pattern = rule.path.pattern();
    return pattern.contains("(?<" + name + ">") ? found.group(name) : "";
  }
}
