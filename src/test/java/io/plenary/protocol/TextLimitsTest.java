package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.words.TextLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLimitsTest {
  @Test
  void theSchemaSaysTheSame() {
    JsonNode defs = Golden.read(Golden.HOME.resolve("server-message.schema.json")).get("$defs");
    assertEquals(
        List.of(TextLimits.QUESTION, TextLimits.OPTION, TextLimits.ABSTAIN),
        List.of(
            defs.at("/QuestionText/maxLength").asInt(),
            defs.at("/OptionText/maxLength").asInt(),
            defs.at("/AbstainLabel/anyOf/0/maxLength").asInt()));
  }
}
