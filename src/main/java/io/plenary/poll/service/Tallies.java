package io.plenary.poll.service;

import io.plenary.poll.Poll;
import io.plenary.poll.Tally;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest tally of every poll this node has looked at. Usable from any thread. */
public final class Tallies {
  private final Map<String, Tally> newest = new ConcurrentHashMap<>();

  /** The poll's tally; none while only one of another round is known. */
  public Tally of(Poll poll) {
    Tally known = newest.get(poll.id());
    return known != null && known.round() == poll.round() ? known : Tally.none(poll.round());
  }

  public boolean knows(Poll poll) {
    Tally known = newest.get(poll.id());
    return known != null && known.round() == poll.round();
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

  /** The store has another history now: what is known cannot be compared with what comes. */
  public void forget(Iterable<String> pollIds) {
    pollIds.forEach(newest::remove);
  }
}
