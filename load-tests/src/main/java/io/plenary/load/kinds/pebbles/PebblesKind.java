package io.plenary.load.kinds.pebbles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Up to four pebbles spread over three jars: the kind that no packaged server has, and that those
 * of the project's tests have more (io.plenary.ToyServer). Of no command line.
 */
public final class PebblesKind implements BallotKind {
  private static final List<String> JARS = List.of("a", "b", "c");
  private static final int MOST = 4;

  @Override
  public String name() {
    return "pebbles";
  }

  @Override
  public ObjectNode create(Golden golden, Size size, String results) {
    ObjectNode create = golden.client("createActivity-points").put("kind", name());
    create
        .putObject("draft")
        .put("question", "How heavy is each?")
        .put("abstain", "No view")
        .put("results", results);
    return create;
  }

  /** Everything but nothing at all, in which a ballot would look like an abstention. */
  @Override
  public Answers answers(JsonNode asked, Size size) {
    List<List<String>> all = new ArrayList<>();
    for (int a = 0; a <= MOST; a++) {
      for (int b = 0; b <= MOST - a; b++) {
        for (int c = 0; c <= MOST - a - b; c++) {
          if (a + b + c > 0) all.add(spread(a, b, c));
        }
      }
    }
    return Answers.of(all);
  }

  private static List<String> spread(int... pebbles) {
    List<String> spread = new ArrayList<>();
    for (int jar = 0; jar < pebbles.length; jar++) {
      spread.addAll(Collections.nCopies(pebbles[jar], JARS.get(jar)));
    }
    return spread;
  }

  @Override
  public void check(JsonNode results, Map<List<String>, Integer> ballots, List<String> faults) {
    for (String jar : JARS) {
      long counted =
          ballots.entrySet().stream()
              .mapToLong(e -> (long) e.getValue() * Collections.frequency(e.getKey(), jar))
              .sum();
      long said = results.path("pebbles").path(jar).path("sum").asLong(-1);
      if (said != counted) {
        faults.add(
            "pebbles of " + jar + " are given as " + said + ", and the ballots say " + counted);
      }
    }
  }
}
