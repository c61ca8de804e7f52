package io.plenary.load.scenario;

import io.plenary.load.fault.FaultProxy;
import io.plenary.load.fault.Faults;
import io.plenary.load.fault.Forgeries;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.net.HeaderCatcher;
import io.plenary.load.net.Raw;
import io.plenary.load.net.Repeats;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.EdgeProxy;
import io.plenary.load.server.EdgeProxy.Product;
import io.plenary.load.server.PlenaryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A hall through each proxy of src/deploy/proxy that is installed: half of the phones by
 * WebSockets, half by event streams. Before it, somebody guesses codes through it and forges where
 * they are.
 */
public final class Proxies implements Scenario {
  private static final String GUESSER = "127.0.3.7";
  private static final String NEIGHBOUR = "127.0.3.8";
  private static final Faults BLOCKED = new Faults(0, 0, 0, 0, 0, true);
  private static final double VOTES_PER_PHONE_AND_S = 0.5;
  private static final int MOST_GUESSES = 300;

  @Override
  public String name() {
    return "proxies";
  }

  @Override
  public String about() {
    return "500 phones through nginx, HAProxy and Caddy as src/deploy/proxy sets them up, half of"
        + " them where WebSockets are refused; limits by the right address, however it is forged";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    boolean any = false;
    for (Product product : Product.values()) {
      String version = product.version();
      if (version == null) {
        bench.sheet().note(product.word + " is not installed, so nothing went through it");
        continue;
      }
      any = true;
      bench.say(product.word + ": " + version);
      record(bench, product, version);
      PlenaryServer server = new PlenaryServer(bench.lab(), Map.of("PLENARY_TRUST_PROXY", "true"));
      try (Hall hall = Hall.on(bench, server);
          EdgeProxy proxy = new EdgeProxy(bench.lab(), product, server.port())) {
        guesses(bench, product, proxy.port());
        hall(bench, product, hall, proxy.port());
      }
    }
    if (!any) bench.sheet().fault("proxies: none of them is installed");
  }

  /** What arrives of each forgery, for the server's own tests: src/test/resources/proxies. */
  private static void record(Bench bench, Product product, String version)
      throws IOException, InterruptedException {
    int port = bench.lab().port();
    StringBuilder text = new StringBuilder("# " + version + "\n");
    try (HeaderCatcher catcher = new HeaderCatcher(port);
        EdgeProxy proxy = new EdgeProxy(bench.lab(), product, port)) {
      for (Map.Entry<String, List<String>> way : Forgeries.ALL.entrySet()) {
        Raw.post(GUESSER, proxy.port(), "/api/v1/join", "{}", way.getValue());
        text.append("\n= ").append(way.getKey()).append('\n');
        way.getValue().forEach(line -> text.append("> ").append(line).append('\n'));
        catcher.next().stream()
            .map(
                line ->
                    line.replaceFirst("(?i)(host: )127\\.0\\.0\\.1(:\\d+)?$", "$1vote.example.org"))
            .forEach(line -> text.append(line).append('\n'));
      }
    }
    Path file = bench.lab().project.resolve("load-tests/target/proxies/" + product.word + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void guesses(Bench bench, Product product, int port) throws IOException {
    List<List<String>> ways = List.copyOf(Forgeries.ALL.values());
    String wrong = "{\"code\":\"ZZZ 999\"}";
    int before = 0;
    while (before < MOST_GUESSES
        && guess(GUESSER, port, wrong, ways.get(before % ways.size())) != 429) {
      before++;
    }
    add(bench, product, "wrong codes answered before the guesser had to wait", before);
    if (before == MOST_GUESSES) fault(bench, product, "somebody who forges addresses guesses on");
    for (List<String> way : ways) {
      if (guess(GUESSER, port, wrong, way) != 429) {
        fault(bench, product, "the guesser got on with " + way);
      }
    }
    for (int i = 0; i < 3; i++) {
      int got = guess(NEIGHBOUR, port, wrong, List.of());
      if (got != 404) fault(bench, product, "a neighbour was held up for the guesser: " + got);
    }
    guess(GUESSER, port, wrong, List.of("X-Forwarded-For: " + NEIGHBOUR));
    int got = guess(NEIGHBOUR, port, wrong, List.of());
    if (got != 404) fault(bench, product, "what was forged counted for the neighbour: " + got);
  }

  private static int guess(String from, int port, String body, List<String> headers)
      throws IOException {
    return Raw.post(from, port, "/api/v1/join", body, headers);
  }

  private void hall(Bench bench, Product product, Hall hall, int port)
      throws IOException, InterruptedException {
    int phones = bench.options().phones(500, 60) / 2;
    int seconds = bench.options().seconds(30, 6);
    Repeats repeats = new Repeats(0);
    int blocked = bench.lab().port();
    try (FaultProxy blocking = new FaultProxy(bench.loops(), blocked, port, BLOCKED);
        Crowd sockets = new Crowd(bench.loops(), port, phones, phones, hall::phone)) {
      Crowd streams = hall.seats(phones, blocked, repeats);
      sockets.fresh();
      hall.poll(Size.USUAL, "everyone");
      long from = System.nanoTime();
      for (Crowd crowd : List.of(sockets, streams)) {
        crowd.joinAll();
        if (!crowd.await(Voter::live, 60_000)) {
          fault(
              bench,
              product,
              "only " + crowd.here() + " of " + phones + " phones joined: " + crowd.oddities());
        }
      }
      add(bench, product, "until all phones were there, s", (System.nanoTime() - from) / 1e9);
      List<Pacer> votes =
          List.of(
              Pacer.endless(sockets.voters(), phones * VOTES_PER_PHONE_AND_S),
              Pacer.endless(streams.voters(), phones * VOTES_PER_PHONE_AND_S));
      Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
      for (Pacer pacer : votes) pacer.stop();
      hall.check(List.of(sockets, streams));
      add(bench, product, "votes acknowledged by WebSockets", sockets.acks());
      add(bench, product, "votes acknowledged by event streams", streams.acks());
      if (blocking.counts().upgraded() > 0) fault(bench, product, "WebSockets were not refused");
      if (sockets.acks() == 0 || streams.acks() == 0) fault(bench, product, "nobody voted");
    }
  }

  private void add(Bench bench, Product product, String figure, double value) {
    bench.sheet().add(name() + ", " + product.word + ": " + figure, value);
  }

  private void fault(Bench bench, Product product, String what) {
    bench.sheet().fault(name() + ", " + product.word + ": " + what);
  }
}
