package io.plenary.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An origin: scheme, host and perhaps port, nothing else, because pages and cookies live at its
 * root.
 */
final class PublicUrlType implements ValueType<URI> {
  @Override
  public String label() {
    return "<url>";
  }

  @Override
  public String allowed() {
    return "an http or https address without path, such as https://vote.example.org";
  }

  @Override
  public URI read(String text) throws BadValue {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new BadValue("'" + text + "' is not an address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new BadValue("'" + text + "' does not begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw new BadValue("'" + text + "' has no host name");
    }
    String path = uri.getRawPath();
    if (uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !(path.isEmpty() || path.equals("/"))) {
      throw new BadValue("'" + text + "' has more than a host and a port");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new BadValue("'" + text + "' has a port that does not exist");
    }
    return URI.create(
        scheme
            + "://"
            + uri.getHost().toLowerCase(Locale.ROOT)
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
  }
}
