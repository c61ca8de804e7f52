package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Headers that nginx, HAProxy and Caddy sent when they ran with the files of src/deploy/proxy, and
 * somebody at 127.0.3.7 claimed to be somewhere else. The load tests' scenario {@code proxies}
 * records them: lines with {@code >} were sent, the others arrived.
 */
class ProxyHeadersTest {
  private static final Path RECORDED = Path.of("src/test/resources/proxies");
  private static final String SENDER = "127.0.3.7";
  private static final SocketAddress PROXY = SocketAddress.inetSocketAddress(40_000, "127.0.0.1");

  /** What arrived of one way of forging. */
  private record Arrived(String name, List<String> sent, MultiMap headers) {}

  @TestFactory
  List<DynamicTest> theAddressIsTheSenders() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    ClientAddressResolver resolver = new ClientAddressResolver(true);
    for (Path file : files()) {
      for (Arrived arrived : read(file)) {
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName() + ": " + arrived.name,
                () -> assertEquals(SENDER, resolver.address(arrived.headers, PROXY))));
      }
    }
    return tests;
  }

  @Test
  @DisplayName("each proxy was tried with every way of forging, and passes on what WebSockets need")
  void everyWayIsRecorded() throws IOException {
    assertEquals(3, files().size(), "nginx, HAProxy, Caddy");
    for (Path file : files()) {
      List<Arrived> all = read(file);
      assertTrue(all.size() >= 6, file + ": " + all.size());
      assertEquals(1, all.stream().filter(a -> a.sent.isEmpty()).count(), "one is honest");
      for (Arrived arrived : all) {
        assertEquals("vote.example.org", arrived.headers.get("host"), arrived.name);
        assertEquals(
            List.of(SENDER), arrived.headers.getAll("x-forwarded-for"), "set, not appended");
      }
    }
  }

  @Test
  @DisplayName("without a proxy that is trusted nobody's word counts")
  void withoutTrustNothingCounts() throws IOException {
    ClientAddressResolver resolver = new ClientAddressResolver(false);
    for (Path file : files()) {
      for (Arrived arrived : read(file)) {
        assertEquals("127.0.0.1", resolver.address(arrived.headers, PROXY), arrived.name);
      }
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(RECORDED)) {
      return all.sorted().toList();
    }
  }

  private static List<Arrived> read(Path file) throws IOException {
    List<Arrived> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      if (line.startsWith("= ")) {
        all.add(
            new Arrived(line.substring(2), new ArrayList<>(), MultiMap.caseInsensitiveMultiMap()));
        continue;
      }
      Arrived last = all.get(all.size() - 1);
      if (line.startsWith("> ")) last.sent.add(line.substring(2));
      else {
        int colon = line.indexOf(':');
        last.headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return all;
  }
}
