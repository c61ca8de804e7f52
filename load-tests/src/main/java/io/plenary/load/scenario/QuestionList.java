package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Latencies;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.QaPhone.Looks;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import io.plenary.load.server.QaTruth;
import io.plenary.load.server.QueueDesk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Everybody has the list open and upvotes, on and off, on all of it at once. Some questions were
 * merged before; phones that have not heard of it upvote those too, and every count is a union of
 * people.
 */
public final class QuestionList implements Scenario {
  private static final int RATE = 5_000;
  private static final int FOLLOWING = 20;
  private static final int PER_ASKER = 1;

  @Override
  public String name() {
    return "questions";
  }

  @Override
  public String about() {
    return "200 questions, 2,000 phones that watch the list, 5,000 upvotes/s on and off: acks, CPU,"
        + " bytes of the list per phone";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(2_000, 100);
    int open = bench.options().quick() ? 40 : 200;
    int asked = open + open / 10;
    try (Hall hall = Hall.ofOneRoom(bench)) {
      Audience audience = new Audience(bench, hall, hall.room.forum("after"));
      Crowd crowd =
          hall.seats(
              phones,
              hall.server.port(),
              (n, c, loop) ->
                  new QaPhone(
                      n,
                      c,
                      loop,
                      hall.shared,
                      audience.floor,
                      n < FOLLOWING ? Looks.FOLLOWING : Looks.COUNTING));
      hall.fill();
      Map<Integer, Integer> texts = ask(audience, crowd, asked, open);
      List<Integer> numbers = new ArrayList<>(texts.keySet());
      Toggles toggles = new Toggles(phones, numbers);
      int rate = (int) Math.min(RATE, phones * (double) RATE / 2_000);
      Pacer.run(crowd.voters(), toggles, rate, (long) rate * bench.options().warm()).join();
      Thread.sleep(500);
      for (int round = 0; round < bench.options().rounds(); round++) {
        Foreign.quiet(bench, () -> once(bench, hall, audience, toggles, rate));
      }
      Audience.await(
          "every answer",
          30_000,
          () -> crowd.voters().stream().allMatch(v -> ((QaPhone) v).answered()));
      long last = System.nanoTime();
      QaTruth.Verdict verdict =
          audience.check(crowd.voters(), n -> texts.get(n) % open, QaTruth.Merged.ALWAYS);
      bench.sheet().add("questions: upvotes that stand at the end", verdict.registers());
      followers(bench, audience, crowd, last);
    }
  }

  /**
   * Asks; puts the last ones below the first ones. Gives the number in the text by the number of
   * the server.
   */
  private static Map<Integer, Integer> ask(Audience audience, Crowd crowd, int asked, int open)
      throws Exception {
    List<Voter> phones = crowd.voters();
    for (int i = 0; i < asked; i++) {
      QaPhone phone = (QaPhone) phones.get(i / PER_ASKER % phones.size());
      String text = Audience.text(i, i % open);
      phone.run(() -> phone.ask(text));
    }
    Audience.await(
        "every question is stored",
        30_000,
        () -> phones.stream().allMatch(v -> ((QaPhone) v).settled()));
    try (QueueDesk desk = audience.forum.desk(crowd.loops(), crowd.port())) {
      Audience.await(
          "all questions are on the desk", 30_000, () -> desk.whole() && desk.size() >= asked);
      Map<Integer, String> ids = new HashMap<>();
      Audience.on(desk, desk.view()::items)
          .forEach((id, item) -> ids.put(Audience.number(item), id));
      for (int i = open; i < asked; i++) {
        JsonNode answer = desk.ask(command(desk, ids.get(i), ids.get(i - open)));
        if (answer == null || !answer.get("type").asText().equals("done")) {
          throw new IOException("merging was answered with " + answer);
        }
      }
      Map<Integer, Integer> texts =
          Audience.numbers(Audience.on(desk, desk.view()::items).values());
      if (texts.size() != asked) {
        throw new IOException(texts.size() + " of " + asked + " questions are public");
      }
      return texts;
    }
  }

