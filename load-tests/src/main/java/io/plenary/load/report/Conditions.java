package io.plenary.load.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.Jvm;
import io.plenary.load.Lab;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * On what and with what a run was made. Names of machines and people's folders are not part of it.
 */
final class Conditions {
  /**
   * What a JVM says first when its environment gives it options: paths of this machine, as a rule.
   */
  private static final String PICKED_UP = "Picked up ";

  private Conditions() {}

  static Map<String, String> of(Lab lab) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "machine",
        Runtime.getRuntime().availableProcessors()
            + " cores, "
            + cpu()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version"));
    String changed =
        said(lab.project, "git", "status", "--porcelain", "--untracked-files=no").isEmpty()
            ? ""
            : " with changes";
    all.put("project", "git " + said(lab.project, "git", "rev-parse", "--short", "HEAD") + changed);
    all.put("server", "jar of " + size(lab.jar) + ", " + javas(lab));
    all.put(
        "server settings",
        lab.serverArgs.isEmpty() && lab.javaArgs.isEmpty()
            ? "defaults"
            : lab.serverArgs + " " + lab.javaArgs);
    all.put(
        "swarm",
        "Java "
            + System.getProperty("java.version")
            + ", on the same cores as server and Redis, nothing pinned");
    all.put(
        "Redis",
        "the embedded one, appendfsync always; the same binary and settings under the yardsticks");
    String node = said(lab.project, "node", "--version");
    if (!node.isEmpty()) all.put("Node", node);
    all.put("peers", peers(lab.project));
    return all;
  }

  private static String javas(Lab lab) {
    List<String> all = new ArrayList<>();
    for (Jvm jvm : lab.jvms) all.add(said(lab.project, jvm.java().toString(), "-version"));
    return String.join("; ", all);
  }

  /** Their versions, as they are pinned. */
  private static String peers(Path project) {
    Path file = project.resolve("load-tests/yardsticks/package.json");
    try {
      JsonNode pinned = Golden.JSON.readTree(Files.readAllBytes(file)).path("dependencies");
      List<String> all = new ArrayList<>();
      pinned.properties().forEach(p -> all.add(p.getKey() + " " + p.getValue().asText()));
      return String.join(", ", all);
    } catch (IOException e) {
      return "unknown versions";
    }
  }

  private static String cpu() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(l -> l.startsWith("model name"))
          .map(l -> l.substring(l.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }

  private static String size(Path jar) {
    try {
      return Files.size(jar) / 1_000_000
          + " MB of "
          + Files.getLastModifiedTime(jar).toString().substring(0, 16)
          + " UTC";
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** First line of what a command says; empty when it cannot be run. */
  private static String said(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readNBytes(4_000), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      return text.lines()
          .filter(line -> !line.startsWith(PICKED_UP))
          .findFirst()
          .orElse("")
          .strip();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
