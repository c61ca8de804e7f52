package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.hub.Loops;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.wire.QaWire.OwnQuestion;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The questions of those Q&As that this node has an interest in; others are read when somebody
 * comes, and dropped again when nobody came for {@value #KEPT_MINUTES} minutes. Reads what moved on
 * hints, at most every {@value #TICK_MS} ms per Q&A. What is public may be read from any thread;
 * the rest lives on the owner's context.
 */
public final class QaBoard {
  private static final long TICK_MS = 250;
  private static final long TICKS_A_MINUTE = 60_000 / TICK_MS;
  static final int KEPT_MINUTES = 5;

  private final EventCache board;
  private final QuestionStore store;
  private final Context owner;
  private final Supplier<String> names;
  private final QaInterest interest;
  private final Map<ActivityRef, QaSession> live = new ConcurrentHashMap<>();
  private final Set<ChangeNotification> told = ConcurrentHashMap.newKeySet();
  private final Set<ActivityRef> dirty = new LinkedHashSet<>();

  /** Reads under way, and who waits for the one after. */
  private final Map<ActivityRef, Promise<Void>> reading = new HashMap<>();

  private final Map<ActivityRef, Promise<Void>> after = new HashMap<>();
  private final List<BiConsumer<QaSession, QuestionDelta>> listeners = new CopyOnWriteArrayList<>();
  private long ticks;

  /**
   * @param owner the context the store is used on
   * @param names of feeds: random, another one each time
   */
  public QaBoard(
      EventCache board,
      QuestionStore store,
      Context owner,
      Supplier<String> names,
      QaInterest interest) {
    this.interest = interest;
    this.board = board;
    this.store = store;
    this.owner = owner;
    this.names = names;
  }

  public void start(Vertx vertx) {
    board.listen(this::stateChanged);
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /**
   * @param listener told on the owner's context after something moved
   */
  void listen(BiConsumer<QaSession, QuestionDelta> listener) {
    listeners.add(listener);
  }

  /**
   * Questions or upvotes moved: of one Q&A, or, when it names none, of any of the event. From any
   * thread.
   */
  public void moved(ChangeNotification hint) {
    if (!told.add(hint)) return;
    owner.runOnContext(
        v -> {
          if (!hint.activity().isEmpty()) {
            QaSession known = live.get(new ActivityRef(hint.eventId(), hint.activity()));
            if (known != null && known.kept) dirty.add(known.ref);
            else told.remove(hint);
            return;
          }
          told.remove(hint);
          live.values().stream()
              .filter(q -> q.kept && q.eventId.equals(hint.eventId()))
              .forEach(q -> dirty.add(q.ref));
        });
  }

  private void stateChanged(String eventId, @Nullable LoadedEvent next) {
    owner.runOnContext(
        v -> {
          Map<String, Activity> now = next == null ? Map.of() : next.state().activities();
          for (QaSession known : List.copyOf(live.values())) {
            if (!known.eventId.equals(eventId) || now.get(known.id) instanceof Qa) continue;
            live.remove(known.ref);
            tellEverybody(known);
          }
          for (Activity activity : now.values()) {
            if (!(activity instanceof Qa qa)) continue;
            QaSession known = live.computeIfAbsent(new ActivityRef(eventId, qa.id()), this::begin);
            boolean turnedOn = !known.on && qa.shown() && known.view.epoch() != null;
            known.on = qa.shown();
            if (turnedOn || qa.anonymised()) tellEverybody(known);
            if (qa.anonymised()) known.forgetAskers();
            if (interest.goesOn(next, qa)) known.kept = true;
            if (known.kept && (!known.whole || known.memory.round() != qa.round())) {
              dirty.add(known.ref);
            }
          }
        });
  }

  private void tellEverybody(QaSession qa) {
    QuestionDelta moves = new QuestionDelta();
    moves.everybody = true;
    tell(qa, moves);
  }

  private QaSession begin(ActivityRef ref) {
    return new QaSession(
        ref,
        new QuestionFeed(ref.id(), names.get(), System.nanoTime()),
        new QueueFeed(ref.id(), names.get()));
  }

  private void tick() {
    Set<String> connected = interest.connected();
    for (QaSession qa : live.values()) {
      if (connected.contains(qa.eventId)) want(qa);
    }
    if (++ticks % TICKS_A_MINUTE == 0) {
      live.values()
          .forEach(
              qa ->
                  board
                      .failures()
                      .guard(
                          "dropping its questions",
                          qa.eventId,
                          () -> rest(qa, connected.contains(qa.eventId))));
    }
    for (ActivityRef ref : List.copyOf(dirty)) {
      if (reading.containsKey(ref)) continue;
      dirty.remove(ref);
      told.remove(
          new ChangeNotification(
              ref.event(), ref.id())); // before the look: what moves from now on may not be in it
      QaSession known = live.get(ref);
      if (known != null) {
        read(known)
            .onFailure(
                e -> {
                  board.failures().note("reading its questions", known.eventId, e);
                  dirty.add(ref);
                });
      }
    }
  }

  private void want(QaSession qa) {
    qa.kept = true;
    qa.idleMinutes = 0;
    if (!qa.whole && !reading.containsKey(qa.ref)) dirty.add(qa.ref);
  }

  private void rest(QaSession qa, boolean connected) {
    if (!qa.kept) return;
    LoadedEvent event = board.peek(qa.eventId);
    Qa now = qa(qa.eventId, qa.id);
    if (connected || (now != null && event != null && interest.goesOn(event, now))) {
      qa.idleMinutes = 0;
    } else if (++qa.idleMinutes > KEPT_MINUTES && !reading.containsKey(qa.ref)) {
      dirty.remove(qa.ref);
      told.remove(new ChangeNotification(qa.eventId, qa.id));
      begin(qa);
      qa.drop();
    }
  }

  /** Reads on; the answer is never older than the moment of the call. On the owner's context. */
  Future<Void> refresh(QaSession qa) {
    qa.kept = true;
    qa.idleMinutes = 0;
    if (!reading.containsKey(qa.ref)) return read(qa);
    return after.computeIfAbsent(qa.ref, ref -> Promise.promise()).future();
  }

  /** The same from any thread; done when there is nothing to read. */
  public Future<Void> refresh(String eventId, String qaId) {
    return Loops.call(
        owner,
        () -> {
          QaSession known = find(eventId, qaId);
          return known == null ? Future.succeededFuture() : refresh(known);
        });
  }

  /** Done when all of it was read once; at once when it was. On the owner's context. */
  Future<Void> ready(QaSession qa) {
    return qa.whole ? Future.succeededFuture() : refresh(qa);
  }

  private Future<Void> read(QaSession qa) {
    Promise<Void> done = Promise.promise();
    reading.put(qa.ref, done);
    readOn(qa)
        .onComplete(
            result ->
                owner.runOnContext(
                    v -> {
                      reading.remove(qa.ref);
                      Promise<Void> next = after.remove(qa.ref);
                      done.handle(result);
                      if (next != null) refresh(qa).onComplete(next);
                    }));
    return done.future();
  }

  private Future<Void> readOn(QaSession qa) {
    return store
        .since(qa.eventId, qa.id, qa.memory.version())
        .compose(
            moved -> {
              if (moved == null) return Future.succeededFuture();
              if (!qa.memory.continues(moved)) {
                restart(qa);
                return readOn(qa);
              }
              take(qa, moved);
              return moved.more() ? readOn(qa) : Future.succeededFuture();
            });
  }

  private void begin(QaSession qa) {
    qa.begin(
        new QuestionFeed(qa.id, names.get(), System.nanoTime()), new QueueFeed(qa.id, names.get()));
  }

  /**
   * Who follows the feeds there were hears of the new ones when all is read, and asks for heads.
   */
  private void restart(QaSession qa) {
    begin(qa);
    qa.feed.announce();
    qa.queue.announce();
  }

  private void take(QaSession qa, Moved moved) {
    QuestionDelta moves = qa.memory.apply(moved);
    OwnItems.note(qa, moves);
    if (!qa.whole) {
      if (moved.more()) return;
      qa.complete();
      moves = QuestionDelta.afresh();
    }
    if (moves.isEmpty()) return;
    qa.feed.note(moves);
    qa.queue.note(moves);
    qa.show();
    tell(qa, moves);
  }

  private void tell(QaSession qa, QuestionDelta moves) {
    listeners.forEach(l -> l.accept(qa, moves));
  }

  Collection<QaSession> all() {
    return live.values();
  }

  /**
   * What is public of it may be read from any thread, the rest on the owner's context; null when it
   * is not known here.
   */
  @Nullable QaSession find(String eventId, String qaId) {
    return live.get(new ActivityRef(eventId, qaId));
  }

  /** What is known of a Q&A; null before it was read. From any thread. */
  @Nullable QaView view(String eventId, String qaId) {
    QaSession found = find(eventId, qaId);
    return found == null || found.view.epoch() == null ? null : found.view;
  }

  /**
   * What the one who asks under this key asked and did not withdraw, oldest first. From any thread.
   */
  List<OwnQuestion> own(String eventId, String qaId, String asker) {
    QaSession found = find(eventId, qaId);
    return found == null ? List.of() : found.own.getOrDefault(asker, List.of());
  }

  /** The Q&A as its organisers set it up; null when there is none. From any thread. */
  @Nullable Qa qa(String eventId, String qaId) {
    LoadedEvent loaded = board.peek(eventId);
    return loaded != null && loaded.state().activities().get(qaId) instanceof Qa qa ? qa : null;
  }

  /**
   * @throws RuleViolation {@link Reason#UNKNOWN_ACTIVITY} unless it is on, and read
   */
  QaView shown(String eventId, String qaId) {
    Qa qa = qa(eventId, qaId);
    QaView view = view(eventId, qaId);
    if (qa == null || !qa.shown() || view == null || view.round() != qa.round()) {
      throw new RuleViolation(Reason.UNKNOWN_ACTIVITY, "There are no questions here now.");
    }
    return view;
  }
}
