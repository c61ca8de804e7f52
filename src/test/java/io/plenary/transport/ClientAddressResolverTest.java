package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose address counts, with and without a proxy in front. */
class ClientAddressResolverTest {
  private static final String PROXY = "127.0.0.1";
  private static final String LINE = "X-Forwarded-For";

  private static String through(MultiMap headers) {
    return new ClientAddressResolver(true)
        .address(headers, SocketAddress.inetSocketAddress(80, PROXY));
  }

  private static MultiMap lines(String... lines) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String line : lines) headers.add(LINE, line);
    return headers;
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("O7 whatever somebody writes into X-Forwarded-For, what the proxy wrote last counts")
  @CsvSource(
      delimiter = ';',
      value = {
        "nothing forged, nginx; 203.0.113.9; ; 203.0.113.9",
        "nothing forged, with a port; 203.0.113.9:50123; ; 203.0.113.9",
        "one value, the proxy appends; 10.0.0.1, 203.0.113.9; ; 203.0.113.9",
        "a list, the proxy appends; 10.0.0.1,10.0.0.2 , 203.0.113.9; ; 203.0.113.9",
        "a line, HAProxy adds its own; 10.0.0.1; 203.0.113.9; 203.0.113.9",
        "a list in a line, HAProxy adds its own; 10.0.0.1, 10.0.0.2; 203.0.113.9; 203.0.113.9",
        "an entry with a port before it; 10.0.0.1:80, 203.0.113.9:50123; ; 203.0.113.9",
        "IPv6; 10.0.0.1, 2001:DB8::0:9; ; 2001:db8:0:0:0:0:0:9",
        "IPv6 in brackets; 10.0.0.1, [2001:db8::9]; ; 2001:db8:0:0:0:0:0:9",
        "IPv6 with a port; [2001:db8::1]:80; [2001:db8::9]:50123; 2001:db8:0:0:0:0:0:9",
        "IPv4 within IPv6; 10.0.0.1, ::ffff:203.0.113.9; ; 203.0.113.9",
        "IPv4 within IPv6 in hex; 10.0.0.1, ::ffff:cb00:7109; ; 203.0.113.9",
      })
  void lastOfTheLast(String how, String first, String second, String counts) {
    assertEquals(counts, through(second == null ? lines(first) : lines(first, second)));
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("O24 what is no literal is never looked up: the address of the proxy counts")
  @CsvSource({
    "zz:1",
    "localhost",
    "localhost:80",
    "a.example",
    "unknown",
    "_hidden",
    "1",
    "1.2",
    "0x7f000002",
    "256.1.1.1",
    "[localhost]:80",
    "[]",
    "::g",
    "10.0.0.1:99999999",
    "10.0.0.1 10.0.0.2",
    "'10.0.0.1,'",
    "''"
  })
  void literalsOnly(String value) {
    assertEquals(PROXY, through(lines("10.0.0.1", value)));
  }

  @Test
  @DisplayName(
      "O7 other headers that name an address count for nothing, and without trust-proxy none does")
  void otherHeaders() {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Forwarded", "for=10.0.0.1")
            .add("X-Real-IP", "10.0.0.2")
            .add("X_Forwarded_For", "10.0.0.3")
            .add("X-Client-IP", "10.0.0.4");
    assertEquals(PROXY, through(headers));
    headers.add(LINE, "203.0.113.9");
    assertEquals("203.0.113.9", through(headers));
    SocketAddress peer = SocketAddress.inetSocketAddress(80, "198.51.100.7");
    assertEquals("198.51.100.7", new ClientAddressResolver(false).address(headers, peer));
    SocketAddress six = SocketAddress.inetSocketAddress(80, "::ffff:198.51.100.7");
    assertEquals("198.51.100.7", new ClientAddressResolver(false).address(headers, six));
  }
}
