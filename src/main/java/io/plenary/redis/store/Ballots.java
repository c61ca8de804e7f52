package io.plenary.redis.store;

import io.plenary.voting.Recount;
import io.plenary.voting.Ruling;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.words.Standing;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Votes, ballots and tallies as the scripts write them. */
final class Ballots {
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
    return new Cast(
        Outcome.SUPERSEDED, new BallotStore.Standing(Long.parseLong(parts[1]), parts[2]), step);
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
    boolean anonymised = reply.size() > 4;
    for (int i = 0; i < ballots.size(); i += anonymised ? 2 : 1) {
      String text = ballots.get(i).toString();
      if (anonymised) words.addAll(Collections.nCopies(ballots.get(i + 1).toInteger(), text));
      else words.add(word(text));
    }
    // Sorted, because the order of a hash could tell who came first.
    Collections.sort(words);
    Counters all = Counters.of(reply.get(0), 1);
    Rulings rulings = new Rulings(all.number("ruled"), rulings(reply.get(3)));
    Tally shown = published(reply.get(0), all).under(rulings);
    Counters counted = Counters.of(reply.get(1), 0);
    Tally tally =
        new Tally(
            shown.round(),
            shown.version(),
            counted.counts(),
            counted.number("voted"),
            counted.number("abstained"),
            shown.late());
    List<String> receipts = anonymised ? receipts(reply.get(4).toString()) : null;
    return new Recount(tally.under(rulings), words, receipts, shown);
  }

  static List<String> receipts(String all) {
    List<String> receipts = new ArrayList<>();
    for (int i = 0; i < all.length(); i += RECEIPT) receipts.add(all.substring(i, i + RECEIPT));
    return receipts;
  }

  /**
   * @param reply of tally.lua
   * @param shown its numbers
   */
  static Tally published(Response reply, Counters shown) {
    return new Tally(
        shown.number("round"),
        shown.number("version"),
        shown.counts(),
        shown.number("voted"),
        shown.number("abstained"),
        reply.get(0).toLong(),
        shown.number("answers"),
        shown.number("complete") == 1,
        shown.number("connected"));
  }

  /** {@code "revision|standing|family it is joined into|text"}, the text escaped. */
  static String write(Ruling ruling) {
    String text = URLEncoder.encode(ruling.text(), StandardCharsets.UTF_8);
    return ruling.rev() + "|" + ruling.standing().name() + "|" + ruling.into() + "|" + text;
  }

  /** As lib/rulings.lua reads it. */
  static List<Object> write(BallotStore.Decision decision) {
    return List.of(decision.family(), decision.next().rev() - 1, write(decision.next()));
  }

  /** Family, ruling, family, ruling, ... */
  static Map<String, Ruling> rulings(Response flat) {
    Map<String, Ruling> rulings = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      String[] parts = flat.get(i + 1).toString().split("\\|", -1);
      rulings.put(
          flat.get(i).toString(),
          new Ruling(
              Long.parseLong(parts[0]),
              Standing.valueOf(parts[1]),
              parts[2],
              URLDecoder.decode(parts[3], StandardCharsets.UTF_8)));
    }
    return rulings;
  }
}
