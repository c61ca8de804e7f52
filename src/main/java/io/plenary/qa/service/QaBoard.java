package io.plenary.qa.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Broker.Hint;
import io.plenary.hub.Loops;
import io.plenary.protocol.QaWire.OwnQuestion;
import io.plenary.qa.Qa;
import io.plenary.qa.service.QuestionStore.Moved;
import io.plenary.room.Activity;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
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

/**
 * The questions this node knows, of every Q&A of every event it knows. Reads what moved on hints, at most every {@value #TICK_MS} ms per
 * Q&A. What is public may be read from any thread; the rest lives on the owner's context.
 */
public final class QaBoard {
  private static final long TICK_MS = 250;

  private final Board board;
  private final QuestionStore store;
  private final Context owner;
  private final Supplier<String> names;
  private final Map<String, LiveQa> live = new ConcurrentHashMap<>();
  private final Set<Hint> told = ConcurrentHashMap.newKeySet();
  private final Set<String> dirty = new LinkedHashSet<>();
  /** Reads under way, and who waits for the one after. */
  private final Map<String, Promise<Void>> reading = new HashMap<>();
  private final Map<String, Promise<Void>> after = new HashMap<>();
  private final List<BiConsumer<LiveQa, Moves>> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param owner the context the store is used on
   * @param names of feeds: random, another one each time
   */
  public QaBoard(Board board, QuestionStore store, Context owner, Supplier<String> names) {
    this.board = board;
    this.store = store;
    this.owner = owner;
    this.names = names;
  }

