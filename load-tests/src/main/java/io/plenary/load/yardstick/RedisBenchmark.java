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
  private static final String INCLUDE = "-- include ";

  /** In the order in which cast_votes.lua takes them. */
  private static final List<String> KEYS =
      List.of(
          "activity:p",
          "activity:p:ballots",
          "activity:p:late",
          "state",
          "activity:p:pending",
          "activity:p:connected",
          "activity:p:moved",
          "activity:p:joined",
          "activity:p:told",
          "activity:p:changed",
          "activity:p:told:step");

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
   * The script of the yardsticks, which stays as it is while ours changes: one vote, one command
   * under way per connection.
   */
  public double frozen(int seconds) throws IOException, InterruptedException {
    try (RedisServer server = new RedisServer(lab, redis, "always").start();
        Resp control = new Resp(server.port(), null)) {
      String script = Files.readString(lab.project.resolve("load-tests/yardsticks/vote.lua"));
      String sha = control.ask("SCRIPT", "LOAD", script);
      List<String> call =
          List.of(sha, "2", KEY + "ballots", KEY + "counts", "voter-__rand_int__", "1");
      double guess = run(server.port(), call, 1, FIRST_GUESS);
      double found = run(server.port(), call, 1, (long) Math.max(FIRST_GUESS, guess * seconds));
      if (Long.parseLong(control.ask("HGET", KEY + "counts", "voted")) == 0) {
        throw new IOException("redis-benchmark's votes were not counted");
      }
      return found;
    }
  }

  /**
   * Our own script. A short run finds out how many fit into the time, the second one counts. @param
   * pipeline commands sent before an answer is awaited
   */
  public double votesPerSecond(int pipeline, int seconds) throws IOException, InterruptedException {
    try (RedisServer server = new RedisServer(lab, redis, "always").start();
        Resp control = new Resp(server.port(), null)) {
      String sha = control.ask("SCRIPT", "LOAD", own(lab.project));
      control.ask("HSET", KEY + "state", "answers", "0");
      open(control);
      List<String> call = own(sha);
      double guess = run(server.port(), call, pipeline, FIRST_GUESS);
      List<String> delete = new ArrayList<>(List.of("DEL"));
      KEYS.forEach(key -> delete.add(KEY + key));
      control.ask(delete.toArray(String[]::new));
      open(control);
      double found =
          run(server.port(), call, pipeline, (long) Math.max(FIRST_GUESS, guess * seconds));
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

  private static List<String> own(String sha) {
    List<String> call = new ArrayList<>(List.of(sha, String.valueOf(KEYS.size())));
    KEYS.forEach(key -> call.add(KEY + key));
    call.addAll(List.of("5000", KEY + "hints", "bench p"));
    call.addAll(
        List.of("voter-of-22-symbols-__rand_int__", "vote-__rand_int__", "1", "1", "a", "0"));
    return call;
  }

  /** With what it includes, as the server reads it. */
  static String own(Path project) throws IOException {
    Path scripts = project.resolve("src/main/resources/lua");
    StringBuilder all = new StringBuilder();
    for (String line : Files.readAllLines(scripts.resolve("cast_votes.lua"))) {
      boolean include = line.startsWith(INCLUDE);
      String of = include ? line.substring(INCLUDE.length()).strip() + ".lua" : "";
      all.append(include ? Files.readString(scripts.resolve("lib").resolve(of)) : line)
          .append('\n');
    }
    return all.toString();
  }

  private double run(int port, List<String> call, int pipeline, long votes)
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
                "EVALSHA"));
    command.addAll(call);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    lab.children.note(process.toHandle());
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("redis-benchmark failed: " + text.lines().findFirst().orElse(""));
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
