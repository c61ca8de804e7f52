package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.Proc;
import io.plenary.load.server.Resp;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that holds ten thousand events against one that holds two: starting, listing, idling,
 * memory, and voting while somebody lists them.
 */
public final class Events implements Scenario {
  private static final int MANY = 10_000;
  private static final int ROOMS = 2;
  private static final int POLLS = 6;
  private static final int CLONED_AT_ONCE = 100;
  private static final int VOTES_PER_S = 250;
  private static final long LET_GO_MS = 40_000;
  private static final double MORE_TO_START_S = 1;
  private static final double MOST_IDLE = 5;
  private static final double MB = 1024.0 * 1024;
  private static final double MOST_MB = 100;

  /**
   * Copies all keys of an event, as they are, under other ids; the rest of the indexes is as the
   * scripts of the server write it.
   */
  private static final String CLONE =
      """
      local from, keys = 'plenary:{' .. ARGV[1] .. '}:', redis.call('KEYS', 'plenary:{' .. ARGV[1] .. '}:*')
      local document = redis.call('HGET', from .. 'state', 'event')
      local day = redis.call('ZSCORE', 'plenary:events:days', ARGV[1])
      for n = tonumber(ARGV[2]), tonumber(ARGV[3]) do
        local id, code = 'clone' .. n, string.format('C%05d', n)
        for _, key in ipairs(keys) do
          redis.call('COPY', key, 'plenary:{' .. id .. '}:' .. string.sub(key, #from + 1), 'REPLACE')
        end
        local mine = string.gsub(document, '"id":"[^"]+"', '"id":"' .. id .. '"', 1)
        mine = string.gsub(mine, '"code":"[^"]+"', '"code":"' .. code .. '"', 1)
        redis.call('HSET', 'plenary:{' .. id .. '}:state', 'event', mine, 'code', code)
        redis.call('SET', 'plenary:code:' .. code, id)
        redis.call('ZADD', 'plenary:events:days', day, id)
        redis.call('HSET', 'plenary:events:names', id, redis.call('HGET', 'plenary:events:names', ARGV[1]))
      end
      return #keys\
      """;

  private record Idle(double commands, double megabytes) {}

  @Override
  public String name() {
    return "events";
  }

  @Override
  public String about() {
    return "10,000 events of two rooms and twelve polls: start, list, idle, memory, and 500 phones"
        + " that vote while somebody lists them";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int many = bench.options().quick() ? 500 : MANY;
    try (Hall hall = Hall.open(bench)) {
      String model = imported(hall);
      double few = restart(bench, hall, "2 events");
      Idle before = idle(bench, hall, "2 events");
      long from = System.nanoTime();
      try (Resp redis = hall.server.redis()) {
        for (int n = 1; n < many; n += CLONED_AT_ONCE) {
          redis.ask(
              "EVAL", CLONE, "0", model, String.valueOf(n), String.valueOf(n + CLONED_AT_ONCE - 1));
        }
      }
      bench.say(many + " events were made in " + (System.nanoTime() - from) / 1_000_000 + " ms");
      String what = many + " events";
      double all = restart(bench, hall, what);
      if (all - few > MORE_TO_START_S) {
        bench.sheet().fault("a start takes " + (all - few) + " s more with " + what);
      }
      Idle after = idle(bench, hall, what);
      if (after.commands > MOST_IDLE) {
        bench.sheet().fault(after.commands + " commands a second with nobody there");
      }
      bench
          .sheet()
          .add("events: MB of the server more with " + what, after.megabytes - before.megabytes);
      if (after.megabytes - before.megabytes > MOST_MB) {
        bench.sheet().fault("the server grew by " + (after.megabytes - before.megabytes) + " MB");
      }
      voting(bench, hall, many);
      hall.check();
    }
  }

  private static String imported(Hall hall) throws IOException, InterruptedException {
    ObjectNode file =
        Golden.JSON.createObjectNode().put("format", "plenary-event").put("version", 2);
    file.putObject("event")
        .put("name", "Annual conference")
        .put("startsOn", "2027-03-08")
        .put("endsOn", "2027-03-09")
        .put("timeZone", "Europe/London")
        .putArray("frameOrigins");
    ArrayNode rooms = file.putArray("rooms");
    for (int room = 1; room <= ROOMS; room++) {
      ArrayNode polls = rooms.addObject().put("name", "Room " + room).putArray("activities");
      for (int poll = 1; poll <= POLLS; poll++) {
        ObjectNode one =
            polls
                .addObject()
                .put("kind", "poll")
                .put("question", "Which of these should we do first, " + poll + "?")
                .put("maxChoices", 1)
                .put("results", "stage");
        one.putNull("abstain");
        ArrayNode options = one.putArray("options");
        for (int option = 1; option <= 6; option++) {
          options.addObject().put("text", "Answer number " + option);
        }
      }
    }
    return hall.api.post("/api/v1/events/import", file).get("id").asText();
  }

