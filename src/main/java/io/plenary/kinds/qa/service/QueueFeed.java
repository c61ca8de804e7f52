package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueMoved;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbered frames of one queue: whatever moved, soon. Lives on the owner's context. */
final class QueueFeed {
  /** What does not fit comes with the next frame. */
  private static final int MOST = 100;

  private final String activity;
  private final String name;
  private final Set<String> changed = new LinkedHashSet<>();
  private final Set<String> counted = new LinkedHashSet<>();

  /**
   * Ids of those that are like one that changed: what they are marked with may have changed, too.
   */
  private final Set<String> alike = new LinkedHashSet<>();

  private long frame;

  /** Whether a frame is due although nothing moved. */
  private boolean announced;

  QueueFeed(String activity, String name) {
    this.activity = activity;
    this.name = name;
  }

  String name() {
    return name;
  }

  long frame() {
    return frame;
  }

  /**
   * The next frame goes in any case: who follows another feed learns by it that there is this one.
   */
  void announce() {
    announced = true;
  }

  /**
   * All of it was read: a head that was begun before, and holds half of it, is behind from now on.
   */
  void complete() {
    frame++;
  }

  void note(QuestionDelta moves) {
    changed.addAll(moves.changed);
    alike.addAll(moves.alike);
    counted.addAll(moves.counted);
    counted.removeAll(changed);
  }

  /**
   * Nobody follows: what waits is in every head from now on. Whoever followed before learns by the
   * number that something is missing.
   */
  void skip() {
    if (changed.isEmpty() && counted.isEmpty() && alike.isEmpty() && !announced) return;
    changed.clear();
    counted.clear();
    alike.clear();
    announced = false;
    frame++;
  }

  /** Ids of the questions that come with the next frame, and of some that may. */
  List<String> upcoming() {
    return Stream.concat(changed.stream().limit(MOST), alike.stream().limit(MOST)).toList();
  }

  /** The next frame; null when nothing moved. */
  @Nullable QueueMoved next(QaSession qa, QueueItems items) {
    alike.removeIf(id -> changed.contains(id) || !waits(qa.memory.questions.byId(id)));
    if (changed.isEmpty() && counted.isEmpty() && alike.isEmpty() && !announced) return null;
    announced = false;
    List<String> moved = taken(changed);
    List<QueueItem> put = new ArrayList<>();
    Stream.concat(moved.stream(), taken(alike).stream())
        .forEach(id -> put.add(items.of(qa.memory, qa.memory.questions.known(id))));
    moved.forEach(id -> alike.addAll(qa.memory.similar.found(id)));
    List<Long> up = new ArrayList<>();
    for (String id : counted) {
      Question q = qa.memory.questions.byId(id);
      if (q == null || q.n() == 0) continue;
      up.add((long) q.n());
      up.add((long) qa.memory.up(id));
    }
    counted.clear();
    return new QueueMoved(
        activity, name, ++frame, up, put, QaCounts.of(qa.view.statistics()), Bursts.of(qa.memory));
  }

  private static boolean waits(@Nullable Question q) {
    return q != null && q.state() == QuestionState.WAITING;
  }

  private static List<String> taken(Set<String> waiting) {
    List<String> some = waiting.stream().limit(MOST).toList();
    some.forEach(waiting::remove);
    return some;
  }
}
