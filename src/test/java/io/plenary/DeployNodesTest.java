package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plenary.config.Loaded;
import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of src/deploy/nodes say is true of several servers on one store. */
class DeployNodesTest {
  private static final Path NODES = Path.of("src/deploy/nodes").toAbsolutePath();
  private static final List<String> BALANCERS = List.of("haproxy.cfg", "nginx.conf", "Caddyfile");

  /** Longer than the pause between two beats of a page. */
  private static final int BEAT_S = 25;

  @TempDir private Path folder;

  @Test
  @DisplayName("settings of a node are settings, and name the Sentinels' master as they do")
  void settingsAreAllowed() {
    Map<String, String> env = new HashMap<>();
    Pattern.compile("(?m)^([A-Z][A-Z_]*)=(\\S+)")
        .matcher(read("plenary.env"))
        .results()
        .forEach(r -> env.put(r.group(1), r.group(2)));
    Settings settings = settings(env);
    assertTrue(settings.web().trustProxy());
    assertEquals(1, settings.store().copies());
    String url = env.get("REDIS_URL");
    Matcher monitor =
        Pattern.compile("(?m)^sentinel monitor (\\S+) (\\S+) 6379 2$")
            .matcher(read("sentinel.conf"));
    assertTrue(monitor.find());
    assertTrue(url.contains("?master=" + monitor.group(1) + "&"), url);
    assertTrue(url.contains("@" + monitor.group(2) + ","), url);
    assertTrue(url.contains("sentinel-password=" + word("sentinel.conf", "requirepass")), url);
    assertTrue(url.contains("://:" + word("redis.conf", "requirepass") + "@"), url);
  }

  @Test
  @DisplayName("settings of the nodes that are tried in containers are settings")
  void settingsInContainersAreAllowed() {
    Map<String, String> env = new HashMap<>();
    Pattern.compile("(?m)^    ([A-Z][A-Z_]+): \"?([^\"\\n]+)\"?")
        .matcher(read("compose.yaml"))
        .results()
        .forEach(r -> env.put(r.group(1), r.group(2)));
    assertTrue(env.get("REDIS_URL").endsWith("@redis:6379"), "" + env);
    env.put("REDIS_URL", "redis://:word@redis:6379");
    assertTrue(settings(env).web().trustProxy());
  }

  private Settings settings(Map<String, String> env) {
    Loaded loaded = SettingsLoader.load(new String[0], env, folder);
    return assertInstanceOf(Loaded.Run.class, loaded, () -> env + ": " + loaded).settings();
  }

  @Test
  @DisplayName("every copy of the store keeps what it is told, and may become the master")
  void copiesKeep() {
    for (String setting :
        List.of(
            "appendonly yes",
            "appendfsync always",
            "no-appendfsync-on-rewrite no",
            "maxmemory-policy noeviction")) {
      assertEquals(List.of(setting), lines("redis.conf", setting.split(" ")[0] + " "));
    }
    String password = word("redis.conf", "requirepass");
    assertEquals(password, word("redis.conf", "masterauth"));
    assertEquals(password, word("sentinel.conf", "sentinel auth-pass plenary"));
    String sentinels = word("sentinel.conf", "requirepass");
    assertEquals(sentinels, word("sentinel.conf", "sentinel sentinel-pass"));
  }

  @Test
  @DisplayName("addresses of people are set, whoever balances; nobody is kept at one node")
  void noStickySessions() {
    assertEquals(
        List.of("proxy_set_header X-Forwarded-For $remote_addr;"),
        lines("nginx.conf", "X-Forwarded-For"));
    assertEquals(
        List.of(
            "http-request del-header X-Forwarded-For",
            "http-request set-header X-Forwarded-For %[src]"),
        lines("haproxy.cfg", "X-Forwarded-For"));
    assertEquals(
        List.of("header_up X-Forwarded-For {remote_host}"), lines("Caddyfile", "X-Forwarded-For"));
    for (String file : BALANCERS) {
      for (String sticky : List.of("ip_hash", "cookie", "sticky", "hash", "balance source")) {
        assertEquals(List.of(), lines(file, sticky), file);
      }
      assertTrue(lines(file, "least").size() > 0, file + " balances by connections");
    }
  }

