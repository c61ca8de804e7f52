package io.plenary.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** An issuer of OpenID Connect, without a slash at its end; by http only on this machine. */
final class IssuerType implements ValueType<URI> {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public String label() {
    return "<url>";
  }

  @Override
  public String allowed() {
    return "an https address, such as https://login.example.org/realms/main";
  }

  @Override
  public URI read(String text) throws BadValue {
    URI uri;
    try {
      uri = new URI(text.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw new BadValue("'" + text + "' is not an address");
    }
    if (uri.getHost() == null) throw new BadValue("'" + text + "' has no host name");
    boolean here = "http".equals(uri.getScheme()) && HERE.contains(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !here) {
      throw new BadValue("'" + text + "' does not begin with https://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new BadValue("'" + text + "' has more than a host, a port and a path");
    }
    return uri;
  }
}
