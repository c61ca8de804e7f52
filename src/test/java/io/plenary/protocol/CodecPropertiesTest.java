package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever is done to a message: the codec agrees with the schema about it, and never throws
 * anything but {@link BadMessage}.
 */
class CodecPropertiesTest {
  private static final List<JsonNode> GOLDEN = new ArrayList<>(Golden.files("client").values());
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Provide
  Arbitrary<JsonNode> golden() {
    return Arbitraries.of(GOLDEN);
  }

  @Property(tries = 6000)
  void agreesWithTheSchemaOnMutatedMessages(
      @ForAll("golden") JsonNode golden, @ForAll Random random) {
    JsonNode message = golden.deepCopy();
    for (int i = random.nextInt(2); i >= 0; i--) {
      mutate(message, random);
    }
    byte[] json = Golden.bytes(message);
    boolean schema = Golden.CLIENT_SCHEMA.validate(message).isEmpty();
    assertEquals(schema, accepts(json), message::toString);
    Statistics.label("valid").collect(schema).coverage(c -> c.check(true).percentage(p -> p > 5));
  }

  @Property(tries = 3000)
  void survivesBrokenBytes(@ForAll("golden") JsonNode golden, @ForAll Random random) {
    byte[] json = Golden.bytes(golden);
    if (random.nextBoolean()) {
      json = Arrays.copyOf(json, random.nextInt(json.length));
    }
    for (int i = random.nextInt(3); i >= 0 && json.length > 0; i--) {
      json[random.nextInt(json.length)] = (byte) random.nextInt(256);
    }
    if (accepts(json)) {
      assertEquals(0, Golden.CLIENT_SCHEMA.validate(Golden.tree(json)).size());
    }
  }

  @Property
  void survivesRandomBytes(@ForAll byte[] json) {
    accepts(json);
  }

  /** The fast way and the whole way say the same, and what was read is written as what it was. */
  private static boolean accepts(byte[] json) {
    ClientMessage whole;
    try {
      whole = Golden.codec().decodeAny(json);
    } catch (BadMessage e) {
      whole = null;
    }
    try {
      ClientMessage read = Golden.codec().decode(json);
      assertEquals(whole, read);
      assertEquals(read, Golden.codec().decode(Codec.encode(read)));
    } catch (BadMessage e) {
      assertEquals(null, whole);
    }
    return whole != null;
  }

  private static void mutate(JsonNode message, Random random) {
    List<JsonNode> places = new ArrayList<>();
    containers(message, places);
    JsonNode place = places.get(random.nextInt(places.size()));
    if (place instanceof ObjectNode o && !o.isEmpty()) {
      List<String> names = new ArrayList<>();
      o.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(6)) {
        case 0 -> o.remove(name);
        case 1 -> o.set(name + "x", o.remove(name));
        case 2 ->
            o.set(
                name,
                names.isEmpty() ? null : o.get(names.get(random.nextInt(names.size()))).deepCopy());
        default -> o.set(name, value(random));
      }
    } else if (place instanceof ArrayNode a) {
      if (!a.isEmpty() && random.nextBoolean()) {
        a.remove(random.nextInt(a.size()));
      } else {
        a.add(a.isEmpty() || random.nextBoolean() ? value(random) : a.get(0).deepCopy());
      }
    }
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(4) - 1);
      case 3 -> NODES.numberNode(random.nextInt(40));
      case 4 -> NODES.numberNode(Wire.MAX_INTEGER + random.nextInt(3) - 1);
      case 5 -> NODES.numberNode(random.nextLong());
      case 6 -> NODES.numberNode(random.nextInt(4) + 0.5);
      case 7 -> NODES.numberNode(new java.math.BigInteger(80, random));
      case 8 -> NODES.textNode("");
      case 9 -> NODES.textNode("ab1".repeat(random.nextInt(12)));
      case 10 -> NODES.textNode("\u00e9\ud83d\ude00 ".repeat(random.nextInt(160)));
      case 11 ->
          NODES.textNode(
              List.of("ping", "hidden", "join", "2027-02-30", "20270308", "A-b_c0".repeat(4))
                  .get(random.nextInt(6)));
      case 12 -> NODES.arrayNode();
      case 13 -> NODES.arrayNode().add("a").add("b");
      case 14 -> NODES.objectNode();
      default -> NODES.objectNode().put("text", "More");
    };
  }
}
