package io.plenary.redis.embedded;

import io.plenary.redis.Backoff;
import io.plenary.redis.StoreAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real redis-server as a child process, with its data in a locked folder. When it dies it is started again on the same
 * port. Everything here blocks: call it from a plain thread.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int START_ATTEMPTS = 5;
  private static final long LOG_LIMIT = 4L << 20;

  private final FolderLock lock;
  private final Orphans orphans;
  private final Path executable;
  private final ServerConfig config;
  private final Thread supervisor;
  private volatile RedisProcess process;
  private volatile boolean closing;

  private EmbeddedRedis(FolderLock lock, Orphans orphans, Path executable, ServerConfig config, RedisProcess process) {
    this.lock = lock;
    this.orphans = orphans;
    this.executable = executable;
    this.config = config;
    this.process = process;
    supervisor = new Thread(this::supervise, "embedded-redis");
    supervisor.setDaemon(true);
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @param folder created when missing; holds the data, the settings, a log and the unpacked server
   * @param executable a redis-server or valkey-server to use; null takes the built-in one
   * @throws StoreStartException when the folder is in use or cannot be written, or Redis does not start
   */
  public static EmbeddedRedis start(Path folder, Path executable) {
    Path home = folder.toAbsolutePath().normalize();
    FolderLock lock = null;
    try {
      Files.createDirectories(home);
      lock = FolderLock.take(home);
      Orphans orphans = new Orphans(home);
      Path binary = executable != null ? executable : RedisBinary.unpack(home.resolve("bin"));
      orphans.end();
      removeRemains(home);
      Path log = home.resolve("redis.log");
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT) Files.delete(log);
      EmbeddedRedis redis = launchFirst(home, lock, orphans, binary);
      redis.supervisor.start();
      return redis;
    } catch (IOException e) {
      release(lock);
      throw new StoreStartException("The data folder " + home + " cannot be used (" + e + "). Choose one that can be written.", e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /** A rewriting of the files that was killed leaves a copy of the data, which nothing else would ever delete. */
  private static void removeRemains(Path home) throws IOException {
    if (!Files.isDirectory(home.resolve("redis"))) return;
    try (DirectoryStream<Path> remains = Files.newDirectoryStream(home.resolve("redis"), "temp-*")) {
      for (Path file : remains) Files.delete(file);
    }
  }

  /** A port that is free now may be taken a moment later: try a few. */
  private static EmbeddedRedis launchFirst(Path home, FolderLock lock, Orphans orphans, Path binary) throws IOException {
    for (int attempt = 1; ; attempt++) {
      ServerConfig config = ServerConfig.write(home, freePort());
      RedisProcess process = RedisProcess.start(binary, config);
      try {
        process.awaitReady();
        orphans.noteDown(process.handle());
        return new EmbeddedRedis(lock, orphans, binary, config, process);
      } catch (StoreStartException e) {
        process.end();
        if (attempt == START_ATTEMPTS || !e.getMessage().contains("Address already in use")) throw e;
      }
    }
  }

  /** Below the ephemeral ports: a client that keeps dialling a dead ephemeral port may end up connected to itself, and hold it. */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 30_000), 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (java.net.BindException taken) {
        Processes.pause(1);
      }
    }
  }

  private static void release(FolderLock lock) {
    try {
      if (lock != null) lock.close();
    } catch (IOException e) {
      LOG.warn("The lock of the data folder was not released: {}", e.getMessage());
    }
  }

  /** Where it listens; the same for as long as this object lives. */
  public StoreAddress address() {
    return StoreAddress.local(config.port(), config.password());
  }

  private void supervise() {
    Backoff pause = new Backoff(50, 500);
    try {
      while (true) {
        long since = System.nanoTime();
        int code = process.awaitEnd();
        if (closing) return;
        LOG.error("redis-server ended by itself (exit code {}); starting it again", code);
        if (System.nanoTime() - since > STABLE_NANOS) pause.reset();
        else Processes.pause(pause.next());
        if (closing || !launchAgain()) return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.error("The embedded Redis is not watched any more", e);
    }
  }

  private boolean launchAgain() throws IOException {
    RedisProcess next = RedisProcess.start(executable, config);
    process = next;
    if (closing) {
      next.end();
      return false;
    }
    try {
      next.awaitReady();
      orphans.noteDown(next.handle());
      LOG.info("redis-server is back");
    } catch (StoreStartException e) {
      LOG.error("redis-server does not come back yet: {}", e.getMessage());
      next.end();
    }
    return true;
  }

  /** Ends the server cleanly and lets go of the folder. */
  @Override
  public void close() {
    if (closing) return;
    closing = true;
    try {
      process.end();
      while (supervisor.isAlive()) Processes.pause(3);
      process.end();
      orphans.forget();
    } catch (IOException e) {
      LOG.warn("The note of the embedded Redis was not removed: {}", e.getMessage());
    } finally {
      release(lock);
    }
  }
}
