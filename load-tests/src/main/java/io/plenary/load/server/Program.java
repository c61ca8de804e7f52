package io.plenary.load.server;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server is started as.
 *
 * @param words of the command line that name it
 */
public record Program(List<String> words) {
  public Program {
    words = List.copyOf(words);
  }

  /** A packaged server as it is. */
  public static Program of(Path jar) {
    return new Program(List.of("-jar", jar.toString()));
  }

  /**
   * A packaged server with further classes behind its own.
   *
   * @param main the one of them that starts it
   */
  public static Program with(Path jar, Path classes, String main) {
    return new Program(List.of("-cp", jar + File.pathSeparator + classes, main));
  }
}
