package io.plenary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Folders as an operator copies them. */
public final class Folders {
  private Folders() {}

  /** {@code cp -a}: everything below {@code from}; {@code to} must not be there yet. */
  public static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
