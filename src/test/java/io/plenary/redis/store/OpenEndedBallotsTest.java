package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.redis.Await;
import io.plenary.voting.Ballot;
import io.plenary.voting.Ruling;
import io.plenary.voting.Tally;
import io.plenary.voting.service.AnonymiserStore.Outcome;
import io.plenary.voting.service.BallotStore.Decision;
import io.plenary.voting.service.BallotStore.Moderated;
import io.plenary.words.Standing;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counters that people make: read where they moved, deleted at 0, joined by moderators. */
class OpenEndedBallotsTest extends StepsFixture {
  private static final int LIMIT = 100;

  @BeforeEach
  void openEnded() {
    send(Command.HSET, POLL, "openEnded", "1");
  }

  private Ballot words(String voter, String... counters) {
    String word = String.join(",", new TreeSet<>(List.of(counters)));
    return new Ballot(voter, "x" + ++seq, seq, 1, word.isEmpty() ? "-" : word, 0);
  }

  private Moderated decide(String family, long rev, String into) {
    Ruling next = new Ruling(rev, Standing.SHOWN, into, "");
    return Await.result(polls.moderate("e", "p", List.of(new Decision(family, next)), LIMIT));
  }

  @Test
  void fourPeoplesWordsAreNotShownNorAnythingOfThemWhenFamiliesAreJoined() {
    for (int i = 1; i <= 4; i++) cast(words("v" + i, "gap/Gap", "pay/Pay"));
    shows(0, 0, 4, Map.of());
    assertEquals(Moderated.WRITTEN, decide("pay", 1, "gap"));
    shows(0, 0, 4, Map.of());
    cast(words("v5", "gap/gap"));
    shows(5, 0, 5, Map.of("gap/Gap", 4L, "gap/gap", 1L));
    assertEquals(Moderated.WRITTEN, decide("pay", 2, ""));
    shows(5, 0, 5, Map.of("gap/Gap", 4L, "gap/gap", 1L, "pay/Pay", 4L));
  }

  @Test
  void whoChangedAndWaitsIsCountedInTheOldWordsUnderTheNewJoin() {
    for (int i = 1; i <= 5; i++) cast(words("v" + i, "gap/Gap"));
    cast(words("v1", "pay/Pay", "sleep/Sleep"));
    decide("pay", 1, "gap");
    shows(5, 0, 5, Map.of("gap/Gap", 5L));
    become(State.LOCKED);
    graceIsOver();
    assertEquals(0, publishLast());
    shows(5, 0, 5, Map.of("gap/Gap", 4L, "gap/Pay", 1L, "sleep/Sleep", 1L));
  }

  @Test
  void aCounterThatNobodyAddsToIsGone() {
    send(Command.HSET, POLL, "step", "1");
    cast(words("v1", "gap/Gap"));
    Tally before = tally();
    cast(words("v1", "pay/Pay"));
    String hash = dump().get(POLL);
    assertFalse(hash.contains("gap"), hash);
    assertEquals(Map.of("pay/Pay", 1L), known(before).counts());
  }

  @Test
  void aDecisionOnAnOlderOneIsRefusedWithAllThatCameWithIt() {
    decide("gap", 1, "");
    Map<String, String> before = dump();
    assertEquals(Moderated.CONFLICT, decide("gap", 1, "pay"));
    Ruling first = new Ruling(1, Standing.HIDDEN, "", "");
    List<Decision> two = List.of(new Decision("new", first), new Decision("gap", first));
    assertEquals(Moderated.CONFLICT, Await.result(polls.moderate("e", "p", two, LIMIT)));
    List<Decision> more = List.of(new Decision("new", first));
    assertEquals(Moderated.TOO_MANY, Await.result(polls.moderate("e", "p", more, 1)));
    assertEquals(Moderated.GONE, Await.result(polls.moderate("e", "q", more, 1)));
    assertEquals(before, dump());
  }

  @Test
  void decisionsAreReadAsTheyWereMade() {
    Ruling ruling = new Ruling(1, Standing.HIDDEN, "", "Tâl | \u202eteg, 100 %");
    Await.result(polls.moderate("e", "p", List.of(new Decision("pay", ruling)), LIMIT));
    assertEquals(ruling, tally().rulings().of("pay"));
    assertEquals(tally().rulings(), Await.result(polls.recount("e", "p")).shown().rulings());
  }

