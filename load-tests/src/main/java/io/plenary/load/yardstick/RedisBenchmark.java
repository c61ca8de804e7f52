package io.plenary.load.yardstick;

import io.plenary.load.Lab;
import io.plenary.load.server.RedisServer;
import io.plenary.load.server.Resp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Redis' own load generator with our own script, one vote per call, on a Redis with the same fsync:
 * what a server without batches could reach at best. Every vote is a new voter's, because
 * redis-benchmark cannot count a sequence up; that is a little less work.
 */
public final class RedisBenchmark {
  public static final String MISSING =
      "redis-benchmark is not installed (Debian: apt install redis-tools), so its two lines are"
          + " left out";
  private static final String KEY = "plenary:{bench}:";
  private static final String RANGE = "1000000000";
  private static final int FIRST_GUESS = 20_000;
  private final Lab lab;
  private final Path program;
  private final Path redis;

  private RedisBenchmark(Lab lab, Path program, Path redis) {
    this.lab = lab;
    this.program = program;
    this.redis = redis;
  }

  /**
   * @param data folder of a server that has run, for the Redis in it
   */
  public static Optional<RedisBenchmark> find(Lab lab, Path data) throws IOException {
    Optional<Path> redis = RedisServer.binary(data);
    return RedisServer.onPath("redis-benchmark")
        .flatMap(program -> redis.map(r -> new RedisBenchmark(lab, program, r)));
  }

  /**
   * A short run finds out how many fit into the time, the second one counts. @param pipeline
   * commands sent before an answer is awaited
   */
  public double votesPerSecond(int pipeline, int seconds) throws IOException, InterruptedException {
    try (RedisServer server = new RedisServer(lab, redis, "always").start();
        Resp control = new Resp(server.port(), null)) {
      String script =
          Files.readString(lab.project.resolve("src/main/resources/lua/cast_votes.lua"));
      String sha = control.ask("SCRIPT", "LOAD", script);
      control.ask("HSET", KEY + "state", "answers", "0");
      open(control);
      double guess = run(server.port(), sha, pipeline, FIRST_GUESS);
      control.ask("DEL", KEY + "activity:p", KEY + "activity:p:ballots");
      open(control);
      double found =
          run(server.port(), sha, pipeline, (long) Math.max(FIRST_GUESS, guess * seconds));
      long counted = Long.parseLong(control.ask("HGET", KEY + "activity:p", "voted"));
      if (counted == 0) throw new IOException("redis-benchmark's votes were not counted");
      return found;
    }
  }

  private static void open(Resp control) throws IOException {
    control.ask(
        "HSET",
        KEY + "activity:p",
        "round",
        "1",
        "state",
        "OPEN",
        "version",
        "0",
        "voted",
        "0",
        "abstained",
        "0");
  }

  private double run(int port, String sha, int pipeline, long votes)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-p",
                String.valueOf(port),
                "-n",
                String.valueOf(votes),
                "-r",
                RANGE,
                "-c",
                "50",
                "-P",
                String.valueOf(pipeline),
                "--csv",
                "EVALSHA",
                sha,
                "4",
                KEY + "activity:p",
                KEY + "activity:p:ballots",
                KEY + "activity:p:late",
                KEY + "state",
                "5000",
                "plenary:moved",
                "bench p",
                "voter-of-22-symbols-__rand_int__",
                "vote-__rand_int__",
                "1",
                "1",
                "a",
                "0"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    lab.children.note(process.toHandle());
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("redis-benchmark failed: " + text);
    }
    String line =
        text.lines()
            .filter(l -> l.startsWith("\"EVALSHA"))
            .reduce((a, b) -> b)
            .orElseThrow(() -> new IOException("redis-benchmark said: " + text));
    String[] fields = line.split("\",\"");
    return Double.parseDouble(fields[1].replace("\"", ""));
  }
}