  /**
   * Seconds from the first answer of Redis until the server is ready; what Redis itself needs for
   * its file is not the server's.
   */
  private static double restart(Bench bench, Hall hall, String what)
      throws IOException, InterruptedException {
    PlenaryServer server = hall.server;
    server.stop();
    AtomicLong pong = new AtomicLong();
    Thread asking =
        new Thread(
            () -> {
              while (pong.get() == 0 && !Thread.currentThread().isInterrupted()) {
                try (Resp redis = server.redis()) {
                  if (redis.ask("PING").equals("PONG")) pong.set(System.nanoTime());
                } catch (IOException | RuntimeException notYet) {
                  java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
                }
              }
            });
    asking.start();
    server.start();
    long ready = System.nanoTime();
    asking.interrupt();
    asking.join();
    double seconds = (ready - pong.get()) / 1e9;
    bench.sheet().add("events: start to ready, s, " + what, server.readyAfter());
    bench.sheet().add("events: first PONG of Redis to ready, s, " + what, seconds);
    return seconds;
  }

  /** Lists everything once, then nobody is there. */
  private static Idle idle(Bench bench, Hall hall, String what)
      throws IOException, InterruptedException {
    Listed listed = list(hall);
    bench.sheet().add("events: first page, ms, " + what, listed.firstMs);
    bench.sheet().add("events: slowest page, ms, " + what, listed.slowestMs);
    bench.sheet().add("events: events listed, " + what, listed.events);
    Thread.sleep(bench.options().quick() ? LET_GO_MS / 4 : LET_GO_MS);
    int seconds = bench.options().seconds(20, 5);
    double commands;
    try (Resp redis = hall.server.redis()) {
      long before = redis.calls();
      long from = System.nanoTime();
      Thread.sleep(seconds * 1_000L);
      commands = (redis.calls() - before) * 1e9 / (System.nanoTime() - from);
    }
    double megabytes = Proc.rss(hall.server.pid()) / MB;
    bench.sheet().add("events: Redis commands per second with nobody there, " + what, commands);
    bench.sheet().add("events: MB of the server, " + what, megabytes);
    return new Idle(commands, megabytes);
  }

  private record Listed(int events, double firstMs, double slowestMs) {}

  private static Listed list(Hall hall) throws IOException, InterruptedException {
    int events = 0;
    double first = 0;
    double slowest = 0;
    String after = "";
    while (after != null) {
      long from = System.nanoTime();
      JsonNode page = hall.api.get("/api/v1/events" + (after.isEmpty() ? "" : "?after=" + after));
      double ms = (System.nanoTime() - from) / 1e6;
      if (events == 0) first = ms;
      slowest = Math.max(slowest, ms);
      events += page.get("events").size();
      after = page.get("next").isNull() ? null : page.get("next").asText();
    }
    return new Listed(events, first, slowest);
  }

  private static void voting(Bench bench, Hall hall, int many) throws Exception {
    AtomicInteger away = new AtomicInteger();
    int phones = bench.options().phones(500, 100);
    Crowd crowd =
        hall.seats(
            phones,
            hall.server.port(),
            (n, c, loop) -> new Listening(n, c, loop, hall.shared(n), away));
    hall.fill();
    hall.begin("everyone");
    Latencies acks = new Latencies();
    acks.on(true);
    crowd.hooks(acks);
    int seconds = bench.options().seconds(20, 5);
    var voting = Pacer.run(crowd.voters(), VOTES_PER_S, (long) VOTES_PER_S * seconds);
    int lists = 0;
    while (!voting.isDone()) {
      list(hall);
      lists++;
    }
    voting.join();
    crowd.await(v -> v.seq() <= v.acked(), 30_000);
    String what = ", " + phones + " phones, " + many + " events being listed";
    bench.sheet().add("events: vote to ack p50, ms" + what, acks.percentile(50));
    bench.sheet().add("events: vote to ack p99, ms" + what, acks.percentile(99));
    bench.sheet().add("events: times the whole list was read meanwhile", lists);
    bench.sheet().add("events: phones told that the store is away", away.get());
    if (away.get() > 0) {
      bench.sheet().fault(away.get() + " times a phone was told that the store is away");
    }
    long unanswered = crowd.voters().stream().filter(v -> v.seq() > v.acked()).count();
    if (unanswered > 0) {
      bench.sheet().fault(unanswered + " phones have no answer to their last vote");
    }
    if (crowd.voters().stream().anyMatch(v -> !v.live())) {
      bench.sheet().fault("not all phones are connected any more");
    }
  }
}
