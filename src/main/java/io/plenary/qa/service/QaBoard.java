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
 * The questions of those Q&As that this node has an interest in; others are read when somebody comes, and dropped again when nobody came for
 * {@value #KEPT_MINUTES} minutes. Reads what moved on hints, at most every {@value #TICK_MS} ms per Q&A. What is public may be read from any
 * thread; the rest lives on the owner's context.
 */
public final class QaBoard {
  private static final long TICK_MS = 250;
  private static final long TICKS_A_MINUTE = 60_000 / TICK_MS;
  static final int KEPT_MINUTES = 5;

  private final Board board;
  private final QuestionStore store;
  private final Context owner;
  private final Supplier<String> names;
  private final QaInterest interest;
  private final Map<String, LiveQa> live = new ConcurrentHashMap<>();
  private final Set<Hint> told = ConcurrentHashMap.newKeySet();
  private final Set<String> dirty = new LinkedHashSet<>();
  /** Reads under way, and who waits for the one after. */
  private final Map<String, Promise<Void>> reading = new HashMap<>();
  private final Map<String, Promise<Void>> after = new HashMap<>();
  private final List<BiConsumer<LiveQa, Moves>> listeners = new CopyOnWriteArrayList<>();
  private long ticks;

  /**
   * @param owner the context the store is used on
   * @param names of feeds: random, another one each time
   */
  public QaBoard(Board board, QuestionStore store, Context owner, Supplier<String> names, QaInterest interest) {
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

  /** @param listener told on the owner's context after something moved */
  void listen(BiConsumer<LiveQa, Moves> listener) {
    listeners.add(listener);
  }

  /** Questions or upvotes moved: of one Q&A, or, when it names none, of any of the event. From any thread. */
  public void moved(Hint hint) {
    if (!told.add(hint)) return;
    owner.runOnContext(v -> {
      if (!hint.activity().isEmpty()) {
        LiveQa known = live.get(hint.activity());
        if (known != null && known.kept) dirty.add(known.id);
        else told.remove(hint);
        return;
      }
      told.remove(hint);
      live.values().stream().filter(q -> q.kept && q.eventId.equals(hint.eventId())).forEach(q -> dirty.add(q.id));
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
        if (interest.goesOn(next, qa)) known.kept = true;
        if (known.kept && (!known.whole || known.memory.round() != qa.round())) dirty.add(qa.id());
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
    Set<String> connected = interest.connected();
    for (LiveQa qa : live.values()) {
      if (connected.contains(qa.eventId)) want(qa);
    }
    if (++ticks % TICKS_A_MINUTE == 0) live.values().forEach(qa -> rest(qa, connected.contains(qa.eventId)));
    for (String id : List.copyOf(dirty)) {
      if (reading.containsKey(id)) continue;
      dirty.remove(id);
      told.removeIf(hint -> hint.activity().equals(id)); // before the look: what moves from now on may not be in it
      LiveQa known = live.get(id);
      if (known != null) read(known).onFailure(e -> dirty.add(id));
    }
  }

  private void want(LiveQa qa) {
    qa.kept = true;
    qa.idleMinutes = 0;
    if (!qa.whole && !reading.containsKey(qa.id)) dirty.add(qa.id);
  }

  private void rest(LiveQa qa, boolean connected) {
    if (!qa.kept) return;
    Loaded event = board.peek(qa.eventId);
    Qa now = qa(qa.eventId, qa.id);
    if (connected || now != null && event != null && interest.goesOn(event, now)) qa.idleMinutes = 0;
    else if (++qa.idleMinutes > KEPT_MINUTES && !reading.containsKey(qa.id)) {
      dirty.remove(qa.id);
      told.removeIf(hint -> hint.activity().equals(qa.id));
      begin(qa);
      qa.drop();
    }
  }

  /** Reads on; the answer is never older than the moment of the call. On the owner's context. */
  Future<Void> refresh(LiveQa qa) {
    qa.kept = true;
    qa.idleMinutes = 0;
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

  private void begin(LiveQa qa) {
    qa.begin(new QuestionFeed(qa.id, names.get(), System.nanoTime()), new QueueFeed(qa.id, names.get()));
  }

  /** Who follows the feeds there were hears of the new ones when all is read, and asks for heads. */
  private void restart(LiveQa qa) {
    begin(qa);
    qa.feed.announce();
    qa.queue.announce();
  }

  private void take(LiveQa qa, Moved moved) {
    Moves moves = qa.memory.apply(moved);
    OwnItems.note(qa, moves);
    if (!qa.whole) {
      if (moved.more()) return;
      qa.complete();
      moves = Moves.afresh();
    }
    if (moves.isEmpty()) return;
    qa.feed.note(moves);
    qa.queue.note(moves);
    qa.show();
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
