package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The parts list of the packaged server says what is in it. */
class PartsListIT {
  private static final Path JAR = Path.of(System.getProperty("plenary.jar", "target/plenary.jar"));

  private final List<JsonObject> parts = parts();

  @Test
  @DisplayName(
      "O13: the parts list names every redis-server of the jar, its version and its licence")
  void theBuiltInRedisIsListed() throws IOException, NoSuchAlgorithmException {
    JsonObject redis = named("redis-server").get(0);
    assertEquals(
        "BSD-3-Clause",
        redis.getJsonArray("licenses").getJsonObject(0).getJsonObject("license").getString("id"));
    Map<String, String> listed =
        redis.getJsonArray("components").stream()
            .map(JsonObject.class::cast)
            .filter(part -> part.getString("type").equals("file"))
            .collect(
                Collectors.toMap(
                    part -> part.getString("name"),
                    part -> part.getJsonArray("hashes").getJsonObject(0).getString("content")));
    Map<String, String> there = new java.util.HashMap<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (var entry : jar.stream().filter(e -> e.getName().startsWith("redis-server-")).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          there.put(
              entry.getName(),
              HexFormat.of()
                  .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes())));
        }
        assertTrue(
            entry.getName().contains("-" + redis.getString("version") + "-"), entry.getName());
      }
    }
    assertFalse(there.isEmpty(), "looked at nothing");
    assertEquals(there, listed);
  }

  @Test
  @DisplayName(
      "O13: the parts list names the packages that are in the pages, and those that build them")
  void thePackagesOfThePagesAreListed() throws IOException {
    JsonObject lock = new JsonObject(Files.readString(Path.of("web/package-lock.json")));
    Set<String> locked =
        lock.getJsonObject("packages").stream()
            .filter(e -> !e.getKey().isEmpty())
            .map(
                e ->
                    e.getKey().replaceFirst(".*node_modules/", "")
                        + "@"
                        + ((JsonObject) e.getValue()).getString("version"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        npm().map(part -> full(part)).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(locked, listed);
    Set<String> shipped =
        npm()
            .filter(part -> part.getString("scope").equals("required"))
            .map(part -> full(part).replaceFirst("(.)@.*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(
        shipped.containsAll(
            Set.of("svelte", "uqr", "@fontsource-variable/atkinson-hyperlegible-next")),
        () -> "in the pages: " + shipped);
    for (String tool : List.of("vite", "vitest", "playwright-core", "typescript")) {
      assertFalse(shipped.contains(tool), tool + " only builds them");
    }
    npm()
        .filter(part -> part.getString("scope").equals("required"))
        .forEach(
            part -> assertFalse(part.getJsonArray("licenses").isEmpty(), "licence of " + part));
  }

  @Test
  @DisplayName("O13: Vert.x, Netty and Jackson are each of one version")
  void familiesAreOfOneVersion() {
    assertEquals(1, versions("io.vertx").size(), () -> "Vert.x: " + versions("io.vertx"));
    assertEquals(1, versions("io.netty").size(), () -> "Netty: " + versions("io.netty"));
    // Its annotations have no third number.
    Set<String> jackson =
        versions("com.fasterxml.jackson.core").stream()
            .map(version -> version.replaceFirst("^(\\d+\\.\\d+).*", "$1"))
            .collect(Collectors.toSet());
    assertEquals(1, jackson.size(), () -> "Jackson: " + jackson);
  }

  private Set<String> versions(String group) {
    return parts.stream()
        .filter(part -> group.equals(part.getString("group")))
        .filter(part -> !part.getString("name").contains("tcnative")) // has numbers of its own
        .map(part -> part.getString("version"))
        .collect(Collectors.toSet());
  }

  private java.util.stream.Stream<JsonObject> npm() {
    return parts.stream().filter(part -> part.getString("purl", "").startsWith("pkg:npm/"));
  }

  private static String full(JsonObject part) {
    String group = part.getString("group");
    return (group == null ? "" : group + "/")
        + part.getString("name")
        + "@"
        + part.getString("version");
  }

  private List<JsonObject> named(String name) {
    List<JsonObject> found =
        parts.stream().filter(part -> part.getString("name").equals(name)).toList();
    assertEquals(1, found.size(), name);
    return found;
  }

  private static List<JsonObject> parts() {
    try (JarFile jar = new JarFile(JAR.toFile());
        InputStream in = jar.getInputStream(jar.getEntry("META-INF/sbom/bom.json"))) {
      JsonArray all =
          new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .getJsonArray("components");
      List<JsonObject> parts = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) parts.add(all.getJsonObject(i));
      return parts;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
