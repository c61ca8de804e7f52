package io.plenary.kinds.qa.service;

import io.plenary.activity.ActivityRef;
import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.QaStatistics;
import io.plenary.kinds.qa.wire.QaWire.OwnQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that this node holds of one Q&A while it knows it. Lives on the owner's context, but for
 * {@link #view} and {@link #own}.
 */
final class QaSession {
  final ActivityRef ref;
  final String eventId;
  final String id;
  QaMemory memory = new QaMemory();
  QuestionFeed feed;
  QueueFeed queue;

  /** What each asker is told of the own questions, by key; read by other threads too. */
  volatile Map<String, List<OwnQuestion>> own = new ConcurrentHashMap<>();

  /** The same as far as it is read; another one than {@link #own} only while all is read anew. */
  Map<String, List<OwnQuestion>> noted = own;

  /** Whether this node reads it, and what moves in it. */
  boolean kept;

  /** For how many minutes nobody wanted it. */
  int idleMinutes;

  /**
   * Whether all that was stored when reading began is in {@link #memory}: half of it is shown to
   * nobody.
   */
  boolean whole;

  /** Whether people can see it, as far as was told last. */
  boolean on;

  volatile QaView view;

  QaSession(ActivityRef ref, QuestionFeed feed, QueueFeed queue) {
    this.ref = ref;
    this.eventId = ref.event();
    this.id = ref.id();
    this.feed = feed;
    this.queue = queue;
    show();
  }

  /** All that was read is read anew, if ever, and told in other feeds. */
  void begin(QuestionFeed nextFeed, QueueFeed nextQueue) {
    whole = false;
    memory = new QaMemory();
    noted = new ConcurrentHashMap<>();
    feed = nextFeed;
    queue = nextQueue;
  }

  /** All of it is read. */
  void complete() {
    whole = true;
    own = noted;
    queue.complete();
  }

  /** Nobody wants it now. */
  void drop() {
    kept = false;
    idleMinutes = 0;
    own = noted;
    show();
  }

  /** Anonymised: nobody is to find out any more who asked what. */
  void forgetAskers() {
    memory.forgetAskers();
    own.clear();
    noted.clear();
  }

  /** Makes what is known now what other threads see. */
  void show() {
    QaView before = view;
    boolean samePublic =
        before != null && before.ids() == memory.ids() && !publicMoved(before.index());
    PublicIndex index =
        samePublic ? before.index() : new PublicIndex(List.copyOf(memory.publics()));
    view =
        new QaView(
            eventId,
            id,
            memory.epoch(),
            memory.round(),
            index,
            QaStatistics.of(memory.questions.all()),
            feed.name(),
            feed.frame(),
            memory.ids(),
            memory.newest(),
            new ConcurrentHashMap<>());
  }

  private boolean publicMoved(PublicIndex index) {
    if (index.size() != memory.publics().size()) return true;
    for (PublicQuestion q : memory.publics()) {
      if (index.byNumber(q.n()) != q) return true;
    }
    return false;
  }
}
