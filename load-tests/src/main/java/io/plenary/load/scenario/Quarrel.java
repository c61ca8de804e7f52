package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.fault.FaultProxy;
import io.plenary.load.fault.Faults;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.QaPhone.Looks;
import io.plenary.load.phone.Taste;
import io.plenary.load.phone.Taste.Kind;
import io.plenary.load.phone.Upvoter.Tap;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.QaTruth;
import io.plenary.load.server.QueueDesk;
import io.plenary.load.server.Remote;
import io.plenary.load.server.Wall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Two moderators work against each other while people upvote the same questions, all of them over a
 * bad network, and the server is killed in the midst. Then it is quiet, and every screen must show
 * what one who just came is shown.
 */
public final class Quarrel implements Scenario {
  private static final int QUESTIONS = 40;
  private static final int FAMILY = 5;
  private static final int MODERATORS = 2;
  private static final double TAPS_PER_PHONE_AND_S = 0.8;
  private static final long ANSWER_WITHIN_MS = 3_000;
  private static final long SALVO_MS = 3_000;
  private static final long BACK_MS = 60_000;

  @Override
  public String name() {
    return "quarrel";
  }

  @Override
  public String about() {
    return "two moderators and 500 upvoting phones on the same 40 questions over the fault proxy,"
        + " kill -9 of the server: all screens end alike";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(500, 60);
    int port = bench.lab().port();
    try (Hall hall = Hall.ofOneRoom(bench);
        FaultProxy proxy = new FaultProxy(bench.loops(), port, hall.server.port(), Faults.VENUE)) {
      Audience audience = new Audience(bench, hall, hall.room.forum("before"));
      Crowd crowd =
          hall.seats(
              phones,
              port,
              (n, c, loop) ->
                  new QaPhone(n, c, loop, hall.shared, audience.floor, Looks.FOLLOWING));
      crowd.comeBack(ANSWER_WITHIN_MS);
      crowd.joinAll();
      Audience.await("all phones are in", BACK_MS, () -> crowd.here() > phones * 0.9);
      List<QueueDesk> desks = new ArrayList<>();
      try (Wall wall = audience.forum.wall(bench.loops(), port);
          Remote remote = audience.remote(port)) {
        ask(crowd);
        for (int i = 0; i < MODERATORS; i++) desks.add(audience.desk(port, QUESTIONS));
        Fight fight = new Fight(crowd, desks);
        fight(bench, hall, fight);
        proxy.calm();
        back(crowd, desks, wall, remote);
        long quietSince = salvo(crowd, desks, fight);
        Screens screens =
            Screens.of(
                crowd,
                desks,
                wall,
                remote,
                quietSince + TimeUnit.MILLISECONDS.toNanos(Audience.QUIET_MS));
        screens.compare(bench, audience, name());
        QaTruth.Verdict verdict =
            audience.check(crowd.voters(), fight::family, QaTruth.Merged.PERHAPS);
        figures(bench, audience, crowd, proxy, fight, verdict);
        bench
            .sheet()
            .add(name() + Names.SCREENS, Math.max(0, screens.changedAt() - quietSince) / 1e9);
      } finally {
        desks.forEach(QueueDesk::close);
      }
    }
  }

  private static void ask(Crowd crowd) throws Exception {
    for (int i = 0; i < QUESTIONS; i++) {
      QaPhone phone = (QaPhone) crowd.voters().get(i % crowd.voters().size());
      String text = Audience.text(i, i / FAMILY);
      phone.run(() -> phone.ask(text));
    }
    Audience.await(
        "every question is stored",
        BACK_MS,
        () -> crowd.voters().stream().noneMatch(v -> ((QaPhone) v).waits()));
  }

  private static void fight(Bench bench, Hall hall, Fight fight) throws Exception {
    long half = TimeUnit.SECONDS.toMillis(bench.options().seconds(60, 10)) / 2;
    fight.begin(phone -> true);
    Thread.sleep(half);
    hall.server.kill();
    hall.server.start();
    bench.say("the server was killed, and is back after " + hall.server.readyAfter() + " s");
    fight.end(half);
  }

