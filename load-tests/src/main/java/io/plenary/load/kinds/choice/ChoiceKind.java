package io.plenary.load.kinds.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Polls in which one of six options is chosen, or any of twelve. */
public final class ChoiceKind implements BallotKind {
  private static final int USUAL = 6;
  private static final int MANY = 12;

  @Override
  public String name() {
    return "choice";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity");
    ObjectNode draft = (ObjectNode) create.get("draft");
    ArrayNode texts = draft.putArray("options");
    int options = size == Size.USUAL ? USUAL : MANY;
    for (int i = 1; i <= options; i++) texts.addObject().put("text", "Answer " + i);
    draft.put("maxChoices", size == Size.USUAL ? 1 : options).put("results", results);
    return create;
  }

  @Override
  public Answers answers(JsonNode asked, Size size) {
    List<String> ids = new ArrayList<>();
    asked.get("options").forEach(o -> ids.add(o.get("id").asText()));
    return size == Size.USUAL ? Answers.single(ids) : Answers.of(sets(ids));
  }

  /**
   * Every non-empty set of the options: with twelve of them one phone in 4,095 chooses the same.
   */
  public static List<List<String>> sets(List<String> options) {
    List<List<String>> sets = new ArrayList<>();
    for (int bits = 1; bits < 1 << options.size(); bits++) {
      List<String> set = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        if ((bits >> i & 1) == 1) set.add(options.get(i));
      }
      set.sort(null); // as the export has them: by id
      sets.add(set);
    }
    return sets;
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    Map<String, Integer> recount = new TreeMap<>();
    ballots.forEach(
        (ballot, n) -> ballot.forEach(option -> recount.merge(option, n, Integer::sum)));
    for (JsonNode option : results.get("options")) {
      int counted = recount.getOrDefault(option.get("id").asText(), 0);
      if (option.get("count").asInt() != counted) {
        faults.add(
            "option "
                + option.get("id").asText()
                + " is given as "
                + option.get("count")
                + ", its ballots are "
                + counted);
      }
    }
  }
}
