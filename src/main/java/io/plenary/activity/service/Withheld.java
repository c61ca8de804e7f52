package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of activities of which none is made yet, because some server on the store does not know
 * them: it could not read the event any more. Usable from any thread.
 */
public final class Withheld {
  private volatile Set<String> kinds = Set.of();
  private volatile Runnable changed = () -> {};

  /** Told when they are others than before, on the thread of whoever set them. */
  void listen(Runnable changed) {
    this.changed = changed;
  }

  public void set(Set<String> kinds) {
    if (this.kinds.equals(kinds)) return;
    this.kinds = Set.copyOf(kinds);
    changed.run();
  }

  /** Their words, in order. */
  List<String> words() {
    return kinds.stream().sorted().toList();
  }

  boolean has(String kind) {
    return kinds.contains(kind);
  }

  /**
   * Why these cannot be made; null: they can.
   *
   * @param fresh activities that are not in the store yet
   */
  public @Nullable RuleViolation refusal(Stream<? extends Activity> fresh) {
    return fresh
        .map(Activity::kind)
        .filter(this::has)
        .findFirst()
        .map(
            kind ->
                new RuleViolation(
                    Reason.WRONG_STATE,
                    "Not all servers know this kind of activity ("
                        + kind
                        + ") yet, because they are being updated. Try again when that is done."))
        .orElse(null);
  }
}
