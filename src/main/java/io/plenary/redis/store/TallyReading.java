package io.plenary.redis.store;

import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tally that is read where it has moved since an earlier one, in as many calls of tally.lua as
 * that takes. What moves between two of these is read once more by the next, so that all of it is
 * of the moment of the last.
 */
final class TallyReading {
  private @Nullable Tally read;
  private long since;

  private TallyReading(@Nullable Tally known) {
    read = known;
    since = known == null ? 0 : known.version();
  }

  /**
   * @param known null, or of version 0 (of another epoch), for none
   */
  static TallyReading after(@Nullable Tally known) {
    return new TallyReading(known == null || known.version() == 0 ? null : known);
  }

  List<Object> arguments() {
    return read == null ? List.of(0, 0, 0) : List.of(read.round(), since, read.rulings().version());
  }

  /** Answers whether there is more to read. */
  boolean take(Response reply) {
    if (reply.size() == 0) {
      read = null;
      return false;
    }
    Counters shown = Counters.of(reply, 1);
    Tally before = read == null ? Tally.none(0) : read;
    // Of another round, and of a kind whose counters are known before, all of it was sent.
    boolean on = shown.number("round") == before.round() && shown.has("since");
    Map<String, Long> counts = new HashMap<>(on ? before.counts() : Map.of());
    counts.putAll(shown.counts());
    Rulings rulings =
        shown.rulings() == null
            ? before.rulings()
            : new Rulings(shown.number("ruled"), Ballots.rulings(shown.rulings()));
    since = shown.number("since");
    read = Ballots.published(reply, shown).of(counts).under(rulings);
    return shown.number("more") == 1;
  }

  Future<Tally> tally() {
    return Future.succeededFuture(read);
  }
}
