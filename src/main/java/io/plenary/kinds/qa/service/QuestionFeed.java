package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import io.plenary.limit.Limits;
import io.plenary.limit.RateLimiter;
import io.plenary.protocol.Codec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbered frames of one public list: what moved, within a budget of bytes, what has waited
 * longest first. What is no longer public goes at once. What moved on questions that are known and
 * questions that are new take turns, so that a hundred published at once do not hold up the live
 * one. Lives on the owner's context.
 */
final class QuestionFeed {
  private static final int BURST = Limits.QUESTION_FEED_BYTES.burst();

  private final String activity;
  private final String name;
  private final RateLimiter budget;

  /** By number, whether more than upvotes moved; the one that has waited longest first. */
  private final Map<Integer, Boolean> waiting = new LinkedHashMap<>();

  /** The same for those that nobody was told of yet, so it is always more. */
  private final Map<Integer, Boolean> fresh = new LinkedHashMap<>();

  private final Set<Integer> gone = new LinkedHashSet<>();
  private long frame;

  /** Whose turn it is in the next frame. */
  private boolean freshFirst;

  /** Whether a frame is due although nothing moved. */
  private boolean announced;

  /**
   * @param name random: frames of another feed have nothing to do with these
   */
  QuestionFeed(String activity, String name, long now) {
    this.activity = activity;
    this.name = name;
    budget = new RateLimiter(Limits.QUESTION_FEED_BYTES, now);
  }

  String name() {
    return name;
  }

  /** Of the newest frame. */
  long frame() {
    return frame;
  }

  /**
   * The next frame goes in any case: who follows another feed learns by it that there is this one.
   */
  void announce() {
    announced = true;
  }

  void note(QuestionDelta moves) {
    moves.gone.forEach(
        n -> {
          waiting.remove(n);
          fresh.remove(n);
          gone.add(n);
        });
    moves.put.forEach(
        n -> {
          gone.remove(n);
          if (moves.came.contains(n)) fresh.put(n, true);
          else if (!fresh.containsKey(n)) waiting.put(n, true);
        });
    moves.up.stream()
        .filter(n -> !fresh.containsKey(n))
        .forEach(n -> waiting.putIfAbsent(n, false));
  }

  /**
   * Nobody follows: what waits is in every head from now on. Whoever followed before learns by the
   * number that something is missing.
   */
  void skip() {
    if (isEmpty()) return;
    gone.clear();
    waiting.clear();
    fresh.clear();
    announced = false;
    frame++;
  }

  /** The next frame; null when there is nothing to tell, or not yet. */
  @Nullable QuestionsMoved next(PublicIndex index, long now) {
    if (isEmpty()) return null;
    Draft draft = new Draft(index, now, gone.stream().map(Integer::longValue).toList());
    gone.clear();
    Map<Integer, Boolean> first = freshFirst ? fresh : waiting;
    // Whose turn it is keeps it until something of it went: what is larger than all of a frame
    // would wait for ever.
    if (first.isEmpty() || draft.fill(first)) draft.fill(freshFirst ? waiting : fresh);
    if (first.isEmpty() || draft.filled) freshFirst = !freshFirst;
    if (draft.out.isEmpty() && !draft.filled && !announced) return null;
    announced = false;
    budget.acquire(draft.due, now);
    return new QuestionsMoved(activity, name, ++frame, draft.up, draft.put, draft.out);
  }

  /** A frame that is being filled. */
  private final class Draft {
    final PublicIndex index;
    final long now;
    final List<Long> up = new ArrayList<>();
    final List<QuestionItem> put = new ArrayList<>();
    final List<Long> out;
    int due;
    boolean filled;

    Draft(PublicIndex index, long now, List<Long> out) {
      this.index = index;
      this.now = now;
      this.out = out;
      due = envelope() + 9 * out.size();
    }

    /** False when the budget ended it. */
    boolean fill(Map<Integer, Boolean> from) {
      for (Iterator<Map.Entry<Integer, Boolean>> it = from.entrySet().iterator();
          it.hasNext();
          it.remove()) {
        Map.Entry<Integer, Boolean> entry = it.next();
        PublicQuestion q = index.byNumber(entry.getKey());
        if (q == null) continue;
        QuestionItem item = entry.getValue() ? PublicItems.of(q) : null;
        int bytes = item == null ? digits(q.n()) + digits(q.up()) + 2 : bytes(item);
        if ((filled && due + bytes > BURST) || !budget.has(due + bytes, now)) {
          return false; // only one alone may be larger than a burst
        }
        due += bytes;
        filled = true;
        if (item != null) put.add(item);
        else {
          up.add((long) q.n());
          up.add((long) q.up());
        }
      }
      return true;
    }
  }

  private boolean isEmpty() {
    return gone.isEmpty() && waiting.isEmpty() && fresh.isEmpty() && !announced;
  }

  private int envelope() {
    return Codec.encode(
            new QuestionsMoved(activity, name, frame + 1, List.of(), List.of(), List.of()))
        .length;
  }

  private int bytes(QuestionItem item) {
    return Codec.encode(
                new QuestionsMoved(activity, name, frame + 1, List.of(), List.of(item), List.of()))
            .length
        - envelope()
        + 1;
  }

  private static int digits(int n) {
    return Integer.toString(n).length();
  }
}
