package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file {@code redis-server} of the data folder: which server its files were written with last.
 * A folder with files and without a note was used with the built-in server of the first versions.
 * Blocking.
 */
final class ServerNote {
  private static final String NAME = "redis-server";
  private static final String SERVER = "server=";
  private static final String VERSION = "version=";

  private final Path file;

  ServerNote(Path home) {
    file = home.resolve(NAME);
  }

  /**
   * @param server {@link ServerChoice#BUILT_IN} or the file of a program
   */
  record Used(String server, ServerVersion version) {}

  /**
   * @throws StoreStartException when there is one that cannot be understood
   */
  Optional<Used> read() throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    var lines = Files.readAllLines(file);
    Function<String, Optional<String>> value =
        name ->
            lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    Optional<String> server = value.apply(SERVER);
    Optional<ServerVersion> version = value.apply(VERSION).flatMap(ServerVersion::noted);
    if (server.isEmpty() || version.isEmpty()) {
      throw new StoreStartException(
          "The file "
              + file
              + " does not say which redis-server this data folder is used with. Restore it from a"
              + " back-up, or write two lines: "
              + SERVER
              + "built-in and "
              + VERSION
              + RedisBinary.VERSION
              + ", or the program and version it was used with.");
    }
    return Optional.of(new Used(server.get(), version.get()));
  }

  void write(Used used) throws IOException {
    if (Files.exists(file) && read().filter(used::equals).isPresent()) return;
    Path part = file.resolveSibling(NAME + ".part");
    OwnFiles.write(
        part,
        "# The Redis that the files of this folder were written with last. An older one may not"
            + " read them.\n"
            + SERVER
            + used.server
            + "\n"
            + VERSION
            + used.version
            + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** With the store it is about. Returns where it is now; empty when there was none. */
  Optional<Path> putAside(Instant now) throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    return Optional.of(
        Files.move(file, file.resolveSibling(NAME + ".before-" + AofFolder.stamp(now))));
  }
}
