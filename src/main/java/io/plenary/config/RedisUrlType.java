package io.plenary.config;

import java.net.URI;
import java.net.URISyntaxException;

/** Messages never repeat the value: it may hold a password. */
final class RedisUrlType implements ValueType<RedisUrl> {
  @Override
  public String label() {
    return "<url>";
  }

  @Override
  public String allowed() {
    return "redis://[user:password@]host[:port][/database], or rediss:// for TLS";
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public RedisUrl read(String text) throws BadValue {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new BadValue("is not an address; write special characters of the password as %XX");
    }
    if (!"redis".equals(uri.getScheme()) && !"rediss".equals(uri.getScheme())) {
      throw new BadValue("does not begin with redis:// or rediss://");
    }
    if (uri.getHost() == null) {
      throw new BadValue("has no host name; write special characters of the password as %XX");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new BadValue("has a port that does not exist");
    }
    if (!uri.getRawPath().matches("(/[0-9]{0,4})?")
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new BadValue("has more after the host than a database number");
    }
    return new RedisUrl(text);
  }
}