  /** Whose line went silent without a word finds out. */
  private static void back(Crowd crowd, List<QueueDesk> desks, Wall wall, Remote remote)
      throws Exception {
    crowd.voters().forEach(v -> v.run(((QaPhone) v)::probe));
    desks.forEach(desk -> desk.loop().execute(desk::probe));
    wall.loop().execute(wall::probe);
    remote.loop().execute(remote::probe);
    Thread.sleep(4_000);
    Audience.await(
        () -> "all phones are back; those that are not: " + away(crowd),
        BACK_MS,
        () -> crowd.voters().stream().allMatch(v -> ((QaPhone) v).settled()));
    Audience.await(
        "the moderators are back", BACK_MS, () -> desks.stream().allMatch(QueueDesk::whole));
    Audience.await("the stage is back", BACK_MS, wall::live);
    Audience.await("the remote is back", BACK_MS, remote::settled);
  }

  private static String away(Crowd crowd) {
    return crowd.voters().stream()
        .map(QaPhone.class::cast)
        .filter(phone -> !phone.settled())
        .map(QaPhone::standing)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .toString();
  }

  /** Once more without faults; gives when the last answer was there. */
  private static long salvo(Crowd crowd, List<QueueDesk> desks, Fight fight) throws Exception {
    fight.end(SALVO_MS, phone -> true);
    open(desks.get(0), fight);
    for (int i = 0; i < QUESTIONS; i++) {
      long taps = fight.taken.sum();
      crowd
          .voters()
          .forEach(
              v ->
                  v.run(
                      () ->
                          fight.tap(
                              (QaPhone) v, ((QaPhone) v).seat().taste.rest(), System.nanoTime())));
      Thread.sleep(50);
      Audience.await(
          "every tap is answered",
          BACK_MS,
          () -> crowd.voters().stream().allMatch(v -> ((QaPhone) v).answered()));
      if (fight.taken.sum() == taps) break;
    }
    Predicate<QaPhone> half = phone -> phone.seat().taste.kind() == Kind.ONE;
    fight.end(SALVO_MS / 2, half);
    fight.live(SALVO_MS / 2, half);
    Audience.await(
        "every tap is answered",
        BACK_MS,
        () -> crowd.voters().stream().allMatch(v -> ((QaPhone) v).answered()));
    return System.nanoTime();
  }

  /** Brings back what is closed: who had begun to take back all of a family can finish. */
  private static void open(QueueDesk desk, Fight fight) throws Exception {
    for (int i = 0; i < 10; i++) {
      List<JsonNode> closed = fight.lookout.closed();
      if (closed.isEmpty()) return;
      List<JsonNode> waiting =
          closed.stream().filter(item -> item.get("state").asText().equals("waiting")).toList();
      List<JsonNode> others =
          closed.stream().filter(item -> !item.get("state").asText().equals("waiting")).toList();
      if (!waiting.isEmpty()) desk.ask(desk.moderate("approve", waiting));
      if (!others.isEmpty()) desk.ask(desk.moderate("restore", others));
      Thread.sleep(700);
    }
  }

  private void figures(
      Bench bench,
      Audience audience,
      Crowd crowd,
      FaultProxy proxy,
      Fight fight,
      QaTruth.Verdict verdict)
      throws Exception {
    Map<String, Long> acts = fight.answers();
    acts.forEach((what, n) -> bench.sheet().add(name() + ": acts of moderators, " + what, n));
    bench.sheet().add(name() + ": taps counted", audience.floor.counted.sum());
    bench.sheet().add(name() + ": taps refused", audience.floor.refused.sum());
    bench.sheet().add(name() + ": upvotes that stand at the end", verdict.registers());
    bench.sheet().add(name() + ": upvotes of which nobody can know", verdict.unknown());
    bench.sheet().add(name() + ": times a phone lost its connection", crowd.drops());
    bench.sheet().add(name() + ": messages doubled on the way", proxy.counts().doubled());
    long gaps = 0;
    long crossed = 0;
    for (Voter v : crowd.voters()) {
      gaps += Audience.on((QaPhone) v, p -> p.view().gaps());
      crossed += Audience.on((QaPhone) v, p -> p.view().crossed());
    }
    bench.sheet().add(name() + ": frames that phones missed", gaps);
    bench.sheet().add(name() + ": times a question climbed past a page", crossed);
    if (acts.getOrDefault("done", 0L) == 0) {
      bench.sheet().fault(name() + ": no moderator did anything");
    }
  }

