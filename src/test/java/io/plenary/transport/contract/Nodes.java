package io.plenary.transport.contract;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.KindRegistry;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.embedded.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Any number of servers on one Redis, each with a folder of its own. Blocking. */
public final class Nodes implements AutoCloseable {
  public final TestRedis redis;
  private final Path folder;
  private final List<TestServer> started = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * @param folder for those of the servers
   */
  public Nodes(Path folder, String... redisSettings) {
    this.folder = folder;
    this.redis = TestRedis.start(redisSettings);
  }

  /** One more server, when it is ready. */
  public TestServer start(String... more) {
    return Waiting.result(begin(more));
  }

  /** The same with these kinds. */
  public TestServer start(KindRegistry kinds, String... more) {
    return Waiting.result(begin(kinds, more));
  }

  /** So many more at the same moment, when all are ready. */
  public List<TestServer> startAtOnce(int many, String... more) {
    List<CompletableFuture<TestServer>> begun =
        Stream.generate(() -> begin(more)).limit(many).toList();
    return begun.stream().map(Waiting::result).toList();
  }

  /** One more server, which starts while the caller goes on. */
  public CompletableFuture<TestServer> begin(String... more) {
    return begin(AllKinds.REGISTRY, more);
  }

  /** The same with these kinds. */
  public CompletableFuture<TestServer> begin(KindRegistry kinds, String... more) {
    Path data = folder();
    String[] args = Arrays.copyOf(more, more.length + 1);
    args[more.length] = url();
    return CompletableFuture.supplyAsync(
        () -> {
          TestServer server = TestServer.start(data, kinds, args);
          synchronized (started) {
            started.add(server);
          }
          return server;
        },
        threads);
  }

  private Path folder() {
    try {
      return Files.createTempDirectory(folder, "node-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String url() {
    StoreAddress at = redis.address();
    return "--redis-url=redis://:" + TestRedis.PASSWORD + "@" + at.host() + ":" + at.port();
  }

  /** Stops one, as on TERM; it is not closed again. */
  public void stop(TestServer server) {
    synchronized (started) {
      started.remove(server);
    }
    server.close();
  }

  /** Ends one without a word to the store or to others; it is not closed again. */
  public void kill(TestServer server) {
    synchronized (started) {
      started.remove(server);
    }
    server.kill();
  }

  /** The servers first, all of them at once; Redis also when one did not stop. */
  @Override
  public void close() {
    try (redis) {
      List<TestServer> open;
      synchronized (started) {
        open = List.copyOf(started);
      }
      CompletableFuture.allOf(
              open.stream()
                  .map(server -> CompletableFuture.runAsync(server::close, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw new AssertionError("a server did not stop", e.getCause());
    } finally {
      threads.shutdown();
    }
  }
}
