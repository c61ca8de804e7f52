package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Floor;
import io.plenary.load.phone.PlenaryPhone;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.QaPhone.Looks;
import io.plenary.load.phone.Upvoter.Tap;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Forum;
import io.plenary.load.server.QaTruth;
import io.plenary.load.server.QueueDesk;
import io.plenary.load.server.Remote;
import io.plenary.load.server.StandingLine;
import io.plenary.load.server.Wall;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Q&A with the phones that ask and upvote there, and how it is compared with what the server
 * exports and shows.
 */
final class Audience {
  private static final Pattern NUMBERED = Pattern.compile("Question (\\d+)\\b.*", Pattern.DOTALL);
  private static final int WORDS = 9;
  private static final long SETTLE_MS = 60_000;

  /** After so much quiet every screen has everything. */
  static final long QUIET_MS = 2_000;

  final Forum forum;
  final Floor floor;
  private final Bench bench;
  private final Hall hall;
  private final PlenaryPhone.Hall shared;

  Audience(Bench bench, Hall hall, Forum forum) {
    this(bench, hall, forum, hall.shared);
  }

  /**
   * @param shared what phones know of the room
   */
  Audience(Bench bench, Hall hall, Forum forum, PlenaryPhone.Hall shared) {
    this.shared = shared;
    this.bench = bench;
    this.hall = hall;
    this.forum = forum;
    floor = new Floor(bench.lab().golden, forum.activity, forum.round);
  }

  /**
   * Those of a family are alike, as people put the same question in other words; others have little
   * in common.
   */
  static String text(int number, int family) {
    java.util.Random words = new java.util.Random(family);
    StringBuilder text = new StringBuilder("Question " + number + ":");
    for (int i = 0; i < WORDS; i++) {
      text.append(' ');
      for (int letter = 0; letter < 4 + words.nextInt(5); letter++) {
        text.append((char) ('a' + words.nextInt(26)));
      }
    }
    return text.append('?').toString();
  }

  /** The number in its text, which its asker gave it; -1 when there is no text any more. */
  static int number(JsonNode item) {
    Matcher found = NUMBERED.matcher(item.path("text").asText(""));
    return found.matches() ? Integer.parseInt(found.group(1)) : -1;
  }

  /** By the number the server gave it, the number in its text: of all that were ever public. */
  static Map<Integer, Integer> numbers(Collection<JsonNode> items) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (JsonNode item : items) {
      if (item.path("n").isInt() && number(item) >= 0) {
        numbers.put(item.get("n").asInt(), number(item));
      }
    }
    return numbers;
  }

  /** Everything that one who just came is shown. */
  Map<Integer, JsonNode> shown() throws Exception {
    return fresh(QaPhone::list);
  }

  /** Something of a phone that just came. */
  <T> T fresh(java.util.function.Function<QaPhone, T> what) throws Exception {
    Crowd.Maker maker = (n, c, loop) -> new QaPhone(n, c, loop, shared, floor, Looks.FOLLOWING);
    try (Crowd one =
        new Crowd(bench.loops(), hall.server.port(), hall.crowd().voters().size(), 1, maker)) {
      one.joinAll();
      if (!one.await(v -> ((QaPhone) v).settled(), 15_000)) {
        throw new IOException("a new phone got no list: " + one.oddities());
      }
      return on((QaPhone) one.voters().get(0), what);
    }
  }

  /** What is known on the phone's event loop. */
  static <T> T on(QaPhone phone, java.util.function.Function<QaPhone, T> what) throws Exception {
    java.util.concurrent.CompletableFuture<T> found =
        new java.util.concurrent.CompletableFuture<>();
    phone.run(() -> found.complete(what.apply(phone)));
    return found.get(10, java.util.concurrent.TimeUnit.SECONDS);
  }

  static <T> T on(StandingLine line, Callable<T> what) throws Exception {
    return line.loop().submit(what).get(10, java.util.concurrent.TimeUnit.SECONDS);
  }

  static void await(String what, long ms, BooleanSupplier so)
      throws IOException, InterruptedException {
    await(() -> what, ms, so);
  }

  /**
   * @param what is waited for, and how far it is
   */
  static void await(Supplier<String> what, long ms, BooleanSupplier so)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + ms * 1_000_000;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IOException("within " + ms / 1_000 + " s not: " + what.get());
      }
      Thread.sleep(5);
    }
  }

  int port() {
    return hall.server.port();
  }

  /** The stage at the server itself. */
  Wall wall() {
    return forum.wall(bench.loops(), port());
  }

  /** A remote with the whole list. */
  Remote remote(int port) throws Exception {
    Remote remote = forum.remote(bench.loops(), port);
    await("a remote with the list", SETTLE_MS, remote::settled);
    return remote;
  }

  /** A desk with every question on it. */
  QueueDesk desk(int port, int questions) throws Exception {
    QueueDesk desk = forum.desk(bench.loops(), port);
    await(
        "a desk with " + questions + " questions",
        SETTLE_MS,
        () -> desk.whole() && desk.size() >= questions);
    return desk;
  }

  /** Waits until all is answered, closes the Q&A and recounts. */
  QaTruth.Verdict check(Collection<Voter> people, IntUnaryOperator family, QaTruth.Merged merged)
      throws Exception {
    for (Voter v : people) {
      await("every answer for phone " + v.number, SETTLE_MS, ((QaPhone) v)::settled);
    }
    List<List<Tap>> taps =
        people.stream()
            .map(v -> ((QaPhone) v).seat(floor))
            .filter(s -> s != null)
            .map(s -> s.upvotes.counted())
            .toList();
    Thread.sleep(QUIET_MS);
    forum.lock();
    Map<Integer, Integer> counts = new HashMap<>();
    shown().forEach((n, item) -> counts.put(n, item.get("up").asInt()));
    QaTruth.Verdict verdict = QaTruth.check(forum.export(), taps, family, merged, counts);
    if (verdict.good()) bench.say(verdict.toString());
    else bench.sheet().fault(verdict.toString());
    return verdict;
  }
}
