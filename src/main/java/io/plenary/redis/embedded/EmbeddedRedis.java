package io.plenary.redis.embedded;

import io.plenary.redis.Backoff;
import io.plenary.redis.StoreAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real redis-server as a child process, with its data in a locked folder. When it dies it is
 * started again on the same port. Everything here blocks: call it from a plain thread.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int START_ATTEMPTS = 5;
  private static final int TEST_BYTES = 256 << 10;
  private static final long LOG_LIMIT = 4L << 20;

  private final FolderLock lock;
  private final Orphans orphans;
  private final Path executable;
  private final ServerConfig config;
  private final Thread supervisor;
  private volatile RedisProcess process;
  private volatile boolean closing;

  private EmbeddedRedis(
      FolderLock lock,
      Orphans orphans,
      Path executable,
      ServerConfig config,
      RedisProcess process) {
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
   * @param server "built-in", "newest" or the file of a redis-server or valkey-server; null takes
   *     the one the folder was used with, and the built-in one for a new folder
   * @throws StoreStartException when the folder is in use or cannot be written, the server is older
   *     than the one the folder was used with, or Redis does not start
   */
  public static EmbeddedRedis start(Path folder, @Nullable String server) {
    Path home = folder.toAbsolutePath().normalize();
    FolderLock lock = null;
    try {
      OwnFiles.take(home);
      lock = FolderLock.take(home);
      Orphans orphans = new Orphans(home);
      ServerChoice choice = ServerChoice.of(home, server);
      orphans.end();
      removeRemains(home);
      DataFolder.check(home, Instant.now());
      Path log = home.resolve("redis.log");
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT) Files.delete(log);
      OwnFiles.file(log);
      EmbeddedRedis redis = launchFirst(home, lock, orphans, choice.executable());
      noteChoice(home, choice);
      redis.supervisor.start();
      return redis;
    } catch (IOException e) {
      release(lock);
      throw new StoreStartException(
          "The data folder "
              + home
              + " cannot be used ("
              + e
              + "). Choose one that can be written.",
          e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /**
   * Where the server listens that works on the folder now; empty when none does.
   *
   * @throws StoreStartException when that cannot be seen
   */
  public static Optional<StoreAddress> running(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      if (!FolderLock.isTaken(home)) return Optional.empty();
      return Optional.of(ServerConfig.address(home));
    } catch (IOException e) {
      throw new StoreStartException(
          "A Plenary server uses the data folder "
              + home
              + ", and how to reach its store cannot be read ("
              + e
              + "). Run this as the user that runs the server, once it is ready.",
          e);
    }
  }

  /** A full disk keeps nobody from starting: what was confirmed can be shown and taken home. */
  private static void noteChoice(Path home, ServerChoice choice) {
    try {
      new ServerNote(home).write(choice.used());
    } catch (IOException e) {
      LOG.warn(
          "Which redis-server is used cannot be written into {} ({}), so an older one is not"
              + " refused at the next start",
          home,
          e.toString());
    }
  }

  /**
   * A rewriting of the files that was killed leaves a copy of the data, which nothing else would
   * ever delete.
   */
  private static void removeRemains(Path home) throws IOException {
    if (!Files.isDirectory(home.resolve("redis"))) return;
    try (DirectoryStream<Path> remains =
        Files.newDirectoryStream(home.resolve("redis"), "temp-*")) {
      for (Path file : remains) Files.delete(file);
    }
  }

  /** A port that is free now may be taken a moment later: try a few. */
  private static EmbeddedRedis launchFirst(Path home, FolderLock lock, Orphans orphans, Path binary)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      ServerConfig config = ServerConfig.write(home, freePort());
      RedisProcess process = RedisProcess.start(binary, config);
      try {
        process.awaitReady();
        noteDown(orphans, process);
        return new EmbeddedRedis(lock, orphans, binary, config, process);
      } catch (StoreStartException e) {
        boolean ended = process.ended();
        process.end();
        if (attempt == START_ATTEMPTS || !e.getMessage().contains("Address already in use")) {
          throw ended ? DataFolder.explained(home, e, process.lastWords()) : e;
        }
      }
    }
  }

  /**
   * Below the ephemeral ports: a client that keeps dialling a dead ephemeral port may end up
   * connected to itself, and hold it.
   */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket socket =
          new ServerSocket(
              ThreadLocalRandom.current().nextInt(20_000, 30_000),
              1,
              InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (java.net.BindException taken) {
        Processes.pause(1);
      }
    }
  }

  private static void release(@Nullable FolderLock lock) {
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

  /**
   * Tries the disk as Redis would use it: what a batch of votes takes, forced down. Redis ends when
   * it cannot write, so this is tried first.
   *
   * @return what is wrong, for operators; null: nothing
   */
  public @Nullable String diskTrouble() {
    Path test = config.data().resolve("disk-test");
    try (FileChannel file =
        FileChannel.open(
            test,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      ByteBuffer some = ByteBuffer.allocate(TEST_BYTES);
      while (some.hasRemaining()) file.write(some);
      file.force(true);
      return null;
    } catch (IOException e) {
      String said = String.valueOf(e.getMessage());
      boolean full = said.contains("No space left") || said.contains("quota");
      return full
          ? "The disk of the data folder is full ("
              + said
              + "). Make room on it. Votes are taken again by themselves."
          : "The data folder cannot be written ("
              + e
              + "). Votes are taken again by themselves when it can.";
    }
  }

  /**
   * Never ends by itself: whatever keeps the server from coming back (no process, no file
   * descriptor, a full disk, a file that cannot be read) may pass.
   */
  private void supervise() {
    Backoff pause = new Backoff(50, 1_000);
    while (!closing) {
      long since = System.nanoTime();
      try {
        int code = process.awaitEnd();
        if (closing) return;
        LOG.error("redis-server ended by itself (exit code {}); starting it again", code);
      } catch (InterruptedException e) {
        LOG.warn("The watch over redis-server was disturbed and goes on");
        continue;
      }
      if (System.nanoTime() - since > STABLE_NANOS) pause.reset();
      else Processes.pause(pause.next());
      String said = "";
      while (!closing) {
        String why = launchAgain();
        if (why == null) break;
        if (!why.equals(said)) {
          LOG.error(
              "redis-server does not come back yet, and is started again until it does: {}", why);
        }
        said = why;
        Processes.pause(pause.next());
      }
    }
  }

  /** Null when it is back, or is not wanted any more; else why not. */
  private @Nullable String launchAgain() {
    try {
      RedisProcess next = RedisProcess.start(executable, config);
      process = next;
      if (!closing) return answers(next);
      next.end();
      return null;
    } catch (Exception
        | Error
            e) { // errors, too: no memory or thread for a process passes like no file descriptor
      return e instanceof StoreStartException ? e.getMessage() : e.toString();
    }
  }

  private @Nullable String answers(RedisProcess next) {
    try {
      next.awaitReady();
    } catch (RuntimeException e) {
      next.end();
      throw e;
    }
    LOG.info("redis-server is back");
    noteDown(orphans, next);
    return null;
  }

  /**
   * Without the note an orphan is still found by the folder it works in, where the system tells
   * that.
   */
  private static void noteDown(Orphans orphans, RedisProcess process) {
    try {
      orphans.noteDown(process.handle());
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "The process of redis-server was not noted down in the data folder: {}", e.toString());
    }
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