  /** Of each of 2,100 people two counters that nobody else adds to. */
  private void castThousands() {
    for (int batch = 0; batch < 3; batch++) {
      List<Ballot> ballots = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        String n = batch + "." + i;
        ballots.add(words("v" + n, "a" + n + "/A", "b" + n + "/B"));
      }
      cast(ballots.toArray(Ballot[]::new));
    }
  }

  @Test
  void aStepOfThousandsOfCountersIsReadInPiecesAndShownWhole() {
    send(Command.HSET, POLL, "step", "1");
    Tally before = tally();
    castThousands();
    assertEquals(4_200, tally().counts().size());
    assertEquals(tally(), known(before));
  }

  @Test
  void theLastStepOfThousandsOfCountersShowsAllThatWaited() {
    castThousands();
    Ballot changed = words("v0.0", "b0.0/B", "other/O");
    List<Ballot> ballots = new ArrayList<>(List.of(words("new", "a0.1/A", "new/N"), changed));
    cast(ballots.toArray(Ballot[]::new));
    assertEquals(4_200, tally().counts().size(), "one new and one changed answer wait");
    become(State.LOCKED);
    graceIsOver();
    assertEquals(0, publishLast());
    Tally last = tally();
    assertTrue(last.complete());
    Map<String, Long> counts = last.counts();
    assertEquals(4_201, counts.size());
    assertEquals(
        List.of(1L, 1L, 2L),
        List.of(counts.get("new/N"), counts.get("other/O"), counts.get("a0.1/A")));
    assertFalse(counts.containsKey("a0.0/A"), "nobody says it any more");
  }

  @Test
  void whoReadsWhileVotesMoveGetsAsManyCountersAtOnceAsAnybodyElse() {
    for (int i = 0; i < 2 * Pages.PAGE; i++) cast(words("v" + i, "f" + i + "/F"));
    BallotReading reading = new BallotReading(link, BallotReading.MOST);
    BallotReading.Place place = new BallotReading.Place("e", "p");
    assertEquals(1, Await.result(reading.begin(place)));
    BallotHead taken = Await.result(reading.changes(place, (voter, text) -> {}, false));
    assertFalse(taken.many(), "in the call that takes the last notes, so of that moment");
    assertEquals(Await.result(reading.head(place)), taken);
    assertEquals(2 * Pages.PAGE, taken.counted().counts().size());
  }

  private Tally known(Tally before) {
    return Await.result(polls.tally("e", "p", before));
  }

  /** What is shown, counted from who is shown with what, as an independent model has it. */
  @Test
  void whateverPeopleAndModeratorsDoEveryPersonCountsOnceForAFamily() {
    for (int run = 0; run < 25; run++) {
      empty();
      create();
      openEnded();
      Random random = new Random(run);
      Map<String, Set<String>> stored = new HashMap<>();
      Map<String, String> joined = new HashMap<>();
      Map<String, Long> revs = new HashMap<>();
      Tally seen = tally();
      for (int step = 0; step < 60; step++) {
        if (random.nextInt(5) == 0) {
          String family = "f" + random.nextInt(5);
          String into = random.nextBoolean() ? "" : "g" + random.nextInt(2);
          long rev = revs.merge(family, 1L, Long::sum);
          assertEquals(Moderated.WRITTEN, decide(family, rev, into));
          if (into.isEmpty()) joined.remove(family);
          else joined.put(family, into);
        } else {
          String voter = "v" + random.nextInt(20);
          Set<String> counters = new TreeSet<>();
          for (int i = random.nextInt(4); i > 0; i--) {
            String family = (random.nextInt(4) == 0 ? "g" : "f") + random.nextInt(5);
            counters.removeIf(c -> c.startsWith(family));
            counters.add(family + "/" + (random.nextBoolean() ? "A" : "b"));
          }
          cast(words(voter, counters.toArray(String[]::new)));
          stored.put(voter, counters);
        }
        if (random.nextInt(3) == 0) seen = known(seen);
        assertEquals(expected(shownOf(stored), joined), tally().counts(), "run " + run);
      }
      assertEquals(tally(), known(seen));
      var recount = Await.result(polls.recount("e", "p"));
      assertEquals(expected(stored, joined), recount.tally().counts());
      Await.result(polls.repairFew("e", "p"));
      assertEquals(
          expected(stored, joined), Await.result(polls.recount("e", "p")).tally().counts());
      finish(stored, joined, revs.getOrDefault("f0", 0L));
    }
  }

  RedisAnonymiserStore anonymiser() {
    return new RedisAnonymiserStore(link);
  }

  private void finish(Map<String, Set<String>> stored, Map<String, String> joined, long rev) {
    if (stored.size() < 5) return;
    Tally before = tally();
    become(State.FINAL);
    graceIsOver();
    var anonymiser = anonymiser();
    var voters = Await.result(anonymiser.voters("e", "p"));
    List<String> receipts = voters.keys().stream().map(k -> "0".repeat(64)).toList();
    assertEquals(
        Outcome.ANONYMISED, Await.result(anonymiser.anonymise("e", "p", voters, receipts, GRACE)));
    assertEquals(expected(stored, joined), known(before).counts());
    joined.put("f0", "g0");
    assertEquals(Moderated.WRITTEN, decide("f0", rev + 1, "g0"));
    assertEquals(expected(stored, joined), tally().counts());
    assertEquals(expected(stored, joined), Await.result(polls.recount("e", "p")).tally().counts());
  }

  /** Everybody's ballot that is published for them. */
  private Map<String, Set<String>> shownOf(Map<String, Set<String>> stored) {
    Map<String, Set<String>> shown = new HashMap<>(stored);
    pending()
        .forEach(
            (voter, word) -> {
              if (word.isEmpty() || word.equals("-")) shown.remove(voter);
              else shown.put(voter, new TreeSet<>(List.of(word.split(","))));
            });
    return shown;
  }

  private static Map<String, Long> expected(
      Map<String, Set<String>> ballots, Map<String, String> joined) {
    Map<String, Long> counts = new HashMap<>();
    for (Set<String> ballot : ballots.values()) {
      Set<String> families = new HashSet<>();
      for (String counter : ballot) {
        String[] parts = counter.split("/");
        String family = joined.getOrDefault(parts[0], parts[0]);
        if (families.add(family)) counts.merge(family + "/" + parts[1], 1L, Long::sum);
      }
    }
    assertTrue(counts.values().stream().allMatch(n -> n <= ballots.size()));
    return counts;
  }
}
