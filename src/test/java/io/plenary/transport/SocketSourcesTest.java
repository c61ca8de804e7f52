package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Browsers for which 'self' is no WebSocket find ours named in the policy of every page, and no
 * Host puts anything else into it.
 */
class SocketSourcesTest {
  private static final Pattern CONNECT =
      Pattern.compile(
          "(?im)^content-security-policy: default-src [^\r"
              + "]*; connect-src ([^;]*); manifest-src [^\r"
              + "]*$");

  @Test
  @DisplayName(
      "C10 every page names the WebSockets of the host it was asked at, and of the public address")
  void named(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      String self = server.base().getAuthority();
      for (String path :
          List.of(
              "/",
              "/j/ABCDEF",
              "/organiser",
              server.link("stage").getPath(),
              server.link("remote").getPath(),
              "/preview/x/y",
              "/verify")) {
        assertEquals(
            "'self' ws://" + self + " wss://" + self, connect(server.base(), path, self), path);
      }
      for (String host :
          List.of("plenary.example", "plenary.example:8443", "192.168.1.20:8080", "my_box")) {
        assertEquals(
            "'self' ws://" + host + " wss://" + host + " ws://" + self,
            connect(server.base(), "/", host),
            host);
      }
    }
  }

  @Test
  @DisplayName("C10 a Host that is no host adds nothing to the policy")
  void nothingElse(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      String own = "'self' ws://" + server.base().getAuthority();
      for (String host :
          List.of(
              "[::1]:8080",
              "*",
              "*.example",
              "a b",
              "a;script-src x",
              "a,b",
              "a'b",
              "user@host",
              "a/b",
              "a:1:2",
              "a:999999",
              "",
              ".",
              "x".repeat(300),
              "é.example")) {
        String answer = ask(server.base(), "/", host);
        if (answer.startsWith("HTTP/1.1 400")) continue;
        assertTrue(answer.startsWith("HTTP/1.1 200"), () -> host + ": " + answer);
        assertEquals(own, connect(answer), host);
      }
    }
  }

  private static String connect(URI base, String path, String host) {
    return connect(ask(base, path, host));
  }

  private static String connect(String answer) {
    Matcher found = CONNECT.matcher(answer);
    assertTrue(found.find(), answer);
    return found.group(1);
  }

  /** The head of the answer, byte for byte: clients of the JDK choose their Host themselves. */
  private static String ask(URI base, String path, String host) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      String request =
          "HEAD " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
