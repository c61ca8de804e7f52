package io.plenary.poll.service;

import io.plenary.poll.Poll;
import io.plenary.poll.Tally;
import io.plenary.room.service.EventStore.Loaded;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest tally of every poll this node has looked at. Usable from any thread. */
public final class Tallies {
  private final Map<String, Tally> newest = new ConcurrentHashMap<>();
  private final Map<String, String> epochs = new ConcurrentHashMap<>();

  /** The poll's tally; none while only one of another round is known. */
  public Tally of(Poll poll) {
    Tally known = newest.get(poll.id());
    return known != null && known.round() == poll.round() ? known : Tally.none(poll.round());
  }

  public boolean knows(Poll poll) {
    Tally known = newest.get(poll.id());
    return known != null && known.round() == poll.round();
  }

  /** Whether the poll's tally was looked at in this epoch. */
  public boolean counted(Poll poll) {
    return knows(poll) && newest.get(poll.id()).version() > 0;
  }

  /** Keeps a tally if it is newer than the known one; answers whether it was. */
  public boolean offer(String pollId, Tally tally) {
    boolean[] newer = new boolean[1];
    newest.compute(pollId, (id, known) -> {
      newer[0] = known == null || tally.version() > known.version() || tally.round() > known.round();
      return newer[0] ? tally : known;
    });
    return newer[0];
  }

  /**
   * Tell it every state before it is shown. In another epoch the store may have another history: the numbers known so far stay on
   * the screens, but as version 0, so that whatever is counted there is newer.
   */
  public void stateChanged(String eventId, Loaded next) {
    if (next == null) {
      epochs.remove(eventId);
      return;
    }
    String before = epochs.put(eventId, next.state().epoch());
    if (before == null || before.equals(next.state().epoch())) return;
    next.state().activities().keySet().forEach(id -> newest.computeIfPresent(id, (i, t) ->
        new Tally(t.round(), 0, t.counts(), t.voted(), t.abstained(), t.late())));
  }
}
