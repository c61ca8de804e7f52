package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When something was cut off the store's files, and how much: one line each in a file of the data
 * folder, never taken back. Blocking.
 */
public final class Losses {
  /**
   * @param bytes that were cut off
   * @param at when
   */
  public record Loss(Instant at, long bytes) {}

  private final Path file;

  public Losses(Path folder) {
    file = folder.toAbsolutePath().normalize().resolve("losses");
  }

  /** On disk when it returns. */
  void add(Loss loss) throws IOException {
    OwnFiles.file(file);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      out.write(
          ByteBuffer.wrap(
              (loss.at() + " " + loss.bytes() + "\n").getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    }
  }

  /**
   * Oldest first. A line that was cut short stands for a cut that did not happen. @throws
   * StoreStartException when it cannot be read
   */
  public List<Loss> all() {
    if (!Files.exists(file)) return List.of();
    try {
      return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
          .map(line -> line.strip().split(" "))
          .filter(words -> words.length == 2)
          .map(Losses::read)
          .filter(Objects::nonNull)
          .toList();
    } catch (IOException e) {
      throw new StoreStartException(
          "The file " + file + " cannot be read (" + e + "): it says what the store has lost.", e);
    }
  }

  private static @Nullable Loss read(String[] words) {
    try {
      return new Loss(Instant.parse(words[0]), Long.parseLong(words[1]));
    } catch (DateTimeParseException | NumberFormatException torn) {
      return null;
    }
  }
}
