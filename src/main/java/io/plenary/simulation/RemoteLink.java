package io.plenary.simulation;

import java.net.URI;

/** What a presenter's link says: {@code .../remote/:event/:room#secret}. */
public record RemoteLink(String event, String room, String secret) {
  /**
   * @throws IllegalArgumentException if it is no such link
   */
  public static RemoteLink parse(String link) {
    URI uri = URI.create(link);
    String[] path = uri.getPath().split("/");
    if (path.length != 4 || !path[1].equals("remote") || uri.getFragment() == null) {
      throw new IllegalArgumentException("not a presenter's link");
    }
    return new RemoteLink(path[2], path[3], uri.getFragment());
  }

  @Override
  public String toString() {
    return "RemoteLink[" + event + "]";
  }
}
