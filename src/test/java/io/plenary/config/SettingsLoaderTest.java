package io.plenary.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  @TempDir Path dir;

  @Test
  void startsWithNoSettingsAtAll() {
    Settings settings = LoadedBy.settings(dir, Map.of());
    assertEquals("0.0.0.0", settings.web().host());
    assertEquals(8080, settings.web().port());
    assertFalse(settings.web().trustProxy());
    assertEquals(
        Math.min(Runtime.getRuntime().availableProcessors(), 8), settings.web().eventLoops());
    assertEquals(
        new Settings.Store(
            dir.resolve("data").toAbsolutePath(), Optional.empty(), Optional.empty(), 0, false),
        settings.store());
    assertEquals(new Settings.Start(true, 0, true, false), settings.start());
    assertEquals(
        new Settings.Event(
            Duration.ofSeconds(15),
            Duration.ofMillis(100),
            256,
            20_000,
            Duration.ofDays(14),
            Duration.ofHours(48),
            Duration.ofDays(180)),
        settings.event());
  }

  @Test
  void commandLineWinsOverEnvironmentOverFileOverDefault() throws IOException {
    Files.writeString(
        dir.resolve("plenary.properties"), "port = 1001\ngrace = 1s\ntick = 50ms\n# comment\n");
    Map<String, String> env = Map.of("PLENARY_PORT", "1002", "PLENARY_GRACE", "2s");
    Settings settings = LoadedBy.settings(dir, env, "--port", "1003");
    assertEquals(1003, settings.web().port());
    assertEquals(Duration.ofSeconds(2), settings.event().grace());
    assertEquals(Duration.ofMillis(50), settings.event().tick());
    assertEquals(256, settings.event().batchSize());
  }

  @Test
  void aNamedFileReplacesTheUsualOne() throws IOException {
    Files.writeString(dir.resolve("plenary.properties"), "port = 1001\n");
    Files.writeString(dir.resolve("a.properties"), "port = 1002\n");
    Files.writeString(dir.resolve("b.properties"), "port = 1003\n");
    Map<String, String> env = Map.of("PLENARY_CONFIG", "a.properties");
    assertEquals(1002, LoadedBy.settings(dir, env).web().port());
    assertEquals(1003, LoadedBy.settings(dir, env, "--config", "b.properties").web().port());
  }

  @Test
  void switchesAndSimulateMayStandAlone() {
    Settings settings =
        LoadedBy.settings(
            dir, Map.of(), "--simulate", "--trust-proxy", "--example=false", "--port=0");
    assertEquals(new Settings.Start(false, 200, true, false), settings.start());
    assertTrue(settings.web().trustProxy());
    assertEquals(0, settings.web().port());
    assertEquals(7, LoadedBy.settings(dir, Map.of(), "--simulate", "7").start().simulate());
    assertEquals(
        0,
        LoadedBy.settings(dir, Map.of("PLENARY_SIMULATE", "5"), "--simulate=0").start().simulate());
  }

  @Test
  void redisUrlHasItsUsualNameToo() {
    String url = "redis://:opensesame@db.example.org:6380/2";
    assertEquals(
        url,
        LoadedBy.settings(dir, Map.of("REDIS_URL", url)).store().redis().orElseThrow().value());
    assertEquals(
        url,
        LoadedBy.settings(dir, Map.of("PLENARY_REDIS_URL", url))
            .store()
            .redis()
            .orElseThrow()
            .value());
    String refusal =
        LoadedBy.refusal(dir, Map.of("REDIS_URL", url, "PLENARY_REDIS_URL", "redis://other"));
    assertTrue(
        refusal.contains("REDIS_URL and PLENARY_REDIS_URL are both set and differ"), refusal);
  }

  @Test
  void settingsNeverPrintThePassword() {
    Settings settings =
        LoadedBy.settings(dir, Map.of("REDIS_URL", "redis://me:opensesame@db.example.org/2"));
    assertFalse(settings.toString().contains("opensesame"));
    assertTrue(settings.toString().contains("db.example.org:6379"), settings.toString());
    Settings sentinels =
        LoadedBy.settings(
            dir,
            Map.of(
                "REDIS_URL",
                "redis-sentinel://me:opensesame@a:1,b:2/3?master=m&sentinel-password=opensesame",
                "PLENARY_STORE_COPIES",
                "1"));
    assertFalse(sentinels.toString().contains("opensesame"));
    assertTrue(sentinels.toString().contains("a:1,b:2"), sentinels.toString());
    assertEquals(1, sentinels.store().copies());
  }

  @Test
  void anEmptyVariableIsNone() {
    assertEquals(
        8080,
        LoadedBy.settings(dir, Map.of("PLENARY_PORT", "", "REDIS_URL", " ", "PLENARY_CONFIG", ""))
            .web()
            .port());
  }

  @Test
  void publicUrlIsWhatWasSaidOrWhereTheMachineIsReached() {
    Settings.Web said =
        LoadedBy.settings(dir, Map.of("PLENARY_PUBLIC_URL", "HTTPS://Vote.Example.org/")).web();
    assertEquals(URI.create("https://vote.example.org"), said.publicUrl(8080));
    assertEquals(
        URI.create("http://localhost:8123"),
        LoadedBy.settings(dir, Map.of(), "--host=127.0.0.1").web().publicUrl(8123));
    assertEquals(
        URI.create("http://10.1.2.3"),
        LoadedBy.settings(dir, Map.of(), "--host=10.1.2.3").web().publicUrl(80));
    assertEquals(
        URI.create("http://[fd00::1]:81"),
        LoadedBy.settings(dir, Map.of(), "--host=fd00::1").web().publicUrl(81));
    URI guessed = LoadedBy.settings(dir, Map.of()).web().publicUrl(8080);
    assertEquals(8080, guessed.getPort());
    assertFalse(
        guessed.getHost().equals("0.0.0.0") || guessed.getHost().isEmpty(), guessed.toString());
  }

  @Test
  void versionIsPrinted() {
    Loaded.Print print =
        assertInstanceOf(
            Loaded.Print.class, SettingsLoader.load(new String[] {"--version"}, Map.of(), dir));
    assertEquals(0, print.exitCode());
    assertEquals("Plenary " + SettingsLoader.version(), print.text().strip());
  }
}
