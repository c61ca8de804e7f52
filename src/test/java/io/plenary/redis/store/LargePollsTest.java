package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.redis.RedisLink;
import io.plenary.voting.Ballot;
import io.plenary.voting.Recount;
import io.plenary.voting.service.AnonymiserStore.Outcome;
import io.plenary.voting.service.AnonymiserStore.VoterList;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A poll of very many people holds the store up for nobody: what is done with all of it is done in
 * pieces. {@code -Dlarge=1000000} makes it as large as that, and times the pieces, which takes a
 * machine with nothing else to do.
 */
class LargePollsTest extends StoreTest {
  private static final boolean TIMED = Integer.getInteger("large") != null;
  private static final int BALLOTS = Integer.getInteger("large", 200_000);
  private static final int AT_ONCE = 1_000;

  /** As many as a node casts at once in a busy hall. */
  private static final int SOME = 100;

  private static final long MOST_MICROS = 20_000;

  /**
   * Of all the time that the store took for it, where that is long enough to hold somebody up. A
   * piece is less than a hundredth, and all at once is all of it, however busy the machine is.
   */
  private static final double MOST_OF_IT = 0.25;

  private static final long SHORT_MICROS = 200_000;
  private static final Pattern TOOK = Pattern.compile("cmdstat_(?:evalsha|hscan):.*?usec=(\\d+)");
  private static final String POLL = "plenary:{e}:activity:p";
  private RedisBallotStore polls;
  private RedisEventStore events;
  private RedisAnonymiserStore ending;

  @BeforeEach
  void fill() {
    polls = new RedisBallotStore(link);
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    ending = new RedisAnonymiserStore(link);
    Await.result(
        events.create(
            event("e", "ABCDEF"), List.of(room("r", "p")), List.of(poll("p", 1, 1, State.OPEN))));
    for (int from = 0; from < BALLOTS; from += AT_ONCE) cast(polls, from, AT_ONCE, 1);
    send(Command.CONFIG, "SET", "slowlog-log-slower-than", MOST_MICROS / 2);
    send(Command.CONFIG, "SET", "slowlog-max-len", 1_000);
    anew();
  }

  private void anew() {
    send(Command.SLOWLOG, "RESET");
    send(Command.CONFIG, "RESETSTAT");
  }

  private static String voter(int i) {
    return "a-voter-of-0123456789012345678901234567-%07d".formatted(i);
  }

  private static void cast(RedisBallotStore polls, int from, int many, int seq) {
    List<Ballot> ballots =
        IntStream.range(from, from + many)
            .mapToObj(
                i ->
                    new Ballot(
                        voter(i),
                        "a-vote-of-0123456-%d".formatted(seq),
                        seq,
                        1,
                        (i + seq) % 5 == 0
                            ? Polls.word()
                            : Polls.word((i + seq) % 3 == 0 ? "a" : "b"),
                        0))
            .toList();
    Await.result(polls.cast("e", "p", ballots, 0));
  }

  private void become(long rev, State state) {
    Poll poll = poll("p", rev, 1, state);
    Await.result(events.commit("e", Change.of(new PutActivity(poll, Answers.KEEP))));
    send(Command.HINCRBY, POLL, "lockedAt", -10);
  }

  private void assertNobodyWaited(String during) {
    long took =
        TOOK.matcher(send(Command.INFO, "commandstats").toString())
            .results()
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .sum();
    double most = TIMED ? MOST_MICROS : Math.max(SHORT_MICROS, took) * MOST_OF_IT;
    List<String> slow = new ArrayList<>();
    for (Response each : send(Command.SLOWLOG, "GET", 1_000)) {
      long micros = each.get(2).toLong();
      String command = each.get(3).get(0).toString();
      boolean works = command.equals("evalsha") || command.equals("hscan");
      if (micros > most && (TIMED || (works && took > SHORT_MICROS))) {
        slow.add(micros + " µs " + command);
      }
    }
    // Timed, once may be the machine's doing.
    assertTrue(slow.size() <= (TIMED ? 1 : 0), during + ", " + took + " µs altogether: " + slow);
    anew();
  }

  private Recount recount() {
    return Await.result(polls.recount("e", "p"));
  }

  @Test
  @DisplayName("Very many ballots are counted, mended, made anonymous and deleted in small pieces")
  void inSmallPieces() {
    Recount open = recount();
    assertEquals(BALLOTS, open.ballots().size());
    assertTrue(open.agrees(Polls.PAPER));
    assertNobodyWaited("counting");

    send(Command.HINCRBY, POLL, "o:a", 7);
    send(Command.HINCRBY, POLL, "voted", -7);
    assertFalse(recount().agrees(Polls.PAPER));
    Await.result(polls.repair("e", "p", Polls.PAPER));
    assertTrue(recount().agrees(Polls.PAPER));
    assertNobodyWaited("mending");

    become(2, State.LOCKED);
    assertEquals(0, Await.result(polls.publishLast("e", "p", 0)));
    Recount locked = recount();
    assertTrue(locked.agrees(Polls.PAPER) && locked.shown().complete());
    send(Command.HINCRBY, POLL, "p:o:b", 3);
    assertFalse(recount().agrees(Polls.PAPER));
    Await.result(polls.repair("e", "p", Polls.PAPER));
    assertTrue(recount().agrees(Polls.PAPER), "what is published, too");
    assertNobodyWaited("counting what is closed");

    become(3, State.FINAL);
    VoterList voters = Await.result(ending.voters("e", "p"));
    assertEquals(BALLOTS, new HashSet<>(voters.keys()).size());
    List<String> receipts = IntStream.range(0, BALLOTS).mapToObj("%064x"::formatted).toList();
    assertEquals(
        Outcome.MOVED,
        Await.result(ending.anonymise("e", "p", voters, receipts.subList(1, BALLOTS), 0)));
    assertEquals(Outcome.ANONYMISED, Await.result(ending.anonymise("e", "p", voters, receipts, 0)));
    assertEquals(Outcome.ALREADY, Await.result(ending.anonymise("e", "p", voters, receipts, 0)));
    assertNobodyWaited("making anonymous");
    Recount ended = recount();
    assertEquals(locked.ballots(), ended.ballots());
    assertEquals(receipts, ended.receipts());
    assertTrue(ended.agrees(Polls.PAPER));
    assertFalse(dump().toString().contains("a-voter-of"), "a voter is left");

    Await.result(events.delete("e"));
    assertNobodyWaited("deleting");
    assertEquals(List.of(), keys().stream().filter(key -> key.contains("{e}")).toList());
  }

  @Test
  @DisplayName("What is counted while people vote on is what was counted at one moment")
  void whileVotesMove() {
    RedisLink other = RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), PATIENT);
    Await.result(other.ready());
    RedisBallotStore votes = new RedisBallotStore(other);
    Future<Recount> reading = polls.recount("e", "p");
    int seq = 1;
    int more = 0;
    for (int from = 0; !reading.isComplete(); from = (from + 7 * AT_ONCE) % BALLOTS) {
      if (from == 0) seq++;
      cast(votes, from, SOME, seq);
      cast(votes, BALLOTS + more, SOME, 1);
      more += SOME;
    }
    Recount found = Await.result(reading);
    assertTrue(found.agrees(Polls.PAPER), "ballots and counters of one moment");
    assertTrue(found.ballots().size() > BALLOTS && more > 0, "they moved");
    assertNobodyWaited("counting what moves");
    assertNotNull(recount());
    assertTrue(recount().agrees(Polls.PAPER));
    Await.result(other.close());
  }
}
