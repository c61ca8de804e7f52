package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An older release, made of the project's history. */
public final class Release {
  private static final int LINES = 20;

  /** Neither pages nor archives nor a parts list: what phones and commands need is in the jar. */
  private static final List<String> PACKAGE =
      List.of(
          "mvn",
          "-B",
          "-q",
          "-DskipTests",
          "-Dmaven.test.skip=true",
          "-Dweb.skip=true",
          "-Dexec.skip=true",
          "-Dcyclonedx.skip=true",
          "-Dmaven.antrun.skip=true",
          "-Dassembly.skipAssembly=true",
          "package");

  private Release() {}

  /**
   * The packaged server of a commit. Takes a minute or two; nothing of it stays behind.
   *
   * @throws IOException when the project's folder has no history, or it cannot be built
   */
  public static Path of(Lab lab, String commit) throws IOException, InterruptedException {
    Path sources = lab.fresh("release");
    Path archive = sources.resolveSibling(sources.getFileName() + ".tar");
    run(lab, lab.project, List.of("git", "archive", "--format=tar", "--output=" + archive, commit));
    run(lab, sources, List.of("tar", "-xf", archive.toString()));
    run(lab, sources, PACKAGE);
    return sources.resolve("target/plenary.jar");
  }

  private static void run(Lab lab, Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path output = lab.fresh("output").resolve("text");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    lab.children.note(process.toHandle());
    if (process.waitFor() != 0) {
      throw new IOException(
          "An older release could not be built: "
              + command.get(0)
              + " ended with "
              + process.exitValue()
              + ". Give one with --from-jar. It said:\n"
              + end(Files.readAllLines(output)));
    }
  }

  private static String end(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
