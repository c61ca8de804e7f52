package io.plenary.qa.service;

import io.plenary.protocol.Codec;
import io.plenary.protocol.QaServerMessage.QuestionsMoved;
import io.plenary.protocol.QaWire.QuestionItem;
import io.plenary.qa.PublicQuestion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbered frames of one public list: what moved, within a budget of bytes, what has waited longest first. What is no longer public goes
 * at once. Lives on the owner's context.
 */
final class QuestionFeed {
  static final int BYTES_PER_SECOND = 2_400;
  static final int BURST = 6 * 1024;

  private final String activity;
  private final String name;
  private final TokenBucket budget;
  /** By number, whether more than upvotes moved; the one that has waited longest first. */
  private final Map<Integer, Boolean> waiting = new LinkedHashMap<>();
  private final Set<Integer> gone = new LinkedHashSet<>();
  private long frame;
  /** Whether a frame is due although nothing moved. */
  private boolean announced;

  /** @param name random: frames of another feed have nothing to do with these */
  QuestionFeed(String activity, String name, long now) {
    this.activity = activity;
    this.name = name;
    budget = new TokenBucket(BYTES_PER_SECOND, BURST, now);
  }

  String name() {
    return name;
  }

  /** Of the newest frame. */
  long frame() {
    return frame;
  }

  /** The next frame goes in any case: who follows another feed learns by it that there is this one. */
  void announce() {
    announced = true;
  }

  void note(Moves moves) {
    moves.gone.forEach(n -> {
      waiting.remove(n);
      gone.add(n);
    });
    moves.put.forEach(n -> {
      gone.remove(n);
      waiting.put(n, true);
    });
    moves.up.forEach(n -> waiting.putIfAbsent(n, false));
  }

  /** Nobody follows: what waits is in every head from now on. Whoever followed before learns by the number that something is missing. */
  void skip() {
    if (gone.isEmpty() && waiting.isEmpty() && !announced) return;
    gone.clear();
    waiting.clear();
    announced = false;
    frame++;
  }

  /** The next frame; null when there is nothing to tell, or not yet. */
  QuestionsMoved next(PublicIndex index, long now) {
    if (gone.isEmpty() && waiting.isEmpty() && !announced) return null;
    List<Long> out = gone.stream().map(Integer::longValue).toList();
    gone.clear();
    int due = envelope() + 9 * out.size();
    List<Long> up = new ArrayList<>();
    List<QuestionItem> put = new ArrayList<>();
    for (Iterator<Map.Entry<Integer, Boolean>> it = waiting.entrySet().iterator(); it.hasNext(); it.remove()) {
      Map.Entry<Integer, Boolean> entry = it.next();
      PublicQuestion q = index.byNumber(entry.getKey());
      if (q == null) continue;
      QuestionItem item = entry.getValue() ? PublicItems.of(q) : null;
      int bytes = item == null ? digits(q.n()) + digits(q.up()) + 2 : bytes(item);
      if (!budget.allows(due + bytes, now)) break;
      due += bytes;
      if (item != null) put.add(item);
      else {
        up.add((long) q.n());
        up.add((long) q.up());
      }
    }
    if (out.isEmpty() && up.isEmpty() && put.isEmpty() && !announced) return null;
    announced = false;
    budget.take(due);
    return new QuestionsMoved(activity, name, ++frame, up, put, out);
  }

  private int envelope() {
    return Codec.encode(new QuestionsMoved(activity, name, frame + 1, List.of(), List.of(), List.of())).length;
  }

  private int bytes(QuestionItem item) {
    return Codec.encode(new QuestionsMoved(activity, name, frame + 1, List.of(), List.of(item), List.of())).length - envelope() + 1;
  }

  private static int digits(int n) {
    return Integer.toString(n).length();
  }
}
