package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The enums say what {@code codes.json} says, in the same order. */
class CodesTest {
  private final JsonNode codes = Golden.read(Golden.HOME.resolve("codes.json"));

  @Test
  void errors() {
    assertEquals(
        rows("errors", "retry"),
        Arrays.stream(ErrorCode.values())
            .map(c -> List.of(c.number() + "", c.wire(), c.retry().wire(), c.message()))
            .collect(Collectors.toList()));
  }

  @Test
  void votesEndOnTheSameErrors() {
    assertEquals(
        StreamSupport.stream(codes.get("errors").spliterator(), false)
            .filter(row -> row.path("endsVote").asBoolean())
            .map(row -> row.get("name").asText())
            .toList(),
        Arrays.stream(ErrorCode.values())
            .filter(ErrorCode::endsVote)
            .map(ErrorCode::wire)
            .toList());
  }

  @Test
  void closes() {
    assertEquals(
        rows("closes", "reconnect"),
        Arrays.stream(CloseCode.values())
            .map(c -> List.of(c.number() + "", c.wire(), c.reconnect() + "", c.message()))
            .collect(Collectors.toList()));
  }

  /**
   * RFC 6455, 7.4: 4000 to 4999 are ours to give; a control frame holds 123 bytes of reason at
   * most.
   */
  @Test
  void closeCodesFitACloseFrame() {
    for (CloseCode c : CloseCode.values()) {
      assertTrue(c.number() == 1009 || (c.number() >= 4000 && c.number() <= 4999), c.wire());
      assertTrue(c.wire().length() <= 123, c.wire());
    }
  }

  private List<List<String>> rows(String table, String flag) {
    return StreamSupport.stream(codes.get(table).spliterator(), false)
        .map(
            row ->
                List.of(
                    row.get("number").asText(),
                    row.get("name").asText(),
                    row.get(flag).asText(),
                    row.get("message").asText()))
        .collect(Collectors.toList());
  }
}
