package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.embedded.TestRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/**
 * What somebody reads who starts it the wrong way, and the exit codes: 0 as asked, 1 cannot start,
 * 2 wrong settings.
 */
class CommandLineIT {

  @Test
  void helpExplainsEverySetting() {
    assertEnds(
        0,
        new ServerProcess("help").launch("--help"),
        "--port",
        "--data",
        "PLENARY_REDIS_URL",
        "--simulate");
  }

  @Test
  void anUnknownSettingIsAnError() {
    assertEnds(2, new ServerProcess("unknown-option").launch("--prot=8080"), "--prot");
    assertEnds(
        2,
        new ServerProcess("unknown-variable").with("PLENARY_PROT", "8080").launch(),
        "PLENARY_PROT");
  }

  @Test
  void aTakenPortIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), TestRedis.freePort()));
      String port = "" + taken.getLocalPort();
      assertEnds(
          1,
          new ServerProcess("taken-port").with("PLENARY_PORT", port).launch(),
          "Plenary could not start",
          port);
    }
  }

  @Test
  void anExternalRedisThatIsNotThereIsSaid() throws IOException {
    String place = "127.0.0.1:" + TestRedis.freePort();
    assertEnds(
        1,
        new ServerProcess("redis-unreachable").with("REDIS_URL", "redis://" + place).launch(),
        place,
        "Check that it runs",
        "REDIS_URL");
  }

  @Test
  void anExternalRedisThatForgetsIsRefused() {
    try (TestRedis redis = TestRedis.start("--appendonly", "no")) {
      assertEnds(
          1,
          new ServerProcess("redis-forgets").with("REDIS_URL", url(redis)).launch(),
          "appendonly no",
          "appendonly yes");
    }
  }

  @Test
  void anExternalRedisThatKeepsIsUsed() {
    try (TestRedis redis = TestRedis.start();
        ServerProcess server = new ServerProcess("redis-external").with("REDIS_URL", url(redis))) {
      server.start();
      assertTrue(server.redisProcesses().isEmpty(), "it has none of its own");
      server.term();
    }
  }

  private static String url(TestRedis redis) {
    return "redis://:" + TestRedis.PASSWORD + "@" + redis.address().place();
  }

  private static void assertEnds(int code, ServerProcess server, String... says) {
    try (server) {
      int found = server.exitCode();
      String output = server.output();
      assertEquals(code, found, output);
      for (String words : says) {
        assertTrue(output.contains(words), words + " is missing in:\n" + output);
      }
      assertFalse(
          output.contains("Exception in thread"), "a stack trace is no message:\n" + output);
      assertFalse(output.contains(TestRedis.PASSWORD), "the password is not for the terminal");
      assertTrue(server.redisProcesses().isEmpty(), "redis-server is left behind");
    }
  }
}
