package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.PollOption;
import io.plenary.kinds.choice.PollQuestion;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.redis.store.StepHistory.Said;
import io.plenary.redis.store.StepHistory.Step;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotState;
import io.plenary.voting.Tally;
import io.plenary.words.Results;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads choices off the frames of polls that the real scripts counted. */
class StepAttackTest extends StoreTest {
  private static final int STEP = 5;
  private static final long GRACE = 60_000;
  private static final int MOST_PEOPLE = 300;

  /**
   * What became of published choices. Those of unanimous and last steps are given up without a
   * look.
   */
  private static final class Findings {
    int polls;
    int choices;
    int hidden;
    int unanimous;
    int lastStep;
    int consequences;
    final List<String> leaks = new ArrayList<>();

    @Override
    public String toString() {
      return polls
          + " polls, "
          + choices
          + " published choices: "
          + hidden
          + " hidden, "
          + unanimous
          + " in steps in which all came to the same or left the same, "
          + lastStep
          + " in last steps, certain "
          + consequences
          + " that follow from these, and "
          + leaks.size()
          + " else "
          + leaks.subList(0, Math.min(5, leaks.size()));
    }
  }

  /** What survives a crash is no matter here. */
  @Override
  protected String[] redisOptions() {
    return new String[] {"--appendfsync", "no"};
  }

  @Test
  @DisplayName(
      "O10 in 1,000 polls nothing is certain that final result, last step, order of arrival and"
          + " unanimous steps do not tell")
  void noChoiceCanBeReadOff() {
    Findings found = attack(1_000, false, STEP);
    assertEquals(List.of(), found.leaks, found.toString());
    assertTrue(
        found.choices > 50_000 && found.lastStep > 0 && found.unanimous > 0,
        "the attack reaches everything: " + found);
    System.out.println("O10 attack: " + found);
  }

  @Test
  @DisplayName("O10 the attack reads choices off when every vote shows at once")
  void theAttackCanSee() {
    Findings found = attack(30, true, 1);
    assertTrue(found.leaks.size() * 3 > found.choices, found.toString());
  }

  private Findings attack(int count, boolean smallGroup, int threshold) {
    Findings found = new Findings();
    RedisEventStore events = new RedisEventStore(link, ENTROPY, FORMATS);
    RedisBallotStore polls = new RedisBallotStore(link);
    for (int i = 0; i < count; i++) {
      Random random = new Random(1_000 + i);
      int people =
          i < 20 ? 3 + i : 3 + (int) ((MOST_PEOPLE - 2) * Math.pow(random.nextDouble(), 3));
      Play play =
          new Play(polls, "p" + i, people, 2 + random.nextInt(3), smallGroup, threshold, random);
      Await.result(
          events.create(
              event("e" + i, code(i)),
              List.of(room("r", play.id)),
              List.of(play.poll(State.OPEN))));
      StepHistory history = play.run(events, "e" + i);
      judge(history, threshold, "poll " + i + " of " + people + " people", found);
      if (i % 100 == 99) send(Command.FLUSHALL);
    }
    return found;
  }

  private static String code(int i) {
    String symbols = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    StringBuilder code = new StringBuilder();
    for (int at = 0, n = i; at < 6; at++, n /= symbols.length()) {
      code.append(symbols.charAt(n % symbols.length()));
    }
    return code.toString();
  }

  /** One poll as it goes on; all that is sent to the store is on its way at once, in order. */
  private final class Play {
    final String id;
    private final int people;
    private final int options;
    private final boolean smallGroup;
    private final Random random;
    private final double[] taste;
    private final StepHistory history;
    private final RedisBallotStore store;
    private final List<Future<Tally>> frames = new ArrayList<>();
    private final List<long[]> expected = new ArrayList<>();
    private final List<Integer> here = new ArrayList<>();
    private long rev = 1;
    private long seq;

    Play(
        RedisBallotStore store,
        String id,
        int people,
        int options,
        boolean smallGroup,
        int threshold,
        Random random) {
      this.store = store;
      this.id = id;
      this.people = people;
      this.options = options;
      this.smallGroup = smallGroup;
      this.random = random;
      taste = random.doubles(options + 1).map(x -> x * x).toArray();
      history = new StepHistory(threshold, options + 1);
    }

    Poll poll(State state) {
      List<PollOption> all =
          IntStream.range(0, options)
              .mapToObj(o -> new PollOption("o" + o, "Option " + o, false))
              .toList();
      return new Poll(
          new BallotState(id, rev, 1, state, Results.EVERYONE, Results.EVERYONE, smallGroup),
          new PollQuestion("Which?", all, 1, "None"));
    }