  private static ObjectNode command(QueueDesk desk, String id, String into) throws Exception {
    return desk.merge(Audience.on(desk, () -> desk.view().items().get(id)), into);
  }

  private Foreign.Kept once(Bench bench, Hall hall, Audience audience, Toggles toggles, int rate)
      throws Exception {
    int seconds = bench.options().seconds(20, 3);
    List<Voter> phones = hall.crowd().voters();
    Latencies times = new Latencies();
    audience.floor.times(times);
    long[] list = phones.stream().mapToLong(v -> ((QaPhone) v).listBytes()).toArray();
    long bytes = hall.crowd().bytes();
    long counted = audience.floor.counted.sum();
    Meter meter = Meter.of(hall.pid(), hall.redisPid());
    Pacer.run(phones, toggles, rate, (long) rate * seconds).join();
    Meter.Reading used = meter.read();
    double all = audience.floor.counted.sum() - counted;
    double[] each = new double[phones.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = (((QaPhone) phones.get(i)).listBytes() - list[i]) / used.seconds();
    }
    double everything = (hall.crowd().bytes() - bytes) / used.seconds() / phones.size();
    Audience.await(
        "every answer", 30_000, () -> phones.stream().allMatch(v -> ((QaPhone) v).answered()));
    audience.floor.times(null);
    java.util.Arrays.sort(each);
    return new Foreign.Kept(
        used,
        () -> {
          bench.sheet().add(Names.UPVOTES, all / used.seconds());
          bench.sheet().add(Names.UPVOTES_SHARE, all / used.seconds() / rate);
          bench.sheet().add(Names.UPVOTES_P50, times.percentile(50));
          bench.sheet().add(Names.UPVOTES_P99, times.percentile(99));
          bench
              .sheet()
              .add(
                  "questions: share of the intended upvotes with a known latency",
                  times.count() / ((double) rate * seconds));
          bench
              .sheet()
              .add("questions: server CPU per 1,000 upvotes, s", used.cpuOf(0) * 1000 / all);
          bench
              .sheet()
              .add("questions: Redis CPU per 1,000 upvotes, s", used.cpuOf(1) * 1000 / all);
          bench
              .sheet()
              .add(Names.LIST_BYTES, java.util.Arrays.stream(each).average().orElse(Double.NaN));
          bench
              .sheet()
              .add(
                  "questions: bytes of the list for the phone that got most, per second",
                  each[each.length - 1]);
          bench.sheet().add("questions: bytes of everything per phone and second", everything);
        });
  }

  /** Those that hold the list, held against one who just came. */
  private static void followers(Bench bench, Audience audience, Crowd crowd, long quietSince)
      throws Exception {
    Map<Integer, JsonNode> fresh = audience.shown();
    long changed = quietSince;
    int gaps = 0;
    for (Voter v : crowd.voters().subList(0, Math.min(FOLLOWING, crowd.voters().size()))) {
      QaPhone phone = (QaPhone) v;
      if (!Audience.on(phone, QaPhone::list).equals(fresh)) {
        bench
            .sheet()
            .fault("questions: phone " + v.number + " shows another list than a new phone");
      }
      changed = Math.max(changed, phone.changedAt());
      gaps += Audience.on(phone, p -> p.view().gaps());
    }
    bench
        .sheet()
        .add(
            "questions: seconds of quiet until no list moved any more",
            (changed - quietSince) / 1e9);
    bench.sheet().add("questions: frames that phones missed, " + FOLLOWING + " phones", gaps);
  }

  /** Everybody presses any button, as often as not one that is pressed. */
  private static final class Toggles implements Pacer.Act {
    private final List<Integer> numbers;
    private final BitSet[] pressed;

    Toggles(int phones, List<Integer> numbers) {
      this.numbers = numbers;
      pressed = new BitSet[phones];
      for (int i = 0; i < phones; i++) pressed[i] = new BitSet();
    }

    @Override
    public void by(Voter voter, long due) {
      int n = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
      pressed[voter.number].flip(n);
      ((QaPhone) voter).upvote(n, pressed[voter.number].get(n), due);
    }
  }
}
