package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plenary.config.Loaded;
import io.plenary.config.SettingsLoader;
import io.plenary.metrics.Meters;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of src/deploy say is true of this server. */
class DeployTest {
  private static final Path DEPLOY = Path.of("src/deploy");

  /** Longer than the pause between two beats of a page. */
  private static final int BEAT_S = 25;

  @Test
  @DisplayName("alarms and dashboard ask for metrics that the server has")
  void metricsAreTheServers(@TempDir Path data) {
    Set<String> asked = new TreeSet<>();
    for (String file : List.of("monitoring/alerts.yml", "monitoring/grafana.json")) {
      Matcher names =
          Pattern.compile("\\b(?:plenary|jvm|process|system)_[a-z_]+").matcher(read(file));
      names.results().map(r -> r.group()).forEach(asked::add);
    }
    assertTrue(asked.size() > 15, () -> "looked at nothing: " + asked);
    Set<String> there = new TreeSet<>();
    try (TestServer server = TestServer.start(data)) {
      Browser pages = new Browser(server.base());
      pages.join(server.code());
      pages.post("/api/v1/join", new JsonObject().put("code", "ZZZ 999"));
      for (String line : new Browser(server.management()).get("/metrics").body().split("\n")) {
        if (!line.startsWith("#")) there.add(line.replaceFirst("[{ ].*", ""));
      }
    }
    there.addAll(fromTheFirstThatHappens());
    asked.removeAll(there);
    assertEquals(Set.of(), asked, () -> "the server has " + there);
  }

  @Test
  @DisplayName(
      "what is written into the proxies' headers is set, never appended to what a client sent")
  void addressesAreSet() {
    assertEquals(
        List.of("proxy_set_header X-Forwarded-For $remote_addr;"),
        lines("proxy/nginx.conf", "X-Forwarded-For"));
    assertEquals(
        List.of(
            "http-request del-header X-Forwarded-For",
            "http-request set-header X-Forwarded-For %[src]"),
        lines("proxy/haproxy.cfg", "X-Forwarded-For"));
    assertEquals(
        List.of("header_up X-Forwarded-For {remote_host}"),
        lines("proxy/Caddyfile", "X-Forwarded-For"));
    assertFalse(read("proxy/nginx.conf").contains("proxy_add_x_forwarded_for"));
    assertFalse(read("proxy/haproxy.cfg").contains("option forwardfor"));
  }

  @Test
  @DisplayName(
      "proxies wait longer than pages are silent, hold nothing back, and let large files through")
  void proxiesWait() {
    for (String file : List.of("nginx.conf", "haproxy.cfg", "Caddyfile")) {
      Matcher times =
          Pattern.compile(
                  "(?m)^[^#\\n]*(?:read_timeout|timeout (?:client|server|tunnel))\\s+(\\d+)s")
              .matcher(read("proxy/" + file));
      List<Integer> seconds =
          times.results().map(r -> Integer.parseInt(r.group(1))).collect(Collectors.toList());
      assertFalse(seconds.isEmpty(), file);
      seconds.forEach(s -> assertTrue(s > 3 * BEAT_S, file + ": " + s + " s"));
      assertTrue(read("proxy/" + file).contains("127.0.0.1:8080"), file);
    }
    assertTrue(read("proxy/nginx.conf").contains("proxy_buffering off;"));
    assertTrue(read("proxy/nginx.conf").contains("proxy_set_header Upgrade $http_upgrade;"));
    assertTrue(read("proxy/nginx.conf").contains("client_max_body_size 2m;"));
    assertTrue(read("proxy/Caddyfile").contains("flush_interval -1"));
    assertFalse(
        Pattern.compile("(?m)^[^#\\n]*\\bcompression\\b")
            .matcher(read("proxy/haproxy.cfg"))
            .find());
  }

