package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import io.plenary.limit.Limits;
import io.plenary.protocol.Codec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/**
 * What a phone that watches the list is sent: no more than promised, soon enough, and in the end
 * the same as a fresh load.
 */
class FeedBudgetTest {
  private static final long TICK = 500_000_000L;
  private final Crowd crowd = new Crowd();
  private long now;
  private long bytes;

  /** One tick of the feed, heard by nobody or by {@code readers}. */
  private QuestionsMoved tick(Reader... readers) {
    now += TICK;
    QuestionsMoved moved = crowd.qa.feed.next(crowd.qa.view.index(), now);
    if (moved == null) return null;
    crowd.qa.view = crowd.qa.view.at(moved.frame());
    bytes += Codec.encode(moved).length;
    for (Reader reader : readers) reader.hear(moved);
    return moved;
  }

  private void published(int size) {
    for (int n = 1; n <= size; n++) crowd.put(n, "Question number " + n);
    crowd.read();
  }

  @Test
  void whatWasThereAtTheStartIsNotToldOnceMore() {
    published(5_000);
    assertNull(tick());
    Reader reader = new Reader(crowd.qa);
    crowd.put(5_001, "A new one").up(17).read();
    QuestionsMoved moved = tick(reader);
    assertEquals(List.of(5_001L), moved.put().stream().map(QuestionItem::n).toList());
    assertEquals(List.of(17L, 1L), moved.up());
    reader.assertCurrent();
  }

  @Test
  void twoHundredMovingQuestionsStayWithinTheBudgetAndEachIsRenewedInASecond() {
    published(200);
    Reader reader = new Reader(crowd.qa);
    now += 10 * TICK;
    Map<Integer, Long> shownAt = new HashMap<>();
    long worst = 0;
    Random random = new Random(7);
    for (int i = 0; i < 120; i++) {
      for (int n = 1; n <= 200; n++) {
        for (int votes = random.nextInt(4); votes >= 0; votes--) crowd.up(n);
      }
      crowd.read();
      Map<Integer, Long> before = new HashMap<>();
      for (int n = 1; n <= 200; n++) before.put(n, reader.up(n));
      QuestionsMoved moved = tick(reader);
      assertNotNull(moved);
      for (int n = 1; n <= 200; n++) {
        if (reader.up(n) != before.get(n)) shownAt.put(n, now);
        else if (shownAt.containsKey(n)) worst = Math.max(worst, now - shownAt.get(n));
      }
    }
    assertEquals(200, shownAt.size());
    assertTrue(worst <= 2 * TICK, "a question stood still for " + worst / 1e9 + " s");
    double seconds = 120 * TICK / 1e9;
    assertTrue(
        bytes <= seconds * Limits.QUESTION_FEED_BYTES.units() + Limits.QUESTION_FEED_BYTES.burst(),
        bytes / seconds + " B/s");
    assertTrue(
        bytes > seconds * Limits.QUESTION_FEED_BYTES.units() * 0.8,
        "the budget is used: " + bytes / seconds + " B/s");
    assertEquals(1, reader.heads);
  }

  @Test
  void twoHundredAndFiftySettleWithinTwoSecondsOfQuiet() {
    published(250);
    Reader reader = new Reader(crowd.qa);
    for (int i = 0; i < 40; i++) {
      for (int n = 1; n <= 250; n++) crowd.up(n);
      crowd.read();
      tick(reader);
    }
    assertFalse(reader.isCurrent(), "it is behind while all of it moves");
    long quiet = now;
    while (!reader.isCurrent()) tick(reader);
    assertTrue(now - quiet <= 4 * TICK, "settled after " + (now - quiet) / 1e9 + " s");
  }

  @Test
  void whatIsNoLongerPublicGoesWhateverElseWaits() {
    published(250);
    Reader reader = new Reader(crowd.qa);
    for (int n = 1; n <= 250; n++) crowd.up(n).put(n, "Other words " + "and ".repeat(30) + n);
    crowd.read();
    for (int i = 0; i < 3; i++) tick(reader);
    crowd.gone(250).read();
    QuestionsMoved moved = tick(reader);
    assertEquals(List.of(250L), moved.gone());
    assertFalse(moved.put().isEmpty() && moved.up().isEmpty() && moved.gone().isEmpty());
  }

