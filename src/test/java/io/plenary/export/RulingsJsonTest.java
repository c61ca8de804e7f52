package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plenary.voting.Ruling;
import io.plenary.voting.Rulings;
import io.plenary.words.Standing;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulingsJsonTest {
  private static final String TWO =
      """
      [{"answer":"gap","standing":"hidden","into":null,"called":"Pay gap"},\
      {"answer":"paygap","standing":"shown","into":"gap","called":null}]\
      """;

  @Test
  void whatIsWrittenIsRead() {
    Map<String, Ruling> two =
        Map.of(
            "paygap", new Ruling(1, Standing.SHOWN, "gap", ""),
            "gap", new Ruling(1, Standing.HIDDEN, "", "Pay gap"));
    ArrayNode written = ExportJson.MAPPER.createArrayNode();
    RulingsJson.write(new Rulings(9, two), written);
    assertEquals(TWO, written.toString());
    assertEquals(two, RulingsJson.read(written).byFamily());
    assertEquals(Rulings.NONE, RulingsJson.read(MissingNode.getInstance()));
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    for (String wrong : new String[] {"\"gone\"", "7", "null"}) {
      var listed = ExportJson.MAPPER.readTree(TWO.replace("\"hidden\"", wrong));
      assertThrows(IllegalArgumentException.class, () -> RulingsJson.read(listed), wrong);
    }
    var twice = ExportJson.MAPPER.readTree(TWO.replace("paygap", "gap"));
    assertThrows(IllegalArgumentException.class, () -> RulingsJson.read(twice));
    var number = ExportJson.MAPPER.readTree(TWO.replace("\"Pay gap\"", "5"));
    assertThrows(IllegalArgumentException.class, () -> RulingsJson.read(number));
  }
}
