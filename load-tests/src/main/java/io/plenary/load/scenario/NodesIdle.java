package io.plenary.load.scenario;

import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Pacer;
import io.plenary.load.server.Nodes;
import io.plenary.load.server.RedisServer;
import io.plenary.load.server.Resp;
import java.io.IOException;

/**
 * What servers ask of their Redis: with nobody there, and each with as many phones as one server
 * alone has. Work must grow with those who are there, not with votes times servers.
 */
final class NodesIdle implements Scenario {
  private static final int PHONES = 300;
  private static final int QUICK_PHONES = 50;
  private static final double VOTES_PER_S = 500;
  private static final double QUICK_VOTES_PER_S = 100;

  /** Until servers let go of what they were asked for. */
  private static final long LET_GO_MS = 40_000;

  private static final long WARM_MS = 10_000;
  private static final double MOST_IDLE = 5;
  private static final double MOST_RATIO = 1.1;
  private static final double MOST_HINTS = 20;

  /** Of the votes that are pressed; with fewer acknowledged, servers do not do the same work. */
  private static final double LEAST_ANSWERED = 0.95;

  /**
   * Per server and second.
   *
   * @param all those inside scripts, too
   * @param scripts that were run
   * @param published messages from server to server
   */
  private record Commands(double all, double scripts, double published) {}

  @Override
  public String name() {
    return "nodes-idle";
  }

  @Override
  public String about() {
    return "commands to Redis per server and second, with nobody there and with a busy event: three"
        + " servers and one";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Commands alone = busy(bench, 1);
    Commands each = busy(bench, NodesKilled.NODES);
    double ratio = each.all / alone.all;
    add(bench, "busy, commands of a server of three ÷ of one alone", ratio);
    add(bench, "busy, scripts of a server of three ÷ of one alone", each.scripts / alone.scripts);
    if (ratio > MOST_RATIO) missed(bench, "a busy event costs %.2f times as many commands", ratio);
  }

  private Commands busy(Bench bench, int servers) throws IOException, InterruptedException {
    boolean quick = bench.options().quick();
    String of = servers == 1 ? ", one server" : ", " + servers + " servers";
    try (RedisServer redis =
        new RedisServer(bench.lab(), RedisServer.embedded(bench.lab()), "always").start()) {
      Nodes nodes = NodesKilled.on(bench, redis, servers);
      try (Hall hall = Hall.across(bench, nodes)) {
        Thread.sleep(quick ? LET_GO_MS / 4 : LET_GO_MS);
        Commands idle = count(bench, redis, servers);
        add(bench, "commands per server and second, nobody there" + of, idle.all);
        if (idle.all > MOST_IDLE) {
          missed(bench, "%.1f commands a second, nobody there" + of, idle.all);
        }
        hall.fill(bench.options().phones(PHONES, QUICK_PHONES) * servers);
        hall.poll(Size.USUAL, "stage");
        try (Stages stages = new Stages(hall.room, nodes.ports())) {
          double rate = (quick ? QUICK_VOTES_PER_S : VOTES_PER_S) * servers;
          Pacer votes = Pacer.endless(hall.crowd().voters(), rate);
          Thread.sleep(WARM_MS);
          long acked = hall.crowd().acks();
          long from = System.nanoTime();
          Commands busy = count(bench, redis, servers);
          double answered = (hall.crowd().acks() - acked) * 1e9 / (System.nanoTime() - from);
          votes.stop();
          hall.check();
          if (stages.again() > 0) bench.sheet().fault(name() + ": a stage lost its server" + of);
          add(bench, "votes acknowledged per server and second" + of, answered / servers);
          if (answered < LEAST_ANSWERED * rate) {
            missed(bench, "only %.0f votes a second are acknowledged" + of, answered);
          }
          add(bench, "commands per server and second, busy" + of, busy.all);
          add(bench, "scripts per server and second, busy" + of, busy.scripts);
          double hints = busy.published - idle.published;
          add(bench, "hints per server and second, one open poll" + of, hints);
          if (hints > MOST_HINTS) missed(bench, "%.1f hints a second" + of, hints);
          return busy;
        }
      }
    }
  }

  private static Commands count(Bench bench, RedisServer redis, int servers)
      throws IOException, InterruptedException {
    try (Resp asked = new Resp(redis.port(), null)) {
      long calls = asked.calls();
      long scripts = scripts(asked);
      long published = published(asked);
      long from = System.nanoTime();
      Thread.sleep(bench.options().seconds(20, 5) * 1_000L);
      double perSecond = 1e9 / (System.nanoTime() - from) / servers;
      return new Commands(
          (asked.calls() - calls) * perSecond,
          (scripts(asked) - scripts) * perSecond,
          (published(asked) - published) * perSecond);
    }
  }

  private static long scripts(Resp asked) throws IOException {
    return asked.calls("evalsha") + asked.calls("eval");
  }

  private static long published(Resp asked) throws IOException {
    return asked.calls("publish") + asked.calls("spublish");
  }

  private void missed(Bench bench, String what, double value) {
    String text = name() + ": " + what.formatted(value);
    if (bench.options().quick()) bench.sheet().note(text);
    else bench.sheet().fault(text);
  }

  private void add(Bench bench, String figure, double value) {
    bench.sheet().add(name() + ": " + figure, value);
  }
}
