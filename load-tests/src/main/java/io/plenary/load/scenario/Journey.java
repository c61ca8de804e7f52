package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Doors;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.QaPhone.Looks;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.CopiedStore;
import io.plenary.load.server.Nodes;
import io.plenary.load.server.QaTruth;
import io.plenary.load.server.QueueDesk;
import io.plenary.load.server.Truth;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What comes of an event after its poll was voted on, locked and recounted: people ask and upvote
 * at every server, moderators at two of them let questions in, the store's master is killed
 * meanwhile; the poll is made final, and the event is deleted.
 */
final class Journey {
  private static final int PHONES = 60;
  private static final int QUICK_PHONES = 12;
  private static final double TAPS_PER_PHONE_AND_S = 2;
  private static final long TAPS_MS = 1_000;

  /** As many questions as one command is about. */
  private static final int BULK = 20;

  private static final long ANSWER_WITHIN_MS = 2_000;
  private static final long SETTLE_MS = 60_000;
  private static final long GONE_WITHIN_MS = 15_000;

  private final Bench bench;
  private final String what;
  private final CopiedStore store;
  private final List<Integer> ports;
  private final Hall hall;
  private final int phones;

  /**
   * @param what the scenario it is part of
   * @param hall its poll is locked
   */
  Journey(Bench bench, String what, CopiedStore store, Nodes nodes, Hall hall) {
    this.bench = bench;
    this.what = what;
    this.store = store;
    this.ports = nodes.ports();
    this.hall = hall;
    phones = bench.options().quick() ? QUICK_PHONES : PHONES;
  }

  void toItsEnd() throws Exception {
    Audience audience = new Audience(bench, hall, hall.room.forum("before"));
    try (Crowd crowd = crowd(audience);
        QueueDesk desk = asked(audience, crowd)) {
      Lookout lookout = new Lookout(desk);
      approve(desk, number -> number % 2 == 0, lookout);
      killed(crowd, lookout);
      try (QueueDesk other = audience.desk(ports.get(2), phones)) {
        approve(other, number -> number % 2 == 1, lookout);
      }
      tap(crowd, lookout, (long) TAPS_PER_PHONE_AND_S * phones);
      QaTruth.Verdict verdict = audience.check(crowd.voters(), n -> n, QaTruth.Merged.ALWAYS);
      add("questions asked and let in", phones);
      add("upvotes that stand at the end", verdict.registers());
      published(audience.forum.export());
    }
    finalised();
    deleted();
  }

  /** Some at every server. */
  private Crowd crowd(Audience audience) throws IOException, InterruptedException {
    Crowd crowd =
        new Crowd(
            bench.loops(),
            new Doors(ports),
            hall.crowd().voters().size(),
            phones,
            (n, c, loop) -> new QaPhone(n, c, loop, hall.shared, audience.floor, Looks.NOT));
    crowd.comeBack(ANSWER_WITHIN_MS);
    crowd.joinAll();
    await(crowd, "all who ask are there", QaPhone::answered);
    return crowd;
  }

  /** Each asks one thing; all of it is on a desk at the second server. */
  private QueueDesk asked(Audience audience, Crowd crowd) throws Exception {
    List<Voter> people = crowd.voters();
    for (int i = 0; i < phones; i++) {
      QaPhone phone = (QaPhone) people.get(i);
      String text = Audience.text(i, i);
      phone.run(() -> phone.ask(text));
    }
    await(crowd, "every question is stored", QaPhone::answered);
    return audience.desk(ports.get(1), phones);
  }