  @Test
  void aThousandPublishedAtOnceDoNotHoldUpWhatIsKnown() {
    published(5);
    Reader reader = new Reader(crowd.qa);
    for (int n = 6; n <= 1_005; n++) crowd.put(n, "Question number " + n + " of very many");
    crowd.read();
    for (int i = 0; i < 10; i++) {
      assertTrue(Codec.encode(tick(reader)).length <= Limits.QUESTION_FEED_BYTES.burst());
    }
    assertFalse(reader.isCurrent());
    crowd.put(3, "It is live now").up(4).read();
    long before = reader.up(4);
    tick(reader);
    tick(reader);
    assertEquals("It is live now", reader.text(3));
    assertEquals(before + 1, reader.up(4));
    for (int i = 0; i < 400 && !reader.isCurrent(); i++) {
      crowd.up(1 + i % 5).read();
      tick(reader);
      tick(reader);
    }
    reader.assertCurrent();
  }

  @Test
  void aQuestionLargerThanABurstGoesToo() {
    published(3);
    Reader reader = new Reader(crowd.qa);
    crowd.put(2, "\u0645".repeat(1_000) + " " + "\ud83d\ude00".repeat(900)).up(1).up(3).read();
    for (int i = 0; i < 20; i++) tick(reader);
    reader.assertCurrent();
    assertEquals(1, reader.heads);
  }

  @Test
  void theNewestNumberStaysWhenItIsPublicNoMore() {
    published(3);
    crowd.gone(3).gone(1).read();
    assertEquals(3, crowd.qa.view.newest());
    crowd.put(4, "A new one").read();
    assertEquals(4, crowd.qa.view.newest());
  }

  @Test
  void nothingIsSentWhenNothingMoved() {
    published(3);
    assertNull(tick());
    crowd.up(1).read();
    assertNotNull(tick());
    assertNull(tick());
  }

  /**
   * Asked, upvoted, archived at random; a slow reader loses frames but the last of each row; quiet
   * comes.
   */
  @Property(tries = 400)
  void everyReaderEndsAsAFreshLoad(
      @ForAll @Size(max = 200) List<@IntRange(max = 9_999) Integer> script) {
    Crowd some = new Crowd();
    some.read();
    long time = 0;
    Reader good = new Reader(some.qa);
    Reader slow = new Reader(some.qa);
    QuestionsMoved held = null;
    int size = 0;
    for (int step : script) {
      int n = size == 0 ? 0 : step / 10 % size + 1;
      switch (step % 10) {
        case 0, 1 -> some.put(++size, "Words " + step);
        case 2, 3, 4 -> {
          if (n > 0) some.up(n);
        }
        case 5 -> {
          if (n > 0) some.gone(n);
        }
        case 6 -> {
          if (n > 0) some.put(n, "Words anew " + step);
        }
        case 7 -> some.read();
        default -> {
          time += TICK;
          QuestionsMoved moved = some.qa.feed.next(some.qa.view.index(), time);
          if (moved == null) continue;
          some.qa.view = some.qa.view.at(moved.frame());
          good.hear(moved);
          held = moved; // the frames of one slot: only the newest waits
          if (step % 3 == 0) {
            slow.hear(held);
            held = null;
          }
        }
      }
    }
    some.read();
    for (QuestionsMoved moved;
        (moved = some.qa.feed.next(some.qa.view.index(), time += TICK)) != null;
        held = null) {
      some.qa.view = some.qa.view.at(moved.frame());
      good.hear(moved);
      slow.hear(moved);
    }
    if (held != null) slow.hear(held);
    good.assertCurrent();
    slow.assertCurrent();
    assertEquals(1, good.heads, "who hears everything needs no second head");
    Statistics.label("gap")
        .collect(slow.heads > 1)
        .coverage(c -> c.check(true).percentage(p -> p > 5));
  }
}
