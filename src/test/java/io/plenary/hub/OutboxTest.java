package io.plenary.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.protocol.CloseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final long SECOND = 1_000_000_000L;
  private long now = 1;

  /** Takes {@code room} texts, then is full until the peer reads. */
  private static final class Peer implements Sink {
    final List<String> got = new ArrayList<>();
    final List<CloseCode> closed = new ArrayList<>();
    int room;

    @Override
    public void write(Frame frame) {
      assertTrue(closed.isEmpty(), "written after the close");
      assertTrue(room > 0, "written to a full sink");
      room--;
      got.add(frame.text());
    }

    @Override
    public boolean full() {
      return room == 0;
    }

    @Override
    public void close(CloseCode code) {
      closed.add(code);
    }
  }

  private static Frame reply(int n) {
    return Frames.text("reply " + n, null);
  }

  private static Frame slot(String slot, int n) {
    return Frames.text(slot + " " + n, slot);
  }

  @Property(tries = 3_000)
  void whateverTheInterleaving(@ForAll @Size(max = 200) List<@From("steps") Integer> script) {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    int replies = 0;
    Map<String, Integer> newest = new HashMap<>();
    int n = 0;
    for (int step : script) {
      n++;
      switch (step % 8) {
        case 0, 1 -> outbox.offer(reply(replies++));
        case 2, 3 -> {
          String name = "slot" + (step >> 3) % 3;
          outbox.offer(slot(name, n));
          newest.put(name, n);
        }
        case 4 -> {
          outbox.offer(slot("snapshot", n));
          newest.clear(); // whatever else waited is in it
          newest.put("snapshot", n);
        }
        case 5 -> peer.room += (step >> 3) % 3;
        case 6 -> {
          peer.room += (step >> 3) % 4;
          outbox.drained();
        }
        default -> outbox.sweep();
      }
      checkOrder(peer.got);
    }
    Statistics.label("conflated")
        .collect(peer.got.size() < n / 2)
        .coverage(c -> c.check(true).percentage(p -> p > 20));
    peer.room = 1_000;
    outbox.drained();
    assertTrue(peer.closed.isEmpty());
    checkOrder(peer.got);
    assertEquals(
        replies,
        peer.got.stream().filter(t -> t.startsWith("reply")).count(),
        "a reply was dropped");
    newest.forEach(
        (name, last) ->
            assertTrue(
                peer.got.contains(name + " " + last),
                () -> "the newest of " + name + " is missing"));
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.integers()
        .between(0, 1 << 16)
        .withDistribution(RandomDistribution.uniform());
  }

  /**
   * Replies as they were made; nothing of a slot after something newer of it; nothing that a
   * snapshot held after it.
   */
  private static void checkOrder(List<String> got) {
    Map<String, Integer> last = new HashMap<>();
    for (String text : got) {
      String[] parts = text.split(" ");
      int n = Integer.parseInt(parts[1]);
      if (parts[0].equals("reply")) {
        assertEquals(last.getOrDefault("reply", -1) + 1, n, () -> "replies out of order: " + got);
      } else {
        assertTrue(n > last.getOrDefault(parts[0], -1), () -> "older after newer: " + got);
        assertTrue(
            n > last.getOrDefault("snapshot", -1),
            () -> "older than the snapshot before it: " + got);
      }
      last.put(parts[0], n);
    }
  }

  @Test
  void keepsOnlyTheNewestForAStalledReader() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    for (int i = 0; i < 100_000; i++) outbox.offer(slot("tally:p" + i % 3, i));
    outbox.offer(slot("snapshot", 100_000));
    outbox.offer(slot("presence", 100_001));
    peer.room = 10;
    outbox.drained();
    assertEquals(List.of("snapshot 100000", "presence 100001"), peer.got);
  }

  @Test
  void aPictureOfOneChannelLeavesTheOthersWaiting() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    outbox.offer(Frames.text("tally 1", "tally"));
    outbox.offer(Frames.text("moved 1", "questions", Channel.QUESTIONS));
    outbox.offer(Frames.text("own 1", "own", Channel.QUESTIONS));
    outbox.offer(Frames.text("rooms 1", "snapshot", Channel.OVERVIEW));
    outbox.offer(Frames.text("snapshot 2", "snapshot"));
    outbox.offer(Frames.text("moved 2", "questions", Channel.QUESTIONS));
    peer.room = 10;
    outbox.drained();
    assertEquals(List.of("own 1", "rooms 1", "snapshot 2", "moved 2"), peer.got);
  }

  @Test
  void aReaderThatAsksAndNeverReadsIsClosed() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    for (int i = 0; i < Outbox.MAX_REPLIES; i++) outbox.offer(reply(i));
    assertEquals(List.of(), peer.closed);
    outbox.offer(reply(-1));
    outbox.offer(reply(-2));
    assertEquals(List.of(CloseCode.TOO_SLOW), peer.closed);
    peer.room = 1_000;
    outbox.drained();
    outbox.sweep();
    outbox.offer(slot("snapshot", 1));
    assertEquals(List.of(), peer.got);
  }

  @Test
  void aReaderThatAsksForPagesAndNeverReadsIsClosedBeforeTheyFillTheMemory() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    Frame page = Frames.text("p".repeat(Outbox.MAX_REPLY_BYTES / 4), null);
    Frame huge = Frames.text("h".repeat(2 * Outbox.MAX_REPLY_BYTES), null);
    outbox.offer(huge);
    peer.room = 1;
    outbox.drained();
    assertEquals(1, peer.got.size(), "one that is larger still arrives");
    for (int i = 0; i < 20; i++) {
      outbox.offer(page);
      outbox.offer(page);
      peer.room = 2;
      outbox.drained();
    }
    assertEquals(List.of(), peer.closed, "what was read does not count");
    for (int i = 0; i < 4; i++) outbox.offer(page);
    assertEquals(List.of(), peer.closed);
    outbox.offer(page);
    assertEquals(List.of(CloseCode.TOO_SLOW), peer.closed);
  }

  @Test
  void aReaderThatStaysStuckIsClosed() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    now += 60 * SECOND; // an idle one is not stuck
    outbox.offer(slot("snapshot", 1));
    now += 15 * SECOND;
    outbox.sweep();
    assertEquals(List.of(), peer.closed);
    now += 1;
    outbox.sweep();
    assertEquals(List.of(CloseCode.TOO_SLOW), peer.closed);
  }

  @Test
  void aReaderThatTakesALittleIsNotStuck() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    for (int i = 0; i < 20; i++) outbox.offer(reply(i));
    for (int i = 0; i < 10; i++) {
      now += 14 * SECOND;
      peer.room = 1;
      outbox.drained();
      outbox.sweep();
    }
    assertEquals(10, peer.got.size());
    assertEquals(List.of(), peer.closed);
  }

  @Test
  void theSweepSendsWhatNoDrainAnnounced() {
    Peer peer = new Peer();
    Outbox outbox = new Outbox(peer, () -> now);
    outbox.offer(reply(0));
    peer.room = 1;
    now += 60 * SECOND;
    outbox.sweep();
    assertEquals(List.of("reply 0"), peer.got);
    assertTrue(peer.closed.isEmpty());
  }

  @Test
  void aWriteThatFindsTheConnectionGoneEndsIt() {
    Outbox[] outbox = new Outbox[1];
    List<String> got = new ArrayList<>();
    boolean[] full = {true};
    outbox[0] =
        new Outbox(
            new Sink() {
              @Override
              public void write(Frame frame) {
                got.add(frame.text());
                outbox[0].gone();
              }

              @Override
              public boolean full() {
                return full[0];
              }

              @Override
              public void close(CloseCode code) {
                throw new AssertionError("closed though gone");
              }
            },
            () -> now);
    outbox[0].offer(slot("a", 1));
    outbox[0].offer(slot("b", 1));
    full[0] = false;
    outbox[0].drained();
    outbox[0].close(CloseCode.RESTARTING);
    assertEquals(List.of("a 1"), got);
    assertFalse(got.contains("b 1"));
  }
}
