package io.plenary.voting.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest tally of every activity this node has looked at. Usable from any thread. */
public final class Tallies {
  private final Map<ActivityRef, Tally> newest = new ConcurrentHashMap<>();

  /** By event. */
  private final Map<String, String> epochs = new ConcurrentHashMap<>();

  /** The activity's tally; none while only one of another round is known. */
  public Tally of(String eventId, BallotActivity activity) {
    Tally known = newest.get(new ActivityRef(eventId, activity.id()));
    return known != null && known.round() == activity.round()
        ? known
        : Tally.none(activity.round());
  }

  /** The newest that is known of it, of whichever round; null when it was never looked at. */
  @Nullable Tally newest(ActivityRef activity) {
    return newest.get(activity);
  }

  public boolean knows(String eventId, BallotActivity activity) {
    Tally known = newest.get(new ActivityRef(eventId, activity.id()));
    return known != null && known.round() == activity.round();
  }

  /** Whether the activity's tally was looked at in this epoch. */
  public boolean counted(String eventId, BallotActivity activity) {
    return knows(eventId, activity) && of(eventId, activity).version() > 0;
  }

  /** Keeps a tally if it is newer than the known one; answers whether it was. */
  public boolean offer(ActivityRef activity, Tally tally) {
    boolean[] newer = new boolean[1];
    newest.compute(
        activity,
        (ref, known) -> {
          newer[0] =
              known == null || tally.version() > known.version() || tally.round() > known.round();
          return newer[0] ? tally : known;
        });
    return newer[0];
  }

  /**
   * Tell it every state before it is shown. What the event does not hold any more is forgotten. In
   * another epoch the store may have another history: the numbers known so far stay on the screens,
   * but as version 0, so that whatever is counted there is newer.
   */
  public void stateChanged(String eventId, @Nullable LoadedEvent next) {
    newest
        .keySet()
        .removeIf(
            ref ->
                ref.event().equals(eventId)
                    && (next == null || !next.state().activities().containsKey(ref.id())));
    if (next == null) {
      epochs.remove(eventId);
      return;
    }
    String before = epochs.put(eventId, next.state().epoch());
    if (before == null || before.equals(next.state().epoch())) return;
    next.state()
        .activities()
        .keySet()
        .forEach(
            id -> newest.computeIfPresent(new ActivityRef(eventId, id), (ref, t) -> t.outdated()));
  }
}
