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
  private long round;
  private long since;
  private Rulings rulings;
  private Map<String, Long> counts;
  private @Nullable Tally read;

  private TallyReading(long round, long since, Rulings rulings, Map<String, Long> counts) {
    this.round = round;
    this.since = since;
    this.rulings = rulings;
    this.counts = counts;
  }

  /**
   * @param known null, or of version 0 (of another epoch), for none
   */
  static TallyReading after(@Nullable Tally known) {
    if (known == null || known.version() == 0) {
      return new TallyReading(0, 0, Rulings.NONE, new HashMap<>());
    }
    return new TallyReading(
        known.round(), known.version(), known.rulings(), new HashMap<>(known.counts()));
  }

  List<Object> arguments() {
    return List.of(round, since, rulings.version());
  }

  /** Answers whether there is more to read. */
  boolean take(Response reply) {
    if (reply.size() == 0) {
      read = null;
      return false;
    }
    Counters shown = Counters.of(reply, 1);
    // Of another round all of it was sent, and so was all of a kind whose counters are known
    // before.
    if (shown.number("round") != round || !shown.has("since")) counts = new HashMap<>();
    counts.putAll(shown.counts());
    round = shown.number("round");
    since = shown.number("since");
    if (shown.rulings() != null) {
      rulings = new Rulings(shown.number("ruled"), Ballots.rulings(shown.rulings()));
    }
    read = Ballots.published(reply, shown).of(counts).under(rulings);
    return shown.number("more") == 1;
  }

  Future<Tally> tally() {
    return Future.succeededFuture(read);
  }
}
