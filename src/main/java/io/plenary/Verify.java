package io.plenary;

import io.plenary.export.FileCheck;
import io.plenary.kinds.KindRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code verify FILE...}: recounts exported files. Needs no server, no settings and no network. */
final class Verify {
  static final String NAME = "verify";
  private static final int GENUINE = 0;
  private static final int NOT_GENUINE = 1;
  private static final int WRONG_USE = 2;

  private Verify() {}

  /**
   * @param kinds that may stand in them
   * @return the exit code: 0 when every file is as it was exported, 1 when one is not, 2 when it
   *     was called wrongly
   */
  static int run(String[] args, KindRegistry kinds, PrintStream out, PrintStream err) {
    if (args.length < 2) {
      err.println("Name the exported files: java -jar plenary.jar verify results.json");
      return WRONG_USE;
    }
    boolean genuine = true;
    for (int i = 1; i < args.length; i++) {
      try {
        FileCheck check = FileCheck.of(Files.readAllBytes(Path.of(args[i])), kinds.files());
        if (args.length > 2) out.println(args[i]);
        check.lines().forEach(out::println);
        genuine &= check.genuine();
      } catch (IOException | RuntimeException e) {
        err.println(args[i] + " cannot be read (" + e.getClass().getSimpleName() + ").");
        genuine = false;
      }
    }
    return genuine ? GENUINE : NOT_GENUINE;
  }
}