  /** Both sides of it. */
  private static final class Fight {
    final Lookout lookout;
    final LongAdder taken = new LongAdder();
    private final Crowd crowd;
    private final List<QueueDesk> desks;
    private final List<Quarreller> moderators = new ArrayList<>();
    private volatile boolean on;
    private Pacer taps;

    Fight(Crowd crowd, List<QueueDesk> desks) {
      this.crowd = crowd;
      this.desks = desks;
      lookout = new Lookout(desks.get(0));
      for (int i = 0; i < desks.size(); i++) {
        moderators.add(new Quarreller(desks.get(i), i + 1, FAMILY));
      }
      for (Voter v : crowd.voters()) {
        v.run(
            () ->
                ((QaPhone) v).seat().taste =
                    new Taste(
                        v.number, v.number % 2 == 0 ? Kind.ONE : Kind.ALL_OR_NONE, this::family));
      }
    }

    int family(int n) {
      int text = lookout.text(n);
      return text < 0 ? -1 : text / FAMILY;
    }

    /**
     * @param who taps
     */
    void begin(Predicate<QaPhone> who) {
      moderators.forEach(Quarreller::start);
      tapping(who);
    }

    private void tapping(Predicate<QaPhone> who) {
      on = true;
      taps =
          Pacer.endless(
              crowd.voters(),
              (v, due) -> {
                QaPhone phone = (QaPhone) v;
                if (on && phone.answered() && who.test(phone)) {
                  tap(phone, phone.seat().taste.next(lookout.open()), due);
                }
              },
              crowd.voters().size() * TAPS_PER_PHONE_AND_S);
    }

    void tap(QaPhone phone, Tap tap, long due) {
      if (tap == null) return;
      taken.increment();
      phone.upvote(tap.n(), tap.on(), due);
    }

    /** Once more for so long. */
    void end(long ms, Predicate<QaPhone> who) throws Exception {
      begin(who);
      end(ms);
    }

    /** People alone for so long, while a question is answered in the room. */
    void live(long ms, Predicate<QaPhone> who) throws Exception {
      QueueDesk desk = desks.get(0);
      List<JsonNode> all = Audience.on(desk, () -> List.copyOf(desk.view().items().values()));
      boolean live = all.stream().anyMatch(i -> i.get("state").asText().equals("live"));
      Optional<JsonNode> next =
          all.stream().filter(i -> i.get("state").asText().equals("published")).findFirst();
      if (!live && next.isPresent()) desk.ask(desk.highlight(next.get().get("n").asInt(), null));
      tapping(who);
      end(ms);
    }

    /** After so long. */
    void end(long ms) throws Exception {
      Thread.sleep(ms);
      on = false;
      taps.stop();
      for (Quarreller moderator : moderators) moderator.stop();
      Audience.await(
          "the desks have it all", BACK_MS, () -> desks.stream().allMatch(QueueDesk::whole));
      lookout.lookAgain();
    }

    Map<String, Long> answers() throws Exception {
      Map<String, Long> all = new java.util.TreeMap<>();
      for (int i = 0; i < desks.size(); i++) {
        Audience.on(desks.get(i), moderators.get(i)::answers)
            .forEach((what, n) -> all.merge(what, n, Long::sum));
      }
      return all;
    }
  }
}
