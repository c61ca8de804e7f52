package io.plenary.redis.store;

import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.voting.service.BallotStore.Standing;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Votes, ballots and tallies as the scripts write them. */
final class Ballots {
  private static final String COUNTER = "o:";

  /** Hex digits of a receipt's hash. */
  static final int RECEIPT = 64;

  private Ballots() {}

  /** {@code "seq word vote"} of a stored ballot. */
  static String word(String text) {
    return text.split(" ", 3)[1];
  }

  /** One reply of cast_votes.lua; {@code step}: whether one was published. */
  static Cast cast(Response reply, boolean step) {
    if (reply.type() == ResponseType.NUMBER) {
      return new Cast(outcome(reply), null, step);
    }
    String[] parts = reply.toString().split(" ", 3);
    return new Cast(Outcome.SUPERSEDED, new Standing(Long.parseLong(parts[1]), parts[2]), step);
  }

  private static Outcome outcome(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Outcome.COUNTED;
      case 2 -> Outcome.REPEATED;
      case 4 -> Outcome.LATE;
      case 5 -> Outcome.NOT_OPEN;
      case 6 -> Outcome.ACTIVITY_CHANGED;
      case 7 -> Outcome.GONE;
      case 8 -> Outcome.FINALISED;
      default -> throw new IllegalStateException("cast_votes.lua answers " + reply);
    };
  }

  /** Reply of recount.lua; null when there is no such activity. */
  static @Nullable Recount recount(Response reply) {
    if (reply.size() == 0) return null;
    List<String> words = new ArrayList<>();
    Response ballots = reply.get(2);
    boolean anonymised = reply.size() > 3;
    for (int i = 0; i < ballots.size(); i += anonymised ? 2 : 1) {
      String text = ballots.get(i).toString();
      if (anonymised) words.addAll(Collections.nCopies(ballots.get(i + 1).toInteger(), text));
      else words.add(word(text));
    }
    // Sorted, because the order of a hash could tell who came first.
    Collections.sort(words);
    Tally shown = published(reply.get(0));
    Counters counted = Counters.of(reply.get(1), 0);
    return new Recount(
        new Tally(
            shown.round(),
            shown.version(),
            counted.counts,
            counted.number("voted"),
            counted.number("abstained"),
            shown.late()),
        words,
        anonymised ? receipts(reply.get(3).toString()) : null,
        shown);
  }

  private static List<String> receipts(String all) {
    List<String> receipts = new ArrayList<>();
    for (int i = 0; i < all.length(); i += RECEIPT) receipts.add(all.substring(i, i + RECEIPT));
    return receipts;
  }

  /** Reply of tally.lua; null when there is no such activity. */
  static @Nullable Tally tally(Response reply) {
    return reply.size() == 0 ? null : published(reply);
  }

  private static Tally published(Response reply) {
    Counters shown = Counters.of(reply, 1);
    return new Tally(
        shown.number("round"),
        shown.number("version"),
        shown.counts,
        shown.number("voted"),
        shown.number("abstained"),
        reply.get(0).toLong(),
        shown.number("answers"),
        shown.number("complete") == 1,
        shown.number("connected"));
  }

  /**
   * Field, value, field, value, ...: the counters of ballots, and the others. Those that are 0 are
   * left out.
   */
  private record Counters(Map<String, Long> counts, Map<String, Long> numbers) {
    static Counters of(Response flat, int from) {
      Counters all = new Counters(new HashMap<>(), new HashMap<>());
      for (int i = from; i + 1 < flat.size(); i += 2) {
        String field = flat.get(i).toString();
        long value = flat.get(i + 1).toLong();
        if (!field.startsWith(COUNTER)) all.numbers.put(field, value);
        else if (value != 0) all.counts.put(field.substring(COUNTER.length()), value);
      }
      return all;
    }

    long number(String name) {
      return numbers.getOrDefault(name, 0L);
    }
  }
}
