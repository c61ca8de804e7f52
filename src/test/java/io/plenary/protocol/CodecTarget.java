package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What Jazzer does to the codec: whatever the bytes, nothing but {@link BadMessage}, and what is
 * accepted is what the schema allows.
 */
final class CodecTarget {
  private CodecTarget() {}

  static void tryOn(byte[] bytes) {
    try {
      Golden.codec().decode(bytes);
    } catch (BadMessage e) {
      return;
    }
    assertEquals(0, Golden.CLIENT_SCHEMA.validate(Golden.tree(bytes)).size());
  }

  /** Where it starts from. */
  static Stream<Arguments> seeds() {
    return Golden.files("client").values().stream()
        .map(message -> Arguments.of((Object) Golden.bytes(message)));
  }
}
