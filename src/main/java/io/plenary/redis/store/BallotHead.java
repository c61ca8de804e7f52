package io.plenary.redis.store;

import io.plenary.voting.Recount;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an activity but its ballots, as lib/head.lua answers it.
 *
 * @param mark the same for as long as ballots, counters and rulings are
 * @param ballots how many
 * @param many whether there are too many counters to be in here
 */
record BallotHead(
    String mark,
    Tally shown,
    Counters counted,
    Rulings rulings,
    boolean anonymised,
    long ballots,
    boolean many) {
  private static final String COUNTER = "o:";
  private static final String SHOWN = "p:o:";

  /** Null when there is no such activity. */
  static @Nullable BallotHead of(Response reply) {
    if (reply.size() == 0) return null;
    Counters all = Counters.of(reply.get(1), 1);
    Rulings rulings = new Rulings(all.number("ruled"), Ballots.rulings(reply.get(3)));
    return new BallotHead(
        reply.get(0).toString(),
        Ballots.published(reply.get(1), all),
        Counters.of(reply.get(2), 0),
        rulings,
        reply.get(4).toInteger() == 1,
        reply.get(5).toLong(),
        reply.get(6).toInteger() == 1);
  }

  String round() {
    return mark.substring(0, mark.indexOf(' '));
  }

  /**
   * @param words how many people cast each ballot
   * @param fields of the activity, where {@link #many}
   * @param receipts once it is anonymised
   */
  Recount recount(
      Map<String, Long> words, Map<String, String> fields, @Nullable List<String> receipts) {
    Map<String, Long> counts = new HashMap<>(counted.counts());
    Map<String, Long> published = new HashMap<>(shown.counts());
    fields.forEach(
        (field, value) -> {
          if (field.startsWith(COUNTER)) {
            counts.put(field.substring(COUNTER.length()), Long.parseLong(value));
          } else if (field.startsWith(SHOWN)) {
            published.put(field.substring(SHOWN.length()), Long.parseLong(value));
          }
        });
    Tally tally =
        new Tally(
            shown.round(),
            shown.version(),
            counts,
            counted.number("voted"),
            counted.number("abstained"),
            shown.late());
    return new Recount(
        tally.under(rulings), sorted(words), receipts, shown.of(published).under(rulings));
  }

  /** Sorted, because the order of a hash could tell who came first. */
  private static List<String> sorted(Map<String, Long> words) {
    List<String> all = new ArrayList<>();
    new TreeMap<>(words).forEach((word, n) -> all.addAll(Collections.nCopies(n.intValue(), word)));
    return all;
  }
}
