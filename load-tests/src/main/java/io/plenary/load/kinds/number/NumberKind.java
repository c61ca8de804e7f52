package io.plenary.load.kinds.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A number from 0 to 100; where more is asked for, to 4000, so that values share counters. Every
 * counter is looked at for itself.
 */
public final class NumberKind implements BallotKind {
  private static final int USUAL = 100;
  private static final int LARGE = 4_000;

  /** So many different answers. */
  private static final int ANSWERS = 4_093;

  @Override
  public String name() {
    return "number";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity-number");
    int most = size == Size.USUAL ? USUAL : LARGE;
    ((ObjectNode) create.get("draft")).put("max", Integer.toString(most)).put("results", results);
    return create;
  }

  /** Most are around a third of what is asked for. */
  @Override
  public Answers answers(JsonNode asked, Size size) {
    int most = Integer.parseInt(asked.get("max").asText());
    Random random = new Random(1);
    return Answers.of(
        IntStream.range(0, ANSWERS)
            .mapToObj(
                i -> {
                  double drawn = (0.33 + 0.15 * random.nextGaussian()) * most;
                  long value = Math.round(Math.min(most, Math.max(0, drawn)));
                  return List.of(Long.toString(value));
                })
            .toList());
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    long numbers = 0;
    for (JsonNode counter : results.get("counts")) {
      int from = Integer.parseInt(counter.get("from").asText());
      int to = Integer.parseInt(counter.get("to").asText());
      long counted = 0;
      for (Map.Entry<List<String>, Integer> e : ballots.entrySet()) {
        if (e.getKey().isEmpty()) continue;
        int value = Integer.parseInt(e.getKey().get(0));
        if (value >= from && value <= to) counted += e.getValue();
      }
      compare("numbers from " + from + " to " + to, counter.get("count").asLong(), counted, faults);
      numbers += counter.get("count").asLong();
    }
    TreeMap<Integer, Long> sorted = new TreeMap<>();
    ballots.forEach(
        (entries, people) -> {
          if (!entries.isEmpty()) {
            sorted.merge(Integer.parseInt(entries.get(0)), (long) people, Long::sum);
          }
        });
    long given = sorted.values().stream().mapToLong(n -> n).sum();
    compare("all numbers", numbers, given, faults);
    if (!results.get("exact").asBoolean() || given == 0) return;
    String median = median(sorted, given);
    if (!results.get("median").asText().equals(median)) {
      faults.add("the median is given as " + results.get("median") + ", and is " + median);
    }
  }

  /** Of whole numbers: one of them, or half-way between two. */
  private static String median(TreeMap<Integer, Long> sorted, long given) {
    int twice = at(sorted, (given + 1) / 2) + at(sorted, given / 2 + 1);
    return twice % 2 == 0 ? Integer.toString(twice / 2) : twice / 2 + ".5";
  }

  private static int at(TreeMap<Integer, Long> sorted, long place) {
    long seen = 0;
    for (Map.Entry<Integer, Long> e : sorted.entrySet()) {
      seen += e.getValue();
      if (seen >= place) return e.getKey();
    }
    throw new IllegalArgumentException("so many did not answer");
  }

  private static void compare(String what, long said, long counted, List<String> faults) {
    if (said != counted) {
      faults.add(what + " are given as " + said + ", and the ballots say " + counted);
    }
  }
}
