package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import io.plenary.kinds.AllKinds;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Java reads and writes every golden message without loss, and refuses every golden invalid one
 * with its code.
 */
class GoldenMessagesTest {
  private interface Trip {
    byte[] there(byte[] json) throws BadMessage;
  }

  @TestFactory
  Stream<DynamicTest> clientMessagesRoundTrip() {
    return each("client", Golden.CLIENT_SCHEMA, json -> Codec.encode(Golden.codec().decode(json)));
  }

  @TestFactory
  Stream<DynamicTest> clientMessagesRoundTripByTheSlowWay() {
    return each(
        "client", Golden.CLIENT_SCHEMA, json -> Codec.encode(Golden.codec().decodeAny(json)));
  }

  @TestFactory
  Stream<DynamicTest> serverMessagesRoundTrip() {
    return each(
        "server", Golden.SERVER_SCHEMA, json -> Codec.encode(Golden.codec().decodeServer(json)));
  }

  private static Stream<DynamicTest> each(String folder, JsonSchema schema, Trip trip) {
    return Golden.files(folder).entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      JsonNode golden = file.getValue();
                      assertEquals(
                          Set.of(),
                          Golden.faults(schema, golden),
                          "the golden file against the schema");
                      JsonNode again = Golden.tree(trip.there(Golden.bytes(golden)));
                      assertEquals(golden, again);
                      assertEquals(
                          Set.of(),
                          Golden.faults(schema, again),
                          "what Java wrote against the schema");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> invalidMessagesAreRefusedWithTheirCode() {
    return Golden.files("invalid").entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      JsonNode message = file.getValue().get("message");
                      BadMessage refused =
                          assertThrows(
                              BadMessage.class, () -> Golden.codec().decode(Golden.bytes(message)));
                      assertEquals(file.getValue().get("code").textValue(), refused.code().wire());
                      JsonNode ref = message.get("ref");
                      assertEquals(
                          ref == null || ref.longValue() < 1 ? null : ref.longValue(),
                          refused.ref());
                      assertTrue(refused.getMessage().length() <= 300, refused.getMessage());
                      assertTrue(
                          !Golden.CLIENT_SCHEMA.validate(message).isEmpty(),
                          "the schema refuses it too");
                    }));
  }

  /** Of a union only the branch that was meant: whoever adds a kind reads this. */
  @Test
  void aFaultIsSaidInAFewWords() {
    JsonNode golden = Golden.files("server").get("stageSnapshot-activity.json");
    assertEquals(Set.of(), Golden.faults(Golden.SERVER_SCHEMA, golden));
    ObjectNode without = golden.deepCopy();
    without.remove("view");
    assertEquals(
        Set.of("$: required property 'view' not found"),
        Golden.faults(Golden.SERVER_SCHEMA, without));
    ObjectNode activity = golden.deepCopy();
    ((ObjectNode) activity.get("activity")).remove("question");
    assertEquals(
        Set.of("$.activity: required property 'question' not found"),
        Golden.faults(Golden.SERVER_SCHEMA, activity));
    ObjectNode unknown = golden.deepCopy();
    unknown.put("type", "nothing");
    assertFalse(Golden.faults(Golden.SERVER_SCHEMA, unknown).isEmpty());
  }

  @Test
  void everyMessageHasAGoldenFileAndEveryTypeOfTheSchemaARecord() throws BadMessage {
    Set<Class<?>> read = new HashSet<>();
    for (JsonNode golden : Golden.files("client").values()) {
      read.add(Golden.codec().decode(Golden.bytes(golden)).getClass());
    }
    assertEquals(
        Golden.codec().clientTypes().stream().map(MessageType::record).collect(Collectors.toSet()),
        read);
    assertEquals(Golden.CLIENT_SCHEMA.getSchemaNode().get("oneOf").size(), read.size());

    read.clear();
    for (JsonNode golden : Golden.files("server").values()) {
      read.add(Golden.codec().decodeServer(Golden.bytes(golden)).getClass());
    }
    Set<Class<?>> known = new HashSet<>(Golden.records(ServerMessage.class));
    AllKinds.REGISTRY.modules().forEach(kind -> known.addAll(kind.wire().answers()));
    assertEquals(known, read);
    assertEquals(Golden.SERVER_SCHEMA.getSchemaNode().get("oneOf").size(), read.size());
  }
}
