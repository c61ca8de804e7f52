package io.plenary.load.scenario;

import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.PowerCut;
import io.plenary.load.server.RedisServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Losing power, simulated: server and Redis are killed, and every byte that Redis did not sync is
 * taken from its files. Half of the times a random part of it survives, as it may on a real disk.
 * With {@code everysec} the same check must find losses.
 */
public final class Power implements Scenario {
  private static final int PHONES = 300;
  private static final double VOTES_PER_S = 2_000;
  private static final long CALM_MS = 2_500;
  private final String fsync;
  private final int count;

  /**
   * @param fsync appendfsync of the Redis: always, everysec
   */
  public Power(String fsync, int count) {
    this.fsync = fsync;
    this.count = count;
  }

  @Override
  public String name() {
    return fsync.equals("always") ? "power" : "power-" + fsync;
  }

  @Override
  public String about() {
    return "simulated power loss under load with appendfsync "
        + fsync
        + (fsync.equals("always")
            ? ": nothing acknowledged is lost"
            : ": the check must see losses");
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    // The embedded Redis is linked statically and takes no LD_PRELOAD.
    Path binary =
        RedisServer.onPath("redis-server")
            .orElseThrow(
                () ->
                    new IOException(
                        "no redis-server on the PATH (Debian: apt install redis-server)"));
    Path library = compile(bench);
    Path record = bench.lab().fresh("synced").resolve("record");
    int times = bench.options().quick() ? Math.min(count, 3) : count;
    Random random = new Random(2);
    try (RedisServer redis =
        new RedisServer(bench.lab(), binary, fsync, library.toString(), record.toString())
            .start()) {
      PlenaryServer server =
          new PlenaryServer(
              bench.lab(),
              Map.of(
                  "REDIS_URL",
                  "redis://127.0.0.1:" + redis.port(),
                  "PLENARY_REDIS_ACCEPT_LOSS",
                  String.valueOf(!fsync.equals("always")),
                  "PLENARY_GRACE",
                  Outage.SETTINGS.get("PLENARY_GRACE")));
      PowerCut cut = new PowerCut(redis.folder(), record);
      try (Hall hall = Hall.on(bench, server)) {
        Outage outage =
            new Outage(
                bench,
                hall,
                name(),
                bench.options().phones(PHONES, 100),
                bench.options().quick() ? 300 : VOTES_PER_S);
        try {
          for (int i = 0; i < times; i++) {
            boolean torn = i % 2 == 1;
            outage.once(
                fsync.equals("always") ? 0 : CALM_MS,
                new Outage.Blow() {
                  @Override
                  public void kill() {
                    redis.kill();
                    server.kill();
                  }

                  @Override
                  public void restore() throws IOException, InterruptedException {
                    bench.sheet().add(name() + ": bytes cut off", cut.cut(torn, random));
                    redis.start();
                    server.start();
                  }
                });
          }
        } finally {
          outage.sum(!fsync.equals("always"));
        }
      }
    }
    bench
        .sheet()
        .note(
            name()
                + ": on the redis-server of the PATH with the embedded one's settings, because the"
                + " embedded one is linked statically");
  }

  private static Path compile(Bench bench) throws IOException, InterruptedException {
    Path source = bench.lab().project.resolve("load-tests/src/main/c/synced.c");
    Path library = bench.lab().fresh("synced").resolve("synced.so");
    Path compiler =
        RedisServer.onPath("cc")
            .orElseThrow(
                () -> new IOException("no C compiler on the PATH (Debian: apt install gcc)"));
    Process process =
        new ProcessBuilder(
                compiler.toString(),
                "-shared",
                "-fPIC",
                "-O2",
                "-o",
                library.toString(),
                source.toString(),
                "-ldl")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("synced.c does not compile: " + said);
    }
    return library;
  }
}