  /** Lets half of the questions in; returns when the first desk shows them. */
  private void approve(QueueDesk desk, IntPredicate half, Lookout lookout) throws Exception {
    int before = lookout.open().size();
    List<JsonNode> some =
        Audience.on(desk, desk.view()::items).values().stream()
            .filter(item -> half.test(Audience.number(item)))
            .toList();
    for (int i = 0; i < some.size(); i += BULK) {
      List<JsonNode> part = some.subList(i, Math.min(i + BULK, some.size()));
      JsonNode answer = desk.ask(desk.moderate("approve", part));
      if (answer == null || answer.path("done").size() != part.size()) {
        throw new IOException("letting questions in was answered with " + answer);
      }
    }
    Audience.await(
        "the questions that were let in are public",
        SETTLE_MS,
        () -> lookout.open().size() == before + some.size());
  }

  /** kill -9 of the master while people upvote; it comes back. */
  private void killed(Crowd crowd, Lookout lookout) throws Exception {
    Pacer taps =
        Pacer.endless(
            crowd.voters(), (v, due) -> tap(v, due, lookout), TAPS_PER_PHONE_AND_S * phones);
    Thread.sleep(TAPS_MS);
    long at = store.killMaster();
    taps.stop();
    await(crowd, "every upvote is answered", QaPhone::answered);
    add("s until every upvote that waited is answered", (System.nanoTime() - at) / 1e9);
    store.restore();
  }

  private void tap(Crowd crowd, Lookout lookout, long times) throws Exception {
    double rate = TAPS_PER_PHONE_AND_S * phones;
    Pacer.run(crowd.voters(), (v, due) -> tap(v, due, lookout), rate, times).join();
    await(crowd, "every upvote is answered", QaPhone::answered);
  }

  /** Anything that is open; now and then it is taken back. */
  private static void tap(Voter voter, long due, Lookout lookout) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    List<Integer> open = lookout.open();
    if (open.isEmpty()) return;
    int n = open.get(random.nextInt(open.size()));
    ((QaPhone) voter).upvote(n, random.nextInt(4) > 0, due);
  }

  private static void await(Crowd crowd, String what, Predicate<QaPhone> so)
      throws IOException, InterruptedException {
    Audience.await(
        what, SETTLE_MS, () -> crowd.voters().stream().allMatch(v -> so.test((QaPhone) v)));
  }

  private void published(List<JsonNode> export) {
    long right =
        export.stream().filter(row -> row.path("state").asText().equals("published")).count();
    if (export.size() != phones || right != phones) {
      fault(
          "%d questions of %d are in the export, %d of them are public"
              .formatted(export.size(), phones, right));
    }
  }

  /** Every copy must do its part of it. */
  private void finalised() throws IOException, InterruptedException {
    String poll = hall.poll().id();
    long from = System.nanoTime();
    hall.room.finalise(poll);
    if (!new Told(hall.room, ports).everywhere(poll, Told::anonymised, Told.FINAL_WITHIN_S)) {
      fault("organisers are not told that the poll is final");
    }
    since("s until organisers at every server read that the poll is final", from);
    Truth.Verdict verdict = hall.verdictOf(hall.crowd().voters());
    if (!verdict.good()) fault("after it was final: " + verdict);
  }

  private void deleted() throws IOException, InterruptedException {
    String event = hall.room.event();
    long before = store.keys(event);
    add("keys of the event at all servers of the store", before);
    if (before == 0) fault("no server has a key of the event: so none can be missed later");
    hall.crowd().close();
    long from = System.nanoTime();
    hall.api.delete("/api/v1/events/" + event);
    long until = from + GONE_WITHIN_MS * 1_000_000;
    long left = store.keys(event);
    while (left > 0 && System.nanoTime() < until) {
      Thread.sleep(5);
      left = store.keys(event);
    }
    since("s until no server of the store has a key of the deleted event", from);
    if (left > 0) fault(left + " keys of the deleted event are left");
  }

  private void since(String figure, long nanos) {
    add(figure, (System.nanoTime() - nanos) / 1e9);
  }

  private void add(String figure, double value) {
    bench.sheet().add(what + ": " + figure, value);
  }

  private void fault(String text) {
    bench.sheet().fault(what + ": " + text);
  }
}