    StepHistory run(RedisEventStore events, String event) {
      int came = 0;
      boolean reopened = false;
      while (true) {
        while (came < people) {
          int batch = Math.min(people - came, 1 + random.nextInt(3));
          came += batch;
          vote(event, batch, 0);
          if (!reopened && random.nextInt(people) == 0) break;
        }
        lock(events, event);
        if (came < people && random.nextBoolean()) vote(event, 1, GRACE / 2);
        came = here.size();
        over(event);
        if (reopened || (random.nextInt(3) > 0 && came == people)) return checked();
        reopened = true;
        rev++;
        Await.result(
            events.commit(event, Change.of(new PutActivity(poll(State.OPEN), Answers.KEEP))));
        if (came == people) vote(event, 0, 0);
      }
    }

    /** Some who are new, and perhaps some who change their mind, change it back, or press again. */
    private void vote(String event, int fresh, long heldMs) {
      Map<Integer, Integer> batch = new LinkedHashMap<>();
      for (int i = 0; i < fresh; i++) {
        here.add(here.size());
        batch.put(here.size() - 1, choose());
      }
      for (int i = 0; i < 2; i++) {
        if (random.nextInt(4) == 0) batch.put(here.get(random.nextInt(here.size())), choose());
      }
      if (batch.isEmpty()) return;
      List<Ballot> ballots =
          batch.entrySet().stream()
              .map(
                  e ->
                      new Ballot(
                          "v" + e.getKey(),
                          "x" + ++seq,
                          seq,
                          1,
                          e.getValue() == options ? Polls.word() : Polls.word("o" + e.getValue()),
                          heldMs))
              .toList();
      store.cast(event, id, ballots, GRACE);
      history.votes(batch);
      look(event);
    }

    private int choose() {
      double at = random.nextDouble() * java.util.Arrays.stream(taste).sum();
      for (int value = 0; value < options; value++) {
        at -= taste[value];
        if (at < 0) return value;
      }
      return options;
    }

    private void look(String event) {
      frames.add(store.tally(event, id));
      expected.add(history.shown());
    }

    private void lock(RedisEventStore events, String event) {
      rev++;
      Await.result(
          events.commit(event, Change.of(new PutActivity(poll(State.LOCKED), Answers.KEEP))));
      // A while ago, and another moment than the lock before, which may be in the same millisecond.
      link.send(Command.HINCRBY, Keys.activity(event, id), "lockedAt", rev - 100);
      look(event);
    }

    private void over(String event) {
      link.send(Command.HINCRBY, Keys.activity(event, id), "lockedAt", -GRACE);
      store.publishLast(event, id, GRACE);
      history.end();
      look(event);
    }

    private StepHistory checked() {
      for (int i = 0; i < frames.size(); i++) {
        Tally tally = Await.result(frames.get(i));
        long[] counts = new long[options + 1];
        for (int o = 0; o < options; o++) counts[o] = tally.count("o" + o);
        counts[options] = tally.abstained();
        assertArrayEquals(expected.get(i), counts, id + ", frame " + i);
      }
      return history;
    }
  }

  private static void judge(StepHistory history, int threshold, String which, Findings found) {
    found.polls++;
    Set<Step> told = new HashSet<>();
    for (Step step : history.steps) {
      assertTrue(
          step.last() || threshold == 1 || step.size() >= STEP, which + " has a step of " + step);
      if (step.last() || unanimous(history, step)) told.add(step);
    }
    StepAttacker attacker = new StepAttacker(history, Set.of());
    StepAttacker untold = new StepAttacker(history, told);
    history.said.forEach(
        (who, all) -> {
          for (int nth = 0; nth < all.size(); nth++) {
            found.choices++;
            Step step = all.get(nth).step();
            if (step.last()) found.lastStep++;
            else if (told.contains(step)) found.unanimous++;
            else if (!attacker.certain(who, nth)) found.hidden++;
            else if (!untold.certain(who, nth)) found.consequences++;
            else found.leaks.add(which + ": person " + who + " in a step of " + step.size());
          }
        });
  }

  /** Whether five or more are in it who all came to the same choice, or all left the same. */
  private static boolean unanimous(StepHistory history, Step step) {
    return same(history, step, step.news(), 0)
        || same(history, step, step.changes(), 0)
        || same(history, step, step.changes(), 1);
  }

  /**
   * @param before how many publications earlier
   */
  private static boolean same(StepHistory history, Step step, List<Integer> group, int before) {
    return group.size() >= STEP
        && group.stream()
                .map(
                    who -> {
                      List<Said> all = history.said.get(who);
                      int at =
                          IntStream.range(0, all.size())
                              .filter(nth -> all.get(nth).step() == step)
                              .findFirst()
                              .orElseThrow();
                      return all.get(at - before).value();
                    })
                .distinct()
                .count()
            == 1;
  }
}