  @Test
  @DisplayName("balancers wait longer than pages are silent, and hold nothing back")
  void balancersWait() {
    for (String file : BALANCERS) {
      List<Integer> seconds =
          Pattern.compile(
                  "(?m)^[^#\\n]*(?:read_timeout|timeout (?:client|server|tunnel))\\s+(\\d+)s")
              .matcher(read(file))
              .results()
              .map(r -> Integer.parseInt(r.group(1)))
              .toList();
      assertFalse(seconds.isEmpty(), file);
      seconds.forEach(s -> assertTrue(s > 3 * BEAT_S, file + ": " + s + " s"));
    }
    assertTrue(read("nginx.conf").contains("proxy_buffering off;"));
    assertTrue(read("nginx.conf").contains("proxy_set_header Upgrade $http_upgrade;"));
    assertTrue(read("Caddyfile").contains("flush_interval -1"));
  }

  @Test
  @DisplayName("without a node that can store, pages still come, from those that live")
  void pagesStillCome() {
    assertEquals(
        List.of("option httpchk GET /health/ready", "option httpchk GET /health/live"),
        lines("haproxy.cfg", "httpchk"));
    assertEquals(
        List.of("use_backend alive if { nbsrv(plenary) eq 0 }"),
        lines("haproxy.cfg", "use_backend"));
    List<String> servers = lines("haproxy.cfg", "server node");
    assertEquals(servers.subList(0, 3), servers.subList(3, 6), "of both back ends");
    assertEquals(List.of("health_uri /health/live"), lines("Caddyfile", "health_uri"));
    assertEquals(
        List.of("proxy_next_upstream error timeout;"), lines("nginx.conf", "upstream err"));
  }

  @Test
  @DisplayName("what is not known to be undone is sent to one node alone")
  void nothingIsSentTwice() {
    assertEquals(
        List.of("http-request disable-l7-retry unless METH_GET"), lines("haproxy.cfg", "l7-retry"));
    assertEquals(List.of(), lines("nginx.conf", "non_idempotent"));
    assertEquals(List.of(), lines("Caddyfile", "lb_retry_match"));
  }

  @Test
  @DisplayName("nodes are restarted one after the other, and none while another is not ready")
  void oneAfterTheOther() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "curl"))));
    int ready;
    try (TestServer server = TestServer.start(folder.resolve("data"))) {
      ready = server.base().getPort();
      assertEquals(0, restarted(ready, ready));
      assertEquals(List.of(ready + "", ready + ""), done());
    }
    Files.delete(folder.resolve("done"));
    assertEquals(1, restarted(ready));
    assertFalse(Files.exists(folder.resolve("done")), "a node is not ready, so all are left alone");
  }

  /** The exit code; what stands for a restart writes the node down. */
  private int restarted(int... nodes) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
            "sh",
            NODES.resolve("rolling-restart.sh").toString(),
            "echo %s >> '" + folder.resolve("done") + "'",
            "http://127.0.0.1:%s");
    for (int node : nodes) script.command().add(String.valueOf(node));
    script.environment().put("PAUSE_S", "0");
    Process process = script.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assertTrue(code == 0 || said.contains("is not ready"), said);
    return code;
  }

  private List<String> done() throws IOException {
    return Files.readAllLines(folder.resolve("done"));
  }

  /** The last word of the only line that begins so. */
  private static String word(String file, String begin) {
    List<String> found = lines(file, begin).stream().filter(l -> l.startsWith(begin)).toList();
    assertEquals(1, found.size(), file + ": " + begin);
    return found.get(0).substring(found.get(0).lastIndexOf(' ') + 1);
  }

  private static List<String> lines(String file, String word) {
    return read(file)
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("#") && line.contains(word))
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(NODES.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
