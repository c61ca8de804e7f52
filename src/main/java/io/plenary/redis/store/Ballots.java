package io.plenary.redis.store;

import io.plenary.poll.Choice;
import io.plenary.poll.Recount;
import io.plenary.poll.Tally;
import io.plenary.poll.service.PollStore.Cast;
import io.plenary.poll.service.PollStore.Outcome;
import io.plenary.poll.service.PollStore.Standing;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Votes, ballots and tallies as the scripts write them. */
final class Ballots {
  private static final String ABSTAIN = "-";
  private static final String OPTION = "o:";

  /** Hex digits of a receipt's hash. */
  static final int RECEIPT = 64;
  private static final Comparator<Choice> BY_CONTENT = Comparator.comparing(Ballots::write);

  private Ballots() {}

  static String write(Choice choice) {
    return choice.abstain() ? ABSTAIN : String.join(",", choice.options());
  }

  static Choice choice(String text) {
    return text.equals(ABSTAIN) ? Choice.abstaining() : new Choice(List.of(text.split(",")), false);
  }

  /** {@code "seq choice vote"} of a stored ballot. */
  static Choice ofBallot(String text) {
    return choice(text.split(" ", 3)[1]);
  }

  /** One reply of cast_votes.lua. */
  static Cast cast(Response reply) {
    if (reply.type() == ResponseType.NUMBER) return new Cast(outcome(reply.toInteger()), null);
    String[] parts = reply.toString().split(" ", 3);
    return new Cast(Outcome.SUPERSEDED, new Standing(Long.parseLong(parts[1]), choice(parts[2])));
  }

  private static Outcome outcome(int code) {
    return switch (code) {
      case 1 -> Outcome.COUNTED;
      case 2 -> Outcome.REPEATED;
      case 4 -> Outcome.LATE;
      case 5 -> Outcome.NOT_OPEN;
      case 6 -> Outcome.POLL_CHANGED;
      case 8 -> Outcome.FINALISED;
      default -> Outcome.GONE;
    };
  }

  /** Reply of recount.lua; null when there is no such poll. */
  static Recount recount(Response reply) {
    if (reply.size() == 0) return null;
    List<Choice> choices = new ArrayList<>();
    Response ballots = reply.get(1);
    boolean sealed = reply.size() > 2;
    for (int i = 0; i < ballots.size(); i += sealed ? 2 : 1) {
      String text = ballots.get(i).toString();
      if (sealed) choices.addAll(Collections.nCopies(ballots.get(i + 1).toInteger(), choice(text)));
      else choices.add(ofBallot(text));
    }
    // Sorted, because the order of a hash could tell who came first.
    choices.sort(BY_CONTENT);
    return new Recount(tally(reply.get(0)), choices, sealed ? receipts(reply.get(2).toString()) : null);
  }

  private static List<String> receipts(String all) {
    List<String> receipts = new ArrayList<>();
    for (int i = 0; i < all.length(); i += RECEIPT) receipts.add(all.substring(i, i + RECEIPT));
    return receipts;
  }

  /** Reply of tally.lua: the late voters, then field, value, ...; null when there is no such poll. Options without a vote are left out. */
  static Tally tally(Response reply) {
    if (reply.size() == 0) return null;
    Map<String, Long> counts = new HashMap<>();
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 1; i + 1 < reply.size(); i += 2) {
      String field = reply.get(i).toString();
      if (field.equals("state")) continue;
      long value = reply.get(i + 1).toLong();
      if (!field.startsWith(OPTION)) numbers.put(field, value);
      else if (value != 0) counts.put(field.substring(OPTION.length()), value);
    }
    return new Tally(numbers.get("round"), numbers.get("version"), counts, numbers.get("voted"), numbers.get("abstained"),
        reply.get(0).toLong() + numbers.getOrDefault("late", 0L));
  }
}
