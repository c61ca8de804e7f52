package io.plenary.simulation;

import io.plenary.protocol.Wire.CountedVote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one phone knows of its own votes, as the attendee's page keeps it: per activity and round
 * the vote that waits for its answer and the newest that was counted. Pure: time and ids are passed
 * in.
 */
public final class VoteBook {
  private static final class Slot {
    long seq;
    @Nullable Vote pending;
    @Nullable Vote counted;

    /** Replaced before they were answered; the answer may still come. */
    final Map<String, Vote> replaced = new HashMap<>();
  }

  private record Key(String activity, long round) {}

  private final Map<Key, Slot> slots = new LinkedHashMap<>();

  /** A new vote. It replaces one that waits: only the last decision counts. */
  public Vote cast(
      String activity, long round, String id, List<String> answer, boolean abstain, long now) {
    Slot slot = slots.computeIfAbsent(new Key(activity, round), k -> new Slot());
    if (slot.pending != null) slot.replaced.put(slot.pending.id(), slot.pending);
    slot.pending = new Vote(activity, round, id, ++slot.seq, answer, abstain, now);
    return slot.pending;
  }

  /** The server counted this vote. Hearing it again changes nothing. */
  public void counted(String activity, long round, String id) {
    Slot slot = slots.get(new Key(activity, round));
    if (slot != null) stands(slot, settle(slot, id));
  }

  /** The server refused this vote for good; {@code counted}: what stands instead, may be null. */
  public void refused(String activity, long round, String id, @Nullable CountedVote counted) {
    Slot slot = slots.get(new Key(activity, round));
    if (slot == null) return;
    settle(slot, id);
    if (counted == null) return;
    slot.seq = Math.max(slot.seq, counted.seq());
    stands(
        slot, new Vote(activity, round, id, counted.seq(), counted.answer(), counted.abstain(), 0));
  }

  /** Votes without an answer, oldest first: to be sent again, unchanged. */
  public List<Vote> pending() {
    List<Vote> pending = new ArrayList<>();
    for (Slot slot : slots.values()) {
      if (slot.pending != null) pending.add(slot.pending);
    }
    pending.sort((a, b) -> Long.compare(a.pressedAt(), b.pressedAt()));
    return pending;
  }

  public boolean waiting(String activity, long round) {
    Slot slot = slots.get(new Key(activity, round));
    return slot != null && slot.pending != null;
  }

  /** The newest vote that was said to be counted. */
  public Optional<Vote> standing(String activity, long round) {
    return Optional.ofNullable(slots.get(new Key(activity, round))).map(slot -> slot.counted);
  }

  private static @Nullable Vote settle(Slot slot, String id) {
    if (slot.pending == null || !slot.pending.id().equals(id)) return slot.replaced.remove(id);
    Vote vote = slot.pending;
    slot.pending = null;
    return vote;
  }

  private static void stands(Slot slot, @Nullable Vote vote) {
    if (vote == null || (slot.counted != null && slot.counted.seq() >= vote.seq())) return;
    slot.counted = vote;
    slot.replaced.values().removeIf(old -> old.seq() <= vote.seq());
  }
}
