package io.plenary.transport;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our WebSockets as the connect-src of a page has to name them: for Safari before 16 'self' does
 * not cover them, and it throws where a page opens one. Pages open them at the host they were
 * loaded from; behind a proxy that says another name than people see, that is the public address.
 */
final class SocketSources {
  /**
   * What a policy may name, and nothing that could end the directive. An IPv6 address cannot be
   * named: there 'self' is all there is.
   */
  private static final Pattern NAMEABLE =
      Pattern.compile("(?=.{1,255}$)[A-Za-z0-9_-]++(\\.[A-Za-z0-9_-]++)*+(:[0-9]{1,5})?");

  private final String publicHost;
  private final String publicSource;

  /**
   * @param base the public address
   */
  SocketSources(String base) {
    this.publicHost = URI.create(base).getAuthority();
    this.publicSource =
        !nameable(publicHost)
            ? ""
            : (base.startsWith("https:") ? " wss://" : " ws://") + publicHost;
  }

  /** Each with a space in front. */
  String of(HttpServerRequest request) {
    String host = request.authority() == null ? null : request.authority().toString();
    if (host == null || !nameable(host)) return publicSource;
    String here = " ws://" + host + " wss://" + host;
    return host.equalsIgnoreCase(publicHost) ? here : here + publicSource;
  }

  private static boolean nameable(@Nullable String host) {
    return host != null && NAMEABLE.matcher(host).matches();
  }
}
