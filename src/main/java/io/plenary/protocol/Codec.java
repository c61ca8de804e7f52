package io.plenary.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.ServerMessage.VoteCounted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Between messages and UTF-8 JSON text, for whoever knows certain kinds of activities. What is
 * written is the same whatever the kinds. Immutable and safe for every thread.
 */
public final class Codec {
  /** The version of the wire this server speaks. */
  public static final int PROTOCOL = 1;

  /** The largest message, in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final ObjectWriter CLIENT_WRITER = Json.MAPPER.writer();
  private static final ObjectWriter SERVER_WRITER = Json.MAPPER.writerFor(ServerMessage.class);

  private final Drafts drafts;
  private final Map<String, MessageType<?>> clientTypes;
  private final ObjectReader serverReader;

  /**
   * @throws IllegalStateException when two kinds have one word, or two messages one type
   */
  public Codec(List<KindWire> kinds) {
    Collection<KindWire> known = byName("two kinds are called ", kinds, KindWire::word).values();
    drafts = new Drafts(known);
    clientTypes =
        byName(
            "two messages are called ",
            Stream.concat(
                    Stream.of(
                        ClientReader.TYPES,
                        RoomReader.TYPES,
                        ActivityReader.types(drafts),
                        BallotReader.TYPES),
                    known.stream().map(KindWire::messages))
                .flatMap(Collection::stream)
                .toList(),
            MessageType::type);
    serverReader = Json.serverReader(known);
  }

  private static <T> Map<String, T> byName(String twice, List<T> all, Function<T, String> name) {
    Map<String, T> found = new TreeMap<>();
    for (T one : all) {
      String its = name.apply(one);
      if (found.put(its, one) != null) throw new IllegalStateException(twice + its);
    }
    return Map.copyOf(found);
  }

  /** Every type of message that a client may send. */
  public Collection<MessageType<?>> clientTypes() {
    return clientTypes.values();
  }

  /** The words of the kinds of activities of which drafts are read. */
  public Set<String> draftKinds() {
    return drafts.kinds();
  }

  /**
   * @throws BadMessage if the schema, or strict JSON (no duplicate keys, nothing after the object),
   *     does not allow it
   */
  public ClientMessage decode(byte[] utf8) throws BadMessage {
    if (utf8.length > MAX_BYTES) {
      throw new BadMessage(ErrorCode.TOO_LARGE, null, ErrorCode.TOO_LARGE.message());
    }
    CastVote vote = plainVote(utf8);
    return vote != null ? vote : decodeAny(utf8);
  }

  public ClientMessage decode(String text) throws BadMessage {
    return decode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Every message, by way of a tree. */
  ClientMessage decodeAny(byte[] utf8) throws BadMessage {
    JsonNode tree = Json.object(utf8, ErrorCode.MALFORMED.message());
    try {
      return read(new Fields(tree, ""));
    } catch (BadMessage e) {
      throw e.withRef(refOf(tree));
    }
  }

  private ClientMessage read(Fields f) throws BadMessage {
    MessageType<?> type = clientTypes.get(f.string("type"));
    if (type == null) {
      throw new BadMessage(ErrorCode.UNKNOWN_TYPE, null, ErrorCode.UNKNOWN_TYPE.message());
    }
    ClientMessage message = type.reader().read(f);
    f.end();
    return message;
  }

  private static @Nullable CastVote plainVote(byte[] utf8) {
    try (JsonParser in = Json.FACTORY.createParser(utf8)) {
      return VoteParser.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Long refOf(JsonNode tree) {
    JsonNode ref = tree.get("ref");
    boolean readable =
        ref != null
            && ref.isIntegralNumber()
            && ref.canConvertToLong()
            && ref.longValue() >= 1
            && ref.longValue() <= Wire.MAX_INTEGER;
    return readable ? ref.longValue() : null;
  }

  /**
   * @return UTF-8; what it encodes has to be what the schema allows, which is not looked at again
   *     here
   */
  public static byte[] encode(ServerMessage message) {
    byte[] plain = message instanceof VoteCounted counted ? PlainAnswer.of(counted) : null;
    return plain != null ? plain : encodeAny(message);
  }

  /** Every message, by way of its record's description. */
  static byte[] encodeAny(ServerMessage message) {
    return write(SERVER_WRITER, message);
  }

  public static byte[] encode(ClientMessage message) {
    return write(CLIENT_WRITER, message);
  }

  /** For clients, which ignore unknown fields. */
  public ServerMessage decodeServer(byte[] utf8) throws BadMessage {
    try {
      return serverReader.readValue(utf8);
    } catch (IOException e) {
      throw new BadMessage(
          ErrorCode.MALFORMED, null, "This is not a message of this protocol's server.");
    }
  }

  private static byte[] write(ObjectWriter writer, Object message) {
    try {
      return writer.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
