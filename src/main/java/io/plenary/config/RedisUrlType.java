package io.plenary.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages never repeat the value: it may hold a password. */
final class RedisUrlType implements ValueType<RedisUrl> {
  private static final Pattern ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final Pattern HOST =
      Pattern.compile("(?:\\[[0-9a-fA-F:.%]+\\]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");

  @Override
  public String label() {
    return "<url>";
  }

  @Override
  public String allowed() {
    return "redis://[user:password@]host[:port][/database], or rediss:// for TLS;"
        + " redis-sentinel://[user:password@]host[:port],host[:port]...[/database]?master=NAME,"
        + " or rediss-sentinel:// for TLS;"
        + " redis-cluster://[user:password@]host[:port],host[:port]..., or rediss-cluster://"
        + " for TLS";
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public RedisUrl read(String text) throws BadValue {
    if (new RedisUrl(text).sentinels()) return sentinels(text);
    if (new RedisUrl(text).cluster()) return cluster(text);
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

  private static RedisUrl sentinels(String text) throws BadValue {
    String rest = text.substring(text.indexOf(':') + 1);
    if (ESCAPE.matcher(rest).find()
        || !rest.matches("//([^@/?#\\s]*@)?[^@/?#\\s]+(/[^?#\\s]*)?(\\?[^?#\\s]*)?")) {
      throw new BadValue("is not an address; write special characters of the password as %XX");
    }
    if (!rest.matches("//[^/?]*(/[0-9]{0,4})?([?].*)?")) {
      throw new BadValue("has more after the hosts than a database number");
    }
    hosts(text);
    if (!text.matches(".*[?&]master=[A-Za-z0-9._-]{1,100}(&.*)?")) {
      throw new BadValue("does not name the master (?master=NAME)");
    }
    if (!text.matches("[^?]*\\?((master|sentinel-user|sentinel-password)=[^&]*(&|$))+")) {
      throw new BadValue("has an option that nobody knows");
    }
    return new RedisUrl(text);
  }

  private static RedisUrl cluster(String text) throws BadValue {
    String rest = text.substring(text.indexOf(':') + 1);
    if (ESCAPE.matcher(rest).find() || !rest.matches("//([^@/?#\\s]*@)?[^@/?#\\s]+([/?#]\\S*)?")) {
      throw new BadValue("is not an address; write special characters of the password as %XX");
    }
    if (!rest.matches("//[^/?#]*/?")) {
      throw new BadValue("has more after the hosts, and a Cluster has one database");
    }
    hosts(text);
    return new RedisUrl(text);
  }

  private static void hosts(String text) throws BadValue {
    String hosts = new RedisUrl(text).safe();
    for (String host : hosts.split(",", -1)) {
      Matcher parts = HOST.matcher(host);
      if (!parts.matches()) throw new BadValue("has a host that is none");
      if (parts.group(1) == null) continue;
      int port = Integer.parseInt(parts.group(1));
      if (port == 0 || port > 65_535) throw new BadValue("has a port that does not exist");
    }
  }
}
