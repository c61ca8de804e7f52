package io.plenary.load.kinds.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Ratings of six statements on agreement, with no opinion. Numbers are looked up in sorted lists.
 */
public final class RatingKind implements BallotKind {
  private static final int STATEMENTS = 6;
  private static final int POINTS = 5;
  private static final String NO_OPINION = "none";

  /** So many different answers. */
  private static final int ANSWERS = 4_093;

  @Override
  public String name() {
    return "rating";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity-rating");
    ObjectNode draft = (ObjectNode) create.get("draft");
    ArrayNode texts = draft.putArray("statements");
    for (int i = 1; i <= STATEMENTS; i++) texts.addObject().put("text", "Statement " + i);
    draft.put("noOpinion", "No opinion").put("results", results);
    return create;
  }

  /** In rooms as most are everybody has an opinion. */
  @Override
  public Answers answers(JsonNode asked, Size size) {
    Random random = new Random(1);
    List<List<String>> answers = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      List<String> answer = new ArrayList<>();
      for (JsonNode statement : asked.get("statements")) {
        boolean none = size != Size.USUAL && random.nextInt(POINTS + 1) == 0;
        String point = none ? NO_OPINION : Integer.toString(1 + random.nextInt(POINTS));
        answer.add(statement.get("id").asText() + ":" + point);
      }
      answers.add(answer);
    }
    return Answers.of(answers);
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    for (JsonNode said : results.get("statements")) {
      String id = said.get("id").asText();
      List<Integer> given = new ArrayList<>();
      int none = 0;
      for (Map.Entry<List<String>, Integer> e : ballots.entrySet()) {
        for (String entry : e.getKey()) {
          if (!entry.startsWith(id + ":")) continue;
          String point = entry.substring(id.length() + 1);
          if (point.equals(NO_OPINION)) {
            none += e.getValue();
          } else {
            for (int i = 0; i < e.getValue(); i++) given.add(Integer.parseInt(point));
          }
        }
      }
      given.sort(null);
      compare("those who rated " + id, said.get("rated").asDouble(), given.size(), faults);
      compare("those without opinion on " + id, said.get("noOpinion").asDouble(), none, faults);
      for (int point = 1; point <= POINTS; point++) {
        int counted = point;
        compare(
            "those who gave " + id + " a " + point,
            said.get("counts").get(point - 1).asDouble(),
            given.stream().filter(p -> p == counted).count(),
            faults);
      }
      if (given.isEmpty()) continue;
      compare("the median of " + id, said.get("median").asDouble(), median(given), faults);
      compare(
          "those who agree with " + id,
          said.get("agree").asDouble(),
          given.stream().filter(p -> p > 3).count(),
          faults);
    }
  }

  /** The mean of both in the middle of a sorted list, which is one of an odd number. */
  private static double median(List<Integer> sorted) {
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0;
  }

  private static void compare(String what, double said, double counted, List<String> faults) {
    if (said != counted) {
      faults.add(what + " are given as " + said + ", and the ballots say " + counted);
    }
  }
}
