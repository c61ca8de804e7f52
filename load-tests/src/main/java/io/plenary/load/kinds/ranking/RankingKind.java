package io.plenary.load.kinds.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rankings of eight options, with all places to give. Points are counted by their definition. */
public final class RankingKind implements BallotKind {
  private static final int OPTIONS = 8;

  /** So many different orders, most of them of fewer than all places. */
  private static final int ORDERS = 4_093;

  @Override
  public String name() {
    return "ranking";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity-ranking");
    ObjectNode draft = (ObjectNode) create.get("draft");
    ArrayNode texts = draft.putArray("options");
    for (int i = 1; i <= OPTIONS; i++) texts.addObject().put("text", "Answer " + i);
    draft.put("places", OPTIONS).put("unranked", "mean").put("results", results);
    return create;
  }

  /** In rooms as most are everybody gives all places. */
  @Override
  public Answers answers(JsonNode asked, Size size) {
    List<String> ids = new ArrayList<>();
    asked.get("options").forEach(o -> ids.add(o.get("id").asText()));
    Random random = new Random(1);
    List<List<String>> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      List<String> order = new ArrayList<>(ids);
      Collections.shuffle(order, random);
      orders.add(size == Size.USUAL ? order : order.subList(0, 1 + i % order.size()));
    }
    return Answers.of(orders);
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    List<String> ids = new ArrayList<>();
    results.get("options").forEach(o -> ids.add(o.get("id").asText()));
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      double points = 0;
      long firsts = 0;
      for (Map.Entry<List<String>, Integer> e : ballots.entrySet()) {
        List<String> order = e.getKey();
        if (order.isEmpty()) continue;
        points += e.getValue() * points(order, id, ids.size());
        if (order.get(0).equals(id)) firsts += e.getValue();
      }
      JsonNode said = results.get("options").get(i);
      compare("points of " + id, said.get("points").asDouble(), points, faults);
      compare("first places of " + id, said.get("firsts").asDouble(), firsts, faults);
      for (int j = 0; j < ids.size(); j++) {
        compare(
            "those who prefer " + id + " to " + ids.get(j),
            results.get("pairs").get(i).get(j).asDouble(),
            prefer(ballots, id, ids.get(j)),
            faults);
      }
    }
  }

  /** Who gave an option no place gives it the mean of the points that are left. */
  private static double points(List<String> order, String id, int options) {
    int at = order.indexOf(id);
    return at >= 0 ? options - at : (options - order.size() + 1) / 2.0;
  }

  private static long prefer(Map<List<String>, Integer> ballots, String one, String other) {
    long n = 0;
    for (Map.Entry<List<String>, Integer> e : ballots.entrySet()) {
      int at = e.getKey().indexOf(one);
      int behind = e.getKey().indexOf(other);
      if (at >= 0 && (behind < 0 || at < behind)) n += e.getValue();
    }
    return n;
  }

  private static void compare(String what, double said, double counted, List<String> faults) {
    if (said != counted) {
      faults.add(what + " are given as " + said + ", and the ballots say " + counted);
    }
  }
}
