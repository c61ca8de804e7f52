package io.plenary.poll.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.poll.Poll;
import io.plenary.poll.Tally;
import io.plenary.room.Activity;
import io.plenary.room.EventState;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/**
 * Turns any number of votes into at most one look at the store per poll and tick, and that into one frame per audience. Phones, which are
 * many and often pay for what they get, have every {@value #PHONES_EVERY}th tick.
 * Marks may come from any thread; everything else runs on the owner context.
 */
public final class TallyTicker {
  private static final int PHONES_EVERY = 5;
  private final Board board;
  private final PollStore store;
  private final Tallies tallies;
  private final TallyFrames frames;
  private final Context owner;
  private final LongConsumer lag;
  /** Since when, in nanoseconds, a moved tally waits to be shown. */
  private final Map<Hint, Long> dirty = new LinkedHashMap<>();
  private final Set<Hint> looking = new HashSet<>();
  /** What the owner was told of and has not looked at since: thousands of votes in a tick cost one task on its loop. */
  private final Set<Hint> told = ConcurrentHashMap.newKeySet();
  /** Shown on the screens, not yet on the phones. */
  private final Set<Hint> forPhones = new LinkedHashSet<>();
  private long ticks;

  /** @param lag told in nanoseconds how long each moved tally waited until its frame went out */
  public TallyTicker(Board board, PollStore store, Tallies tallies, TallyFrames frames, Context owner, LongConsumer lag) {
    this.lag = lag;
    this.board = board;
    this.store = store;
    this.tallies = tallies;
    this.frames = frames;
    this.owner = owner;
  }

  public void start(Vertx vertx, long tickMs) {
    board.listen(this::stateChanged);
    vertx.setPeriodic(tickMs, id -> tick());
  }

  /**
   * Votes moved: of one poll, or, when it names none, of any poll of the event that takes votes. Others are looked at when their
   * state changes and when they are recounted after the grace.
   */
  public void moved(Hint hint) {
    if (!told.add(hint)) return;
    owner.runOnContext(v -> {
      if (!hint.activity().isEmpty()) {
        mark(hint);
        return;
      }
      told.remove(hint);
      polls(hint.eventId()).stream().filter(p -> p.open() || !tallies.counted(p)).forEach(p -> mark(new Hint(hint.eventId(), p.id())));
    });
  }

  /** A poll never looked at, or reset since, needs its tally. */
  private void stateChanged(String eventId, Loaded next) {
    if (next == null) return;
    owner.runOnContext(v -> polls(eventId).stream().filter(p -> !tallies.knows(p))
        .forEach(p -> mark(new Hint(eventId, p.id()))));
  }

  private void mark(Hint hint) {
    dirty.putIfAbsent(hint, System.nanoTime());
  }

  private List<Poll> polls(String eventId) {
    Loaded loaded = board.peek(eventId);
    if (loaded == null) return List.of();
    return loaded.state().activities().values().stream().filter(Poll.class::isInstance).map(Poll.class::cast).toList();
  }

  private void tick() {
    if (++ticks % PHONES_EVERY == 0) phones();
    for (Hint hint : List.copyOf(dirty.keySet())) {
      if (looking.contains(hint)) continue;
      long since = dirty.remove(hint);
      told.remove(hint); // before the look: what moves from now on may not be in it
      looking.add(hint);
      store.tally(hint.eventId(), hint.activity()).onComplete(result -> owner.runOnContext(v -> {
        looking.remove(hint);
        if (result.failed()) dirty.putIfAbsent(hint, since);
        else if (result.result() != null) take(hint, result.result(), since);
      }));
    }
  }

  private void take(Hint hint, Tally tally, long since) {
    if (!tallies.offer(hint.activity(), tally)) return;
    if (!show(hint, tally.round(), frames::toScreens)) return;
    forPhones.add(hint);
    lag.accept(System.nanoTime() - since);
  }

  private void phones() {
    for (Hint hint : forPhones) show(hint, 0, frames::toPhones);
    forPhones.clear();
  }

  /** @param round the numbers are of; 0 for the round the poll is in */
  private boolean show(Hint hint, long round, BiConsumer<EventState, Poll> how) {
    Loaded loaded = board.peek(hint.eventId());
    Activity activity = loaded == null ? null : loaded.state().activities().get(hint.activity());
    if (!(activity instanceof Poll) || round > 0 && ((Poll) activity).round() != round) return false;
    how.accept(loaded.state(), (Poll) activity);
    return true;
  }
}
