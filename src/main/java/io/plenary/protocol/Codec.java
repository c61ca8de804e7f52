package io.plenary.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.plenary.protocol.BallotMessage.CastVote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Between messages and UTF-8 JSON text. Stateless and safe for every thread. */
public final class Codec {
  /** The version of the wire this server speaks. */
  public static final int PROTOCOL = 1;

  /** The largest message, in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final ObjectWriter CLIENT_WRITER = Json.MAPPER.writerFor(ClientMessage.class);
  private static final ObjectWriter SERVER_WRITER = Json.MAPPER.writerFor(ServerMessage.class);
  private static final ObjectReader SERVER_READER = Json.MAPPER.readerFor(ServerMessage.class);

  private Codec() {}

  /** Every type of message that a client may send. */
  public static Collection<MessageType<?>> clientTypes() {
    return WireTables.CLIENT.values();
  }

  /**
   * @throws BadMessage if the schema, or strict JSON (no duplicate keys, nothing after the object),
   *     does not allow it
   */
  public static ClientMessage decode(byte[] utf8) throws BadMessage {
    if (utf8.length > MAX_BYTES) {
      throw new BadMessage(ErrorCode.TOO_LARGE, null, ErrorCode.TOO_LARGE.message());
    }
    CastVote vote = plainVote(utf8);
    return vote != null ? vote : decodeAny(utf8);
  }

  public static ClientMessage decode(String text) throws BadMessage {
    return decode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Every message, by way of a tree. */
  static ClientMessage decodeAny(byte[] utf8) throws BadMessage {
    JsonNode tree = Json.object(utf8, ErrorCode.MALFORMED.message());
    try {
      return ClientReader.read(new Fields(tree, ""));
    } catch (BadMessage e) {
      throw e.withRef(refOf(tree));
    }
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
    return write(SERVER_WRITER, message);
  }

  public static byte[] encode(ClientMessage message) {
    return write(CLIENT_WRITER, message);
  }

  /** For clients, which ignore unknown fields. */
  public static ServerMessage decodeServer(byte[] utf8) throws BadMessage {
    try {
      return SERVER_READER.readValue(utf8);
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
