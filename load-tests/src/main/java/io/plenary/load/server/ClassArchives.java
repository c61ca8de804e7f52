package io.plenary.load.server;

import io.plenary.load.Jvm;
import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Archives of classes for Javas other than the one of the build, whose archive they do not take:
 * made as the build makes one (pom.xml, class-data-sharing), which is what a user has whose Java
 * they are.
 */
final class ClassArchives {
  private static final Map<Jvm, Path> MADE = new HashMap<>();

  private ClassArchives() {}

  /** Options that name it; none for the first Java, which is taken to be the build's. */
  static synchronized List<String> options(Lab lab, Jvm jvm) throws IOException {
    if (jvm.equals(lab.jvms.get(0))) return List.of();
    Path archive = MADE.get(jvm);
    if (archive == null) {
      archive = make(lab, jvm);
      MADE.put(jvm, archive);
    }
    return List.of("-XX:SharedArchiveFile=" + archive);
  }

  private static Path make(Lab lab, Jvm jvm) throws IOException {
    Path folder = lab.fresh("classes");
    Path archive = folder.resolve("plenary.jsa");
    Path log = folder.resolve("log");
    List<String> command =
        List.of(
            jvm.java().toString(),
            "-XX:ArchiveClassesAtExit=" + archive,
            "-Xlog:disable",
            "-jar",
            lab.jar.toString(),
            "--check",
            "--port=0",
            "--host=127.0.0.1",
            "--data=" + folder.resolve("data"));
    Process process =
        new ProcessBuilder(command)
            .directory(lab.folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    lab.children.note(process.toHandle());
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The archive of classes was not made.", e);
    }
    if (!Files.exists(archive)) {
      throw new IOException("No archive of classes was made. " + Files.readString(log));
    }
    return archive;
  }
}
