package io.plenary.e2e;

import io.plenary.e2e.PhoneLog.Entry;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Wire.Tally;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds what the server says of one poll against what the phones know by themselves. It knows
 * nothing of how the server counts. Every violation is one sentence.
 */
final class Reckoning {
  private final List<String> violations = new ArrayList<>();
  private final List<PhoneLog> phones;
  private final JsonObject results;
  private final String poll;
  private final long round;

  private Reckoning(List<PhoneLog> phones, JsonObject results) {
    this.phones = phones;
    this.results = results;
    this.poll = results.getString("id");
    this.round = results.getLong("round");
  }

  /**
   * All phones must have their answers.
   *
   * @param phones everybody who was there while it was open
   * @param results one poll of results.json
   * @param csv results.csv of the same poll
   * @param tally the live numbers
   */
  static List<String> check(List<PhoneLog> phones, JsonObject results, String csv, Tally tally) {
    Reckoning reckoning = new Reckoning(phones, results);
    reckoning.people();
    reckoning.numbers(tally);
    reckoning.ballots();
    reckoning.receipts();
    reckoning.violations.addAll(CsvCheck.against(results, csv));
    return reckoning.violations;
  }

  /** Nobody is counted twice, nobody is missing. */
  private void people() {
    long voted = 0;
    long abstained = 0;
    long late = 0;
    for (PhoneLog phone : phones) {
      violations.addAll(phone.oddities());
      List<Entry> mine = phone.of(poll, round);
      Optional<Entry> stands = phone.standing(poll, round);
      if (stands.isPresent() && stands.get().vote().abstain()) abstained++;
      else if (stands.isPresent()) voted++;
      if (!mine.isEmpty() && mine.get(mine.size() - 1).refused() == ErrorCode.TOO_LATE) late++;
      if (!mine.isEmpty() && !mine.get(mine.size() - 1).answered()) {
        violations.add("a phone still waits for an answer");
      }
    }
    equal("voted", voted, results.getLong("voted"));
    equal("abstained", abstained, results.getLong("abstained"));
    equal("rejected", late, results.getLong("rejected"));
    equal("connected", (long) phones.size(), results.getLong("connected"));
    equal(
        "connected = voted + abstained + not voted",
        results.getLong("connected"),
        results.getLong("voted") + results.getLong("abstained") + results.getLong("notVoted"));
    equal(
        "base of the percentages",
        results.getLong("voted"),
        results.getJsonObject("base").getLong("count"));
  }

  /** Votes of the phones = recount = tally. */
  private void numbers(Tally tally) {
    Map<String, Long> books = new HashMap<>();
    for (PhoneLog phone : phones) {
      phone
          .standing(poll, round)
          .ifPresent(e -> e.vote().answer().forEach(option -> books.merge(option, 1L, Long::sum)));
    }
    JsonArray options = results.getJsonArray("options");
    Long[] live = tally.result(Long[].class);
    for (int i = 0; i < options.size(); i++) {
      JsonObject option = options.getJsonObject(i);
      String id = option.getString("id");
      equal("votes for " + id, books.getOrDefault(id, 0L), option.getLong("count"));
      equal("live tally of " + id, books.getOrDefault(id, 0L), live == null ? null : live[i]);
    }
    equal("live voted", results.getLong("voted"), tally.voted());
    equal("live abstained", results.getLong("abstained"), tally.abstained());
    if (!results.getJsonObject("recount").getBoolean("agrees")) {
      violations.add("the server's own recount does not agree");
    }
  }

  /** The same ballots, as often as the phones cast them. */
  private void ballots() {
    JsonArray stored = results.getJsonArray("ballots");
    if (stored == null) return; // while the poll is open
    Map<String, Integer> difference = new TreeMap<>();
    for (int i = 0; i < stored.size(); i++) {
      JsonArray ballot = stored.getJsonArray(i) == null ? new JsonArray() : stored.getJsonArray(i);
      difference.merge(
          ballot.stream().map(String::valueOf).sorted().toList().toString(), 1, Integer::sum);
    }
    for (PhoneLog phone : phones) {
      phone
          .standing(poll, round)
          .ifPresent(
              e ->
                  difference.merge(
                      e.vote().answer().stream().sorted().toList().toString(), -1, Integer::sum));
    }
    difference.forEach(
        (ballot, n) -> {
          if (n > 0) {
            violations.add(n + " ballots " + ballot + " more than phones hold a confirmation for");
          }
          if (n < 0) {
            violations.add(-n + " confirmed ballots " + ballot + " are not in the recount");
          }
        });
  }

  /** One receipt per person, whatever they changed. */
  private void receipts() {
    Map<String, Integer> owners = new HashMap<>();
    for (int i = 0; i < phones.size(); i++) {
      for (Entry entry : phones.get(i).of(poll, round)) {
        Integer before = entry.counted() ? owners.putIfAbsent(entry.receipt(), i) : null;
        if (before != null && before != i) {
          violations.add("two people hold receipt " + entry.receipt());
        }
      }
      int phone = i;
      long mine = owners.values().stream().filter(owner -> owner == phone).count();
      if (mine > 1) violations.add("a phone holds " + mine + " receipts");
    }
  }

  private void equal(String what, Long expected, Long found) {
    if (!expected.equals(found)) {
      violations.add(what + ": expected " + expected + ", found " + found);
    }
  }
}
