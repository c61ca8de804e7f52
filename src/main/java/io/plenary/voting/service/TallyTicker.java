package io.plenary.voting.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.EventState;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
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
import org.jspecify.annotations.Nullable;

/**
 * Turns any number of votes into at most one look at the store per activity and tick, and that into
 * one frame per audience. Phones, which are many and often pay for what they get, have every
 * {@value #PHONES_EVERY}th tick. A step of the results is looked at without waiting for the tick,
 * {@value #REST_MS} ms after the one before at the earliest: it is what a hall waits for. Marks may
 * come from any thread; everything else runs on the owner context.
 */
public final class TallyTicker {
  private static final int PHONES_EVERY = 5;
  private static final long REST_MS = 40;
  private final EventCache board;
  private final BallotStore store;
  private final Tallies tallies;
  private final TallyFrames frames;
  private final Context owner;
  private final LongConsumer lag;

  /** Since when, in nanoseconds, a moved tally waits to be shown. */
  private final Map<ChangeNotification, Long> dirty = new LinkedHashMap<>();

  private final Set<ChangeNotification> looking = new HashSet<>();

  /**
   * What the owner was told of and has not looked at since: thousands of votes in a tick cost one
   * task on its loop.
   */
  private final Set<ChangeNotification> told = ConcurrentHashMap.newKeySet();

  /** Shown on the screens, not yet on the phones. */
  private final Set<ChangeNotification> forPhones = new LinkedHashSet<>();

  /** Steps that were published through this node and not looked at since. */
  private final Set<ChangeNotification> steps = ConcurrentHashMap.newKeySet();

  /** Looked at for a step a moment ago. */
  private final Set<ChangeNotification> resting = new HashSet<>();

  private final Vertx vertx;
  private long ticks;

  /**
   * @param lag told in nanoseconds how long each moved tally waited until its frame went out
   */
  public TallyTicker(
      EventCache board,
      BallotStore store,
      Tallies tallies,
      TallyFrames frames,
      Vertx vertx,
      Context owner,
      LongConsumer lag) {
    this.vertx = vertx;
    this.lag = lag;
    this.board = board;
    this.store = store;
    this.tallies = tallies;
    this.frames = frames;
    this.owner = owner;
  }

  public void start(long tickMs) {
    board.listen(this::stateChanged);
    vertx.setPeriodic(tickMs, id -> tick());
  }

  /**
   * Votes moved: of one activity, or, when it names none, of any activity of the event that takes
   * votes. Others are looked at when their state changes, until their last step was made, and when
   * they are recounted after the grace.
   */
  public void moved(ChangeNotification hint) {
    if (!told.add(hint)) return;
    owner.runOnContext(
        v -> {
          if (!hint.activity().isEmpty()) {
            mark(hint);
            return;
          }
          told.remove(hint);
          String event = hint.eventId();
          activities(event).stream()
              .filter(
                  p ->
                      p.open()
                          || !tallies.counted(event, p)
                          || (p.closed() && !tallies.of(event, p).complete()))
              .forEach(p -> mark(new ChangeNotification(event, p.id())));
        });
  }

  /** The same at another node. */
  public void stepped(ChangeNotification hint) {
    moved(hint, true);
  }

  /** Votes of one activity moved, and with them what may be shown of it, if {@code step}. */
  public void moved(ChangeNotification hint, boolean step) {
    moved(hint);
    if (step && steps.add(hint)) owner.runOnContext(v -> soon(hint));
  }

  /** While one is on its way, or was a moment ago, it waits for its turn. */
  private void soon(ChangeNotification hint) {
    if (!resting.add(hint)) return;
    if (dirty.containsKey(hint) && !looking.contains(hint)) look(hint);
    vertx.setTimer(
        REST_MS,
        id -> {
          resting.remove(hint);
          if (steps.contains(hint)) soon(hint);
        });
  }

  /**
   * An activity never looked at, or reset since, needs its tally; one that was reopened is no
   * longer complete.
   */
  private void stateChanged(String eventId, @Nullable LoadedEvent next) {
    if (next == null) return;
    owner.runOnContext(
        v ->
            activities(eventId).stream()
                .filter(
                    p ->
                        !tallies.knows(eventId, p)
                            || (p.open() && tallies.of(eventId, p).complete()))
                .forEach(p -> mark(new ChangeNotification(eventId, p.id()))));
  }

  private void mark(ChangeNotification hint) {
    dirty.putIfAbsent(hint, System.nanoTime());
  }

  private List<BallotActivity> activities(String eventId) {
    LoadedEvent loaded = board.peek(eventId);
    if (loaded == null) return List.of();
    return loaded.state().activities().values().stream()
        .filter(BallotActivity.class::isInstance)
        .map(BallotActivity.class::cast)
        .toList();
  }

  private void tick() {
    if (++ticks % PHONES_EVERY == 0) phones();
    for (ChangeNotification hint : List.copyOf(dirty.keySet())) {
      if (!looking.contains(hint)) look(hint);
    }
  }

  private void look(ChangeNotification hint) {
    Long marked = dirty.remove(hint);
    long since = marked == null ? System.nanoTime() : marked;
    told.remove(hint); // before the look: what moves from now on may not be in it
    steps.remove(hint);
    looking.add(hint);
    Tally known = tallies.newest(new ActivityRef(hint.eventId(), hint.activity()));
    store
        .tally(hint.eventId(), hint.activity(), known)
        .onComplete(
            result ->
                owner.runOnContext(
                    v -> {
                      looking.remove(hint);
                      if (result.failed()) {
                        board.failures().note("reading a tally", hint.eventId(), result.cause());
                        dirty.putIfAbsent(hint, since);
                      } else if (result.result() != null) {
                        board
                            .failures()
                            .guard(
                                "showing a tally",
                                hint.eventId(),
                                () -> take(hint, known, result.result(), since));
                      }
                    }));
  }

  /** What was read from where it had moved since {@code known} says nothing beside another one. */
  private void take(ChangeNotification hint, @Nullable Tally known, Tally tally, long since) {
    ActivityRef activity = new ActivityRef(hint.eventId(), hint.activity());
    if (known != tallies.newest(activity)) {
      dirty.putIfAbsent(hint, since);
      return;
    }
    if (!tallies.offer(activity, tally)) return;
    if (!show(hint, tally.round(), frames::toScreens)) return;
    forPhones.add(hint);
    lag.accept(System.nanoTime() - since);
  }

  private void phones() {
    for (ChangeNotification hint : forPhones) {
      board
          .failures()
          .guard("showing a tally", hint.eventId(), () -> show(hint, 0, frames::toPhones));
    }
    forPhones.clear();
  }

  /**
   * @param round the numbers are of; 0 for the round the activity is in
   */
  private boolean show(
      ChangeNotification hint, long round, BiConsumer<EventState, BallotActivity> how) {
    LoadedEvent loaded = board.peek(hint.eventId());
    if (loaded == null
        || !(loaded.state().activities().get(hint.activity()) instanceof BallotActivity activity)
        || (round > 0 && activity.round() != round)) {
      return false;
    }
    how.accept(loaded.state(), activity);
    return true;
  }
}
