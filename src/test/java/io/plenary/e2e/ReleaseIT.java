package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed out: unpacked, started by its launcher with an empty data folder, and ended. */
class ReleaseIT {
  private static final Path PLAIN = archive("plenary.archive");
  private static final Path WITH_JAVA = archive("plenary.archive-with-java");

  @TempDir Path temp;

  @Test
  @DisplayName("the archive starts with the machine's Java, says its version, and ends at TERM")
  void startsWithTheMachinesJava() throws Exception {
    Path home = unpack(PLAIN);
    assertFalse(Files.exists(home.resolve("runtime")));
    starts(home, System.getProperty("java.home"));
  }

  @Test
  @DisplayName("the archive with a Java of its own needs none on the machine")
  void startsWithItsOwnJava() throws Exception {
    starts(unpack(WITH_JAVA), "/nowhere");
  }

  @Test
  @DisplayName(
      "what the README tells an organiser to start is in the archive, with what it links to")
  void holdsWhatItSays() throws Exception {
    Path home = unpack(PLAIN);
    for (String file :
        List.of(
            "README.md",
            "CHANGELOG.md",
            "SECURITY.md",
            "LICENSE",
            "lib/plenary.jar",
            "lib/bom.json",
            "bin/plenary.bat",
            "src/docs/settings.md",
            "deploy/backup/back-up.sh")) {
      assertTrue(Files.isRegularFile(home.resolve(file)), file);
    }
    String options = Files.readString(home.resolve("lib/java.args"));
    for (String option : Files.readAllLines(Path.of("src/main/launch/java.args"))) {
      boolean ofTheBuild = option.contains("target/") || option.startsWith("#");
      assertTrue(ofTheBuild || options.contains(option), option);
    }
    assertFalse(options.contains("target/"), options);
    String readme = Files.readString(home.resolve("README.md"));
    assertTrue(readme.contains("bin/plenary"), "the README says how to start it");
  }

  @Test
  @DisplayName("a link to the launcher starts it, and a Java that is missing is said")
  void launcherSaysWhatIsMissing() throws Exception {
    Path home = unpack(PLAIN);
    Path link = Files.createSymbolicLink(temp.resolve("linked"), home.resolve("bin/plenary"));
    String java = System.getProperty("java.home");
    assertEquals(
        List.of("0", "Plenary " + version(PLAIN)),
        List.of(said(link, java, "--version").split("\n")));
    String none = said(link, temp.toString(), "--version");
    assertTrue(none.startsWith("1\n") && none.contains("version 17 or newer"), none);
    Path old = Files.createDirectories(temp.resolve("old/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    assertTrue(old.toFile().setExecutable(true));
    String tooOld = said(link, temp.resolve("old").toString(), "--version");
    assertTrue(tooOld.startsWith("1\n") && tooOld.contains("is Java 11"), tooOld);
  }

  @Test
  @DisplayName(
      "archives are the same for the same sources: one time, one owner, checked by their checksums")
  void archivesAreReproducible() throws Exception {
    for (Path archive : List.of(PLAIN, WITH_JAVA)) {
      Set<Instant> times = new HashSet<>();
      Set<String> owners = new HashSet<>();
      try (TarArchiveInputStream in = open(archive)) {
        for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
          times.add(e.getLastModifiedTime().toInstant());
          owners.add(e.getLongUserId() + ":" + e.getLongGroupId() + " " + e.getUserName());
          assertTrue(e.getName().startsWith("plenary-"), e.getName());
        }
      }
      assertEquals(1, times.size(), archive + ": " + times);
      assertEquals(1, owners.size(), archive + ": " + owners);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = Files.newInputStream(archive)) {
        byte[] some = new byte[1 << 16];
        for (int n = in.read(some); n > 0; n = in.read(some)) digest.update(some, 0, n);
      }
      assertEquals(
          HexFormat.of().formatHex(digest.digest()) + "  " + archive.getFileName(),
          Files.readString(archive.resolveSibling(archive.getFileName() + ".sha256")).strip());
    }
  }

  private static void starts(Path home, String java) {
    try (ServerProcess server =
        new ServerProcess(home.getParent().getFileName().toString())
            .with("JAVA_HOME", java)
            .launchedBy(home.resolve("bin/plenary"))) {
      server.start();
      assertTrue(server.ready());
      server.redis();
      server.term();
      assertEquals(143, server.exitCode(), "as a JVM ends that was told to");
      assertTrue(server.redisProcesses().isEmpty(), "redis-server is left behind");
    }
  }

  /** The exit code and what it prints. */
  private String said(Path program, String java, String argument) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), argument);
    builder.environment().put("JAVA_HOME", java);
    Process process = builder.directory(temp.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + "\n" + said;
  }

  private Path unpack(Path archive) throws Exception {
    Path to = Files.createDirectory(temp.resolve("release-" + System.nanoTime()));
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", to.toString())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    return to.resolve("plenary-" + version(PLAIN));
  }

  private static String version(Path plain) {
    return plain.getFileName().toString().replaceAll("^plenary-|\\.tar\\.gz$", "");
  }

  private static TarArchiveInputStream open(Path archive) throws IOException {
    return new TarArchiveInputStream(
        new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))));
  }

  private static Path archive(String property) {
    String name = System.getProperty(property);
    if (name == null) throw new AssertionError(property + " names the archive: see pom.xml");
    return Path.of(name).toAbsolutePath();
  }
}
