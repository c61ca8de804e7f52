package io.plenary.transport.contract;

import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/** The ways of messages, all under one contract. */
enum Way {
  SOCKET(HttpClient.Version.HTTP_1_1) {
    @Override
    Peer connect(HttpClient http, URI base, String origin) {
      return new SocketPeer(http, base, origin);
    }
  },
  STREAM(HttpClient.Version.HTTP_1_1) {
    @Override
    Peer connect(HttpClient http, URI base, String origin) {
      return new StreamPeer(http, base, origin);
    }
  },
  /** As a proxy may speak with us. */
  STREAM_OVER_HTTP2(HttpClient.Version.HTTP_2) {
    @Override
    Peer connect(HttpClient http, URI base, String origin) {
      return new StreamPeer(http, base, origin);
    }
  };

  private final HttpClient.Version version;

  Way(HttpClient.Version version) {
    this.version = version;
  }

  abstract Peer connect(HttpClient http, URI base, String origin);

  /** A client that shares no connection with others. */
  Peer connect(URI base) {
    return connect(client(), base, null);
  }

  /** Somebody signed in, on a page of ours. */
  Peer connect(URI base, String cookie) {
    CookieHandler always =
        new CookieHandler() {
          @Override
          public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            return Map.of("Cookie", List.of(cookie));
          }

          @Override
          public void put(URI uri, Map<String, List<String>> headers) {
            // the session stays the one it is
          }
        };
    return connect(
        HttpClient.newBuilder().version(version).cookieHandler(always).build(),
        base,
        base.toString());
  }

  HttpClient client() {
    return HttpClient.newBuilder().version(version).build();
  }
}
