package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mark of the installation in the data folder: which store it was used with. Blocking. */
public final class InstallationNote {
  private static final Logger LOG = LoggerFactory.getLogger(InstallationNote.class);
  private static final String NAME = "installation";

  private final Path file;

  public InstallationNote(Path folder) {
    this.file = folder.toAbsolutePath().normalize().resolve(NAME);
  }

  /**
   * @throws StoreStartException when there is one that cannot be read
   */
  public Optional<String> read() {
    try {
      if (!Files.exists(file)) return Optional.empty();
      String mark = Files.readString(file).strip();
      if (!mark.isEmpty()) return Optional.of(mark);
      throw new StoreStartException(
          "The file "
              + file
              + " is empty: it says which store this installation uses. Restore it from a back-up,"
              + " or delete it to take the store as it is.");
    } catch (IOException e) {
      throw new StoreStartException(
          "The file "
              + file
              + " cannot be read ("
              + e
              + "): it says which store this installation uses.",
          e);
    }
  }

  /** A folder that cannot take it is a warning. Returns the mark. */
  public String write(String mark) {
    Path part = file.resolveSibling(NAME + ".part");
    try {
      if (file.getParent() != null) OwnFiles.folder(file.getParent());
      OwnFiles.file(part);
      try (FileChannel out =
          FileChannel.open(part, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap((mark + "\n").getBytes(StandardCharsets.US_ASCII)));
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be written ({}), so a store that loses its data will look like a new one at"
              + " the next start",
          file,
          e.toString());
    }
    return mark;
  }

  /**
   * Puts it aside, so that the next start takes any store. Returns where it is now; empty when
   * there was none.
   */
  public Optional<Path> putAside(Instant now) throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    return Optional.of(
        Files.move(file, file.resolveSibling(NAME + ".before-" + AofFolder.stamp(now))));
  }

  boolean exists() {
    return Files.exists(file);
  }
}
