package io.plenary.load.phone;

import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The reactions of one room as its phones sent them. Nothing answers a reaction and none is sent
 * again (PROTOCOL.md, "Reactions"): what a phone sends no faster than it may counts, as long as its
 * line stands; what went on a line that was lost later counts once or not at all.
 */
public final class Applause {
  public static final List<String> KINDS = List.of("clap", "heart", "idea", "question");

  /** Taps of one message. */
  public static final int MOST = 5;

  /** How many taps may be counted. */
  public record Bounds(long least, long most) {
    public boolean holds(long found) {
      return least <= found && found <= most;
    }

    @Override
    public String toString() {
      return least == most ? String.valueOf(most) : least + " to " + most;
    }
  }

  public final String activity;

  /** Messages that were answered with "reactionsOff". */
  public final LongAdder refused = new LongAdder();

  private final List<List<String>> messages = new ArrayList<>();
  private final LongAdder[] sent = new LongAdder[KINDS.size()];
  private final LongAdder[] torn = new LongAdder[KINDS.size()];
  private final LongAdder said = new LongAdder();

  public Applause(Golden golden, String activity) {
    this.activity = activity;
    for (int kind = 0; kind < KINDS.size(); kind++) {
      List<String> all = new ArrayList<>();
      for (int taps = 1; taps <= MOST; taps++) {
        all.add(
            golden
                .client("react")
                .put("activity", activity)
                .put("kind", KINDS.get(kind))
                .put("count", taps)
                .toString());
      }
      messages.add(all);
      sent[kind] = new LongAdder();
      torn[kind] = new LongAdder();
    }
  }

  String message(int kind, int taps) {
    return messages.get(kind).get(taps - 1);
  }

  void sent(int kind, int taps) {
    said.increment();
    sent[kind].add(taps);
  }

  /** The line on which so many were sent is lost. */
  void torn(int kind, long taps) {
    torn[kind].add(taps);
  }

  /**
   * Of those who kept to the pace: what may be counted. Only while nobody reacts. @param sure
   * whether the store was there all the time
   */
  public Bounds bounds(int kind, boolean sure) {
    long most = sent[kind].sum();
    return new Bounds(sure ? most - torn[kind].sum() : 0, most);
  }

  /** Taps sent, whatever became of them. */
  public long taps(int kind) {
    return sent[kind].sum();
  }

  /** Messages sent. */
  public long said() {
    return said.sum();
  }
}
