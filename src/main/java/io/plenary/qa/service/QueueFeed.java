package io.plenary.qa.service;

import io.plenary.protocol.QaServerMessage.QueueMoved;
import io.plenary.protocol.QueueWire.QueueItem;
import io.plenary.qa.Question;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbered frames of one queue: whatever moved, soon. Lives on the owner's context. */
final class QueueFeed {
  /** What does not fit comes with the next frame. */
  private static final int MOST = 100;

  private final String activity;
  private final String name;
  private final Set<String> changed = new LinkedHashSet<>();
  private final Set<String> counted = new LinkedHashSet<>();
  private long frame;

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

  void note(Moves moves) {
    changed.addAll(moves.changed);
    counted.addAll(moves.counted);
    counted.removeAll(changed);
  }

  /** Ids of the questions that come with the next frame. */
  List<String> upcoming() {
    return changed.stream().limit(MOST).toList();
  }

  /** The next frame; null when nothing moved. */
  QueueMoved next(LiveQa qa, QueueItems items) {
    if (changed.isEmpty() && counted.isEmpty()) return null;
    List<QueueItem> put = new ArrayList<>();
    for (Iterator<String> it = changed.iterator(); it.hasNext() && put.size() < MOST; it.remove()) {
      put.add(items.of(qa.memory, qa.memory.questions.byId(it.next())));
    }
    List<Long> up = new ArrayList<>();
    for (String id : counted) {
      Question q = qa.memory.questions.byId(id);
      if (q == null || q.n() == 0) continue;
      up.add((long) q.n());
      up.add((long) qa.memory.up(id));
    }
    counted.clear();
    return new QueueMoved(activity, name, ++frame, up, put, QaCounts.of(qa.view.statistics()));
  }
}
