package io.plenary.redis.embedded;

import io.plenary.redis.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Settings of the embedded server, readable by its owner only: they hold the password, which is new
 * at every start.
 */
record ServerConfig(Path file, Path data, Path log, int port, String password) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static ServerConfig write(Path folder, int port) throws IOException {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    Path data = folder.resolve("redis");
    OwnFiles.folder(data);
    ServerConfig config =
        new ServerConfig(
            folder.resolve("redis.conf"),
            data,
            folder.resolve("redis.log"),
            port,
            HexFormat.of().formatHex(secret));
    Files.deleteIfExists(config.file);
    OwnFiles.write(config.file, config.text());
    return config;
  }

  /**
   * Every command is on disk before its reply goes out: that is what makes an acknowledged vote a
   * safe one.
   */
  private String text() {
    return """
    # Written anew at every start. The server listens on loopback only.
    bind 127.0.0.1
    protected-mode yes
    port %d
    requirepass %s
    daemonize no
    appendonly yes
    appendfsync always
    no-appendfsync-on-rewrite no
    # A start replays what was appended since the last rewrite: a second for each 30 to 40 MB.
    auto-aof-rewrite-min-size 24mb
    save ""
    # Nothing about votes outside of the data, and nothing in it that a search would miss.
    rdbcompression no
    slowlog-log-slower-than -1
    crash-log-enabled no
    maxmemory-policy noeviction
    dir %s
    logfile %s
    """
        .formatted(port, password, quoted(data), quoted(log));
  }

  /** What was written for the server that runs now. */
  static StoreAddress address(Path folder) throws IOException {
    Path file = folder.resolve("redis.conf");
    int port = 0;
    String password = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("port ")) port = Integer.parseInt(line.substring(5).strip());
      if (line.startsWith("requirepass ")) password = line.substring(12).strip();
    }
    if (port == 0 || password.isEmpty()) throw new IOException(file + " is not whole");
    return StoreAddress.local(port, password);
  }

  private static String quoted(Path path) {
    return '"' + path.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return "ServerConfig[" + file + "]";
  }
}