  public void start(Vertx vertx) {
    board.listen(this::stateChanged);
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /** @param listener told on the owner's context after something moved */
  void listen(BiConsumer<LiveQa, Moves> listener) {
    listeners.add(listener);
  }

  /** Questions or upvotes moved: of one Q&A, or, when it names none, of any of the event. From any thread. */
  public void moved(Hint hint) {
    if (!told.add(hint)) return;
    owner.runOnContext(v -> {
      if (!hint.activity().isEmpty()) {
        dirty.add(hint.activity());
        return;
      }
      told.remove(hint);
      live.values().stream().filter(q -> q.eventId.equals(hint.eventId())).forEach(q -> dirty.add(q.id));
    });
  }

  private void stateChanged(String eventId, Loaded next) {
    owner.runOnContext(v -> {
      Map<String, Activity> now = next == null ? Map.of() : next.state().activities();
      for (LiveQa known : live.values()) {
        if (!known.eventId.equals(eventId) || now.get(known.id) instanceof Qa) continue;
        live.remove(known.id);
        tellEverybody(known);
      }
      for (Activity activity : now.values()) {
        if (!(activity instanceof Qa qa)) continue;
        LiveQa known = live.computeIfAbsent(qa.id(), id -> begin(eventId, id));
        boolean turnedOn = !known.on && qa.shown() && known.view.epoch() != null;
        known.on = qa.shown();
        if (turnedOn || qa.sealed()) tellEverybody(known);
        if (qa.sealed()) known.forgetAskers();
        if (known.view.epoch() == null || known.memory.round() != qa.round()) dirty.add(qa.id());
      }
    });
  }

  private void tellEverybody(LiveQa qa) {
    Moves moves = new Moves();
    moves.everybody = true;
    tell(qa, moves);
  }

  private LiveQa begin(String eventId, String id) {
    return new LiveQa(eventId, id, new QuestionFeed(id, names.get(), System.nanoTime()), new QueueFeed(id, names.get()));
  }

  private void tick() {
    for (String id : List.copyOf(dirty)) {
      if (reading.containsKey(id)) continue;
      dirty.remove(id);
      told.removeIf(hint -> hint.activity().equals(id)); // before the look: what moves from now on may not be in it
      LiveQa known = live.get(id);
      if (known != null) read(known).onFailure(e -> dirty.add(id));
    }
  }

  /** Reads on; the answer is never older than the moment of the call. On the owner's context. */
  Future<Void> refresh(LiveQa qa) {
    if (!reading.containsKey(qa.id)) return read(qa);
    return after.computeIfAbsent(qa.id, id -> Promise.promise()).future();
  }

  /** The same from any thread; done when there is nothing to read. */
  public Future<Void> refresh(String qaId) {
    return Loops.call(owner, () -> {
      LiveQa known = live.get(qaId);
      return known == null ? Future.succeededFuture() : refresh(known);
    });
  }

  /** Done when all of it was read once; at once when it was. On the owner's context. */
  Future<Void> ready(LiveQa qa) {
    return qa.whole ? Future.succeededFuture() : refresh(qa);
  }

  private Future<Void> read(LiveQa qa) {
    Promise<Void> done = Promise.promise();
    reading.put(qa.id, done);
    readOn(qa).onComplete(result -> owner.runOnContext(v -> {
      reading.remove(qa.id);
      Promise<Void> next = after.remove(qa.id);
      done.handle(result);
      if (next != null) refresh(qa).onComplete(next);
    }));
    return done.future();
  }

  private Future<Void> readOn(LiveQa qa) {
    return store.since(qa.eventId, qa.id, qa.memory.version()).compose(moved -> {
      if (moved == null) return Future.succeededFuture();
      if (!qa.memory.continues(moved)) {
        restart(qa);
        return readOn(qa);
      }
      take(qa, moved);
      return moved.more() ? readOn(qa) : Future.succeededFuture();
    });
  }

  /** Who follows the feeds there were hears of the new ones when all is read, and asks for heads. */
  private void restart(LiveQa qa) {
    qa.whole = false;
    qa.memory = new QaMemory();
    qa.feed = new QuestionFeed(qa.id, names.get(), System.nanoTime());
    qa.queue = new QueueFeed(qa.id, names.get());
    qa.feed.announce();
    qa.queue.announce();
  }

  private void take(LiveQa qa, Moved moved) {
    Moves moves = qa.memory.apply(moved);
    if (!qa.whole) {
      if (moved.more()) return;
      qa.whole = true;
      moves = Moves.afresh(qa.memory.askers());
    }
    if (moves.isEmpty()) return;
    qa.feed.note(moves);
    qa.queue.note(moves);
    qa.show();
    OwnItems.note(qa, moves);
    tell(qa, moves);
  }

  private void tell(LiveQa qa, Moves moves) {
    listeners.forEach(l -> l.accept(qa, moves));
  }

  Collection<LiveQa> all() {
    return live.values();
  }

  /** On the owner's context; null when it is not known here. */
  LiveQa find(String eventId, String qaId) {
    LiveQa found = live.get(qaId);
    return found != null && found.eventId.equals(eventId) ? found : null;
  }

  /** What is known of a Q&A; null before it was read. From any thread. */
  QaView view(String qaId) {
    LiveQa found = live.get(qaId);
    return found == null || found.view.epoch() == null ? null : found.view;
  }

  /** What the one who asks under this key asked and did not withdraw, oldest first. From any thread. */
  List<OwnQuestion> own(String qaId, String asker) {
    LiveQa found = live.get(qaId);
    return found == null ? List.of() : found.own.getOrDefault(asker, List.of());
  }

  /** The Q&A as its organisers set it up; null when there is none. From any thread. */
  Qa qa(String eventId, String qaId) {
    Loaded loaded = board.peek(eventId);
    return loaded != null && loaded.state().activities().get(qaId) instanceof Qa qa ? qa : null;
  }

  /** @throws Refused {@link Reason#UNKNOWN_ACTIVITY} unless it is on, and read */
  QaView shown(String eventId, String qaId) {
    Qa qa = qa(eventId, qaId);
    QaView view = qa == null || !qa.shown() ? null : view(qaId);
    if (view == null || view.round() != qa.round()) throw new Refused(Reason.UNKNOWN_ACTIVITY, "There are no questions here now.");
    return view;
  }
}
