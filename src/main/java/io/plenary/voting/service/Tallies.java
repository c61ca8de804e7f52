package io.plenary.voting.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Tally;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest tally of every poll this node has looked at. Usable from any thread. */
public final class Tallies {
  private final Map<ActivityRef, Tally> newest = new ConcurrentHashMap<>();

  /** By event. */
  private final Map<String, String> epochs = new ConcurrentHashMap<>();

  /** The poll's tally; none while only one of another round is known. */
  public Tally of(String eventId, BallotActivity poll) {
    Tally known = newest.get(new ActivityRef(eventId, poll.id()));
    return known != null && known.round() == poll.round() ? known : Tally.none(poll.round());
  }

  public boolean knows(String eventId, BallotActivity poll) {
    Tally known = newest.get(new ActivityRef(eventId, poll.id()));
    return known != null && known.round() == poll.round();
  }

  /** Whether the poll's tally was looked at in this epoch. */
  public boolean counted(String eventId, BallotActivity poll) {
    return knows(eventId, poll) && of(eventId, poll).version() > 0;
  }

  /** Keeps a tally if it is newer than the known one; answers whether it was. */
  public boolean offer(ActivityRef poll, Tally tally) {
    boolean[] newer = new boolean[1];
    newest.compute(
        poll,
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
