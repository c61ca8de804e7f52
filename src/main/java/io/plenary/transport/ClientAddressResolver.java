package io.plenary.transport;

import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as the text of an IP address. One proxy in front is believed: what it
 * wrote is the last value of the last line of X-Forwarded-For, and everything before that are the
 * words of whoever asked. Proxies either append to the line they were given or add one of their
 * own, some with a port. Only literals are read: a name is never looked up, and whatever is no
 * literal counts for nothing.
 */
final class ClientAddressResolver {
  private static final String FORWARDED_FOR = "x-forwarded-for";

  /** {@code [v6]}, {@code [v6]:port} or {@code v4:port}; more than one colon is of IPv6 itself. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\[\\]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}");

  private final boolean trustProxy;

  /**
   * @param trustProxy whether a proxy in front sets X-Forwarded-For; otherwise anybody could write
   *     it
   */
  ClientAddressResolver(boolean trustProxy) {
    this.trustProxy = trustProxy;
  }

  String address(HttpServerRequest request) {
    return address(request.headers(), request.remoteAddress());
  }

  String address(MultiMap headers, SocketAddress remote) {
    String peer = String.valueOf(remote.hostAddress()); // null on a socket without one
    String known = literal(peer);
    String forwarded = trustProxy ? forwarded(headers.getAll(FORWARDED_FOR)) : null;
    return forwarded != null ? forwarded : known != null ? known : peer;
  }

  private static @Nullable String forwarded(List<String> lines) {
    if (lines.isEmpty()) return null;
    String line = lines.get(lines.size() - 1);
    return literal(withoutPort(line.substring(line.lastIndexOf(',') + 1).strip()));
  }

  private static String withoutPort(String value) {
    Matcher found = WITH_PORT.matcher(value);
    if (!found.matches()) return value;
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  /**
   * The address in one spelling, IPv4 in IPv6 as what it is; null when the text is none. Asks
   * nobody.
   */
  private static @Nullable String literal(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) return null;
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) { // never: four or sixteen bytes
      return null;
    }
  }
}