  @Test
  @DisplayName("settings that unit, container and proxies name are settings, and are allowed")
  void settingsAreAllowed(@TempDir Path folder) {
    Map<String, String> unit = new HashMap<>();
    variables("systemd/plenary.env", "(?m)^#?([A-Z][A-Z_]*)=(\\S+)", unit);
    variables("systemd/plenary.service", "(?m)^Environment=([A-Z_]+)=(\\S+)", unit);
    Map<String, String> container = new HashMap<>();
    variables("container/Dockerfile", "(PLENARY_[A-Z_]+)=([^\\s\\\\]+)", container);
    variables("container/compose.yaml", "(?m)^\\s+(PLENARY_[A-Z_]+): \"?([^\"\\n]+)\"?", container);
    variables("container/compose.redis.yaml", "(?m)^\\s+(REDIS_URL): (\\S+)\\$", container);
    Map<String, String> proxy = new HashMap<>();
    for (String file : List.of("nginx.conf", "haproxy.cfg", "Caddyfile")) {
      variables("proxy/" + file, "(PLENARY_[A-Z_]+)=(\\S+)", proxy);
    }
    for (Map<String, String> found : List.of(unit, container, proxy)) {
      assertTrue(found.containsKey("PLENARY_PUBLIC_URL") || found == container, "" + found);
      found.replaceAll((k, v) -> k.equals("REDIS_URL") ? "redis://:word@redis:6379" : v);
      Loaded loaded = SettingsLoader.load(new String[0], found, folder);
      assertTrue(loaded instanceof Loaded.Run, () -> found + ": " + loaded);
      assertTrue(
          ((Loaded.Run) loaded).settings().web().trustProxy(), () -> "behind a proxy: " + found);
    }
  }

  @Test
  @DisplayName("the unit ends only the server, waits for it, and gives connections to a large hall")
  void unitFitsTheServer() {
    String unit = read("systemd/plenary.service");
    for (String line :
        List.of(
            "ExecStart=/opt/plenary/bin/plenary",
            "KillMode=mixed",
            "SuccessExitStatus=143",
            "RestartPreventExitStatus=2",
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "CapabilityBoundingSet=",
            "UMask=0077",
            "StateDirectoryMode=0700")) {
      assertTrue(unit.lines().anyMatch(line::equals), line);
    }
    assertTrue(number(unit, "LimitNOFILE=(\\d+)") >= 3 * 20_000, "max-phones and its like");
    assertTrue(number(unit, "TimeoutStopSec=(\\d+)") > 2 * 4 + 5, "Main's patience, and Redis'");
    assertTrue(number(read("container/compose.yaml"), "stop_grace_period: (\\d+)s") > 2 * 4 + 5);
    assertFalse(
        Pattern.compile("(?m)^MemoryDenyWriteExecute").matcher(unit).find(), "a JVM compiles");
  }

  @Test
  @DisplayName("a Redis beside the server writes every command to disk before it answers")
  void redisKeeps() {
    String compose = read("container/compose.redis.yaml").replaceAll("\\s*\\n\\s+- ", " ");
    for (String setting :
        List.of("--appendonly \"yes\"", "--appendfsync always", "--maxmemory-policy noeviction")) {
      assertTrue(compose.contains(setting), setting + " in " + compose);
    }
  }

  @Test
  @DisplayName(
      "the container's health check is right about a server that is ready, and one that is not"
          + " there")
  void healthCheckIsRight(@TempDir Path data) throws Exception {
    Matcher command =
        Pattern.compile("(?s)HEALTHCHECK.*?CMD (\\[.*?\\])\\n")
            .matcher(read("container/Dockerfile"));
    assertTrue(command.find());
    List<String> words =
        new io.vertx.core.json.JsonArray(command.group(1)).stream().map(Object::toString).toList();
    assertTrue(words.get(2).contains("/9464"), "the management port's default");
    int port;
    try (TestServer server = TestServer.start(data)) {
      port = server.management().getPort();
      assertEquals(0, exit(words, port));
    }
    assertTrue(exit(words, port) != 0);
  }

  @Test
  @DisplayName("the image takes the version that is built")
  void versionIsTheBuilds() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>plenary</artifactId>\\s*<version>([^<]+)<")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    assertTrue(read("container/Dockerfile").contains("ARG VERSION=" + version.group(1) + "\n"));
  }

  /** What a server tells of once it has happened, by the meters it makes. */
  private static Set<String> fromTheFirstThatHappens() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new Meters(registry).store(() -> true).failed("cast_votes");
    return registry
        .scrape()
        .lines()
        .filter(line -> line.startsWith("plenary_store_failures"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toSet());
  }

  private static int exit(List<String> words, int port) throws Exception {
    List<String> command = words.stream().map(w -> w.replace("/9464", "/" + port)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static int number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern);
    return Integer.parseInt(matcher.group(1));
  }

  private static void variables(String file, String pattern, Map<String, String> into) {
    Pattern.compile(pattern)
        .matcher(read(file))
        .results()
        .forEach(r -> into.put(r.group(1), r.group(2)));
  }

  private static List<String> lines(String file, String word) {
    try (Stream<String> all = read(file).lines()) {
      return all.map(String::strip).filter(l -> !l.startsWith("#") && l.contains(word)).toList();
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(DEPLOY.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
