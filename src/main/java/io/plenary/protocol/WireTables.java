package io.plenary.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the wire is made of: the kinds of activities, and the types of messages. */
final class WireTables {
  /** By their words. */
  static final Map<String, KindWire> KINDS = KindWires.found();

  /** By their types. */
  static final Map<String, MessageType<?>> CLIENT =
      types(
          Stream.concat(
                  Stream.of(
                      ClientReader.TYPES,
                      RoomReader.TYPES,
                      ActivityReader.TYPES,
                      BallotReader.TYPES),
                  KINDS.values().stream().map(KindWire::messages))
              .flatMap(Collection::stream)
              .toList());

  private WireTables() {}

  /**
   * @throws IllegalStateException when two have one type
   */
  static Map<String, MessageType<?>> types(List<MessageType<?>> all) {
    Map<String, MessageType<?>> byType = new TreeMap<>();
    for (MessageType<?> one : all) {
      if (byType.put(one.type(), one) != null) {
        throw new IllegalStateException("two messages are called " + one.type());
      }
    }
    return Map.copyOf(byType);
  }
}
