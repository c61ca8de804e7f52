package io.plenary.redis.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The redis-server that org.signal:embedded-redis carries for this machine, unpacked into the data
 * folder.
 */
final class RedisBinary {
  /** As {@link ServerVersion} writes it. */
  static final String VERSION = "redis 7.0.15";

  private RedisBinary() {}

  /**
   * Unpacks the server unless a whole copy is there already.
   *
   * @return path of an executable file
   * @throws StoreStartException when there is none for this machine, or the folder cannot hold it
   */
  static Path unpack(Path folder) {
    String name = VERSION.replace(" ", "-server-") + "-" + platform();
    URL resource = RedisBinary.class.getResource("/" + name);
    if (resource == null) {
      throw new StoreStartException(
          "No Redis for this machine ("
              + platform()
              + ") is built in. Start one yourself and set REDIS_URL.");
    }
    Path file = folder.resolve(name);
    try {
      if (!isWhole(file, resource)) write(resource, folder, file);
      return file;
    } catch (IOException e) {
      throw new StoreStartException(
          "The built-in Redis cannot be unpacked into "
              + folder
              + " ("
              + e.getMessage()
              + "). Choose a data folder that can be written.",
          e);
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system =
        os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os.replace(' ', '-');
    return system
        + "-"
        + switch (arch) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          case "x86", "i386", "i686" -> "386";
          default -> arch;
        };
  }

  /**
   * Length and CRC-32 against the jar's own record: a torn copy is found without inflating the
   * original.
   */
  private static boolean isWhole(Path file, URL resource) throws IOException {
    if (!Files.isExecutable(file) || !(resource.openConnection() instanceof JarURLConnection jar)) {
      return false;
    }
    var entry = jar.getJarEntry();
    if (entry.getSize() != Files.size(file)) return false;
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return crc.getValue() == entry.getCrc();
  }

  /** Through a temporary name, so that a crash in between leaves nothing that looks whole. */
  private static void write(URL resource, Path folder, Path file) throws IOException {
    OwnFiles.folder(folder);
    Path part = Files.createTempFile(folder, "redis-server-", ".part");
    try (InputStream in = resource.openStream()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      OwnFiles.executable(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
