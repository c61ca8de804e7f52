package io.plenary.load.kinds.points;

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
import java.util.stream.IntStream;

/** A hundred points in steps of five over six options. Sums are counted entry by entry. */
public final class PointsKind implements BallotKind {
  private static final int OPTIONS = 6;
  private static final int TOTAL = 100;
  private static final int STEP = 5;

  /** So many different answers. */
  private static final int SHARES = 4_093;

  @Override
  public String name() {
    return "points";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity-points");
    ObjectNode draft = (ObjectNode) create.get("draft");
    ArrayNode texts = draft.putArray("options");
    for (int i = 1; i <= OPTIONS; i++) texts.addObject().put("text", "Answer " + i);
    draft.put("total", TOTAL).put("step", STEP).put("results", results);
    return create;
  }

  /** In rooms as most are everybody gives to all options, elsewhere to one or more. */
  @Override
  public Answers answers(JsonNode asked, Size size) {
    List<String> ids = new ArrayList<>();
    asked.get("options").forEach(o -> ids.add(o.get("id").asText()));
    Random random = new Random(1);
    List<List<String>> shares = new ArrayList<>();
    for (int i = 0; i < SHARES; i++) {
      int among = size == Size.USUAL ? ids.size() : 1 + i % ids.size();
      int[] given = new int[among];
      for (int left = TOTAL; left > 0; left -= STEP) given[random.nextInt(among)] += STEP;
      shares.add(
          IntStream.range(0, among)
              .filter(at -> given[at] > 0)
              .mapToObj(at -> ids.get(at) + ":" + given[at])
              .toList());
    }
    return Answers.of(shares);
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    for (JsonNode option : results.get("options")) {
      String id = option.get("id").asText();
      long points = 0;
      long givers = 0;
      for (Map.Entry<List<String>, Integer> e : ballots.entrySet()) {
        for (String entry : e.getKey()) {
          if (!entry.startsWith(id + ":")) continue;
          points += (long) e.getValue() * Long.parseLong(entry.substring(id.length() + 1));
          givers += e.getValue();
        }
      }
      compare("points of " + id, option.get("points").asLong(), points, faults);
      compare("givers of " + id, option.get("givers").asLong(), givers, faults);
    }
  }

  private static void compare(String what, long said, long counted, List<String> faults) {
    if (said != counted) {
      faults.add(what + " are given as " + said + ", and the ballots say " + counted);
    }
  }
}
