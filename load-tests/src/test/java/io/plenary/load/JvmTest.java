package io.plenary.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {
  @TempDir private Path folder;

  private Path jdk(String name, String release) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "");
    assertTrue(java.toFile().setExecutable(true));
    if (release != null) Files.writeString(home.resolve("release"), release);
    return home;
  }

  private static String of(String version) {
    return "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\""
        + version
        + "\"\nJAVA_VERSION_DATE=\"2026-04-21\"\n";
  }

  private static List<String> names(Path first, Path... others) {
    return Jvm.of(first, List.of(others)).stream().map(Jvm::name).toList();
  }

  private static String refused(Path first, Path... others) {
    return assertThrows(IllegalArgumentException.class, () -> Jvm.of(first, List.of(others)))
        .getMessage();
  }

  @Test
  void one_java_is_not_named() throws IOException {
    Path only = jdk("only", null);
    assertEquals(List.of("Plenary"), names(only));
    assertEquals(only.resolve("bin/java"), Jvm.of(only, List.of()).get(0).java());
  }

  @Test
  void several_have_the_first_number_of_their_versions() throws IOException {
    assertEquals(
        List.of("Plenary, Java 17", "Plenary, Java 25"),
        names(jdk("a", of("17.0.15")), jdk("b", of("25"))));
  }

  @Test
  void two_of_the_same_number_have_their_whole_versions() throws IOException {
    assertEquals(
        List.of("Plenary, Java 25.0.3", "Plenary, Java 25.0.2"),
        names(jdk("a", of("25.0.3")), jdk("b", of("25.0.2"))));
  }

  /** Their figures would be one. */
  @Test
  void the_same_version_twice_is_refused() throws IOException {
    String why = refused(jdk("a", of("25.0.3")), jdk("b", of("25.0.3")));
    assertTrue(why.contains("twice"), why);
  }

  @Test
  void what_is_no_jdk_is_refused() throws IOException {
    Path good = jdk("a", of("25.0.3"));
    assertTrue(refused(good, folder.resolve("none")).contains("bin/java is missing"));
    assertTrue(refused(good, jdk("b", null)).contains("cannot be read"));
    assertTrue(refused(good, jdk("c", "IMPLEMENTOR=\"x\"\n")).contains("no JAVA_VERSION"));
  }

  /** With two peers beside them, five crowds of 3,000 would be more files than a process may. */
  @Test
  void no_more_are_taken_than_the_swarm_has_connections_for() throws IOException {
    Path[] others = new Path[4];
    for (int i = 0; i < others.length; i++) others[i] = jdk("o" + i, of(String.valueOf(20 + i)));
    assertTrue(refused(jdk("a", of("17")), others).contains("At most 3 --also-jdk"));
  }
}
