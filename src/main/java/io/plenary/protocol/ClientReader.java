package io.plenary.protocol;

import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ClientMessage.Ping;
import org.jspecify.annotations.Nullable;

/**
 * The client's schema in Java: one line per message in the reader of its group, every constraint
 * enforced.
 */
final class ClientReader {
  private interface Group {
    /** Null for a type of another group. */
    @Nullable ClientMessage read(String type, Fields f) throws BadMessage;
  }

  private static final Group[] GROUPS = {
    ClientReader::connection,
    RoomReader::read,
    ActivityReader::read,
    BallotReader::read,
    QaReader::read,
    ReactionReader::read
  };

  private ClientReader() {}

  static ClientMessage read(Fields f) throws BadMessage {
    String type = f.string("type");
    for (Group group : GROUPS) {
      ClientMessage message = group.read(type, f);
      if (message == null) continue;
      f.end();
      return message;
    }
    throw new BadMessage(ErrorCode.UNKNOWN_TYPE, null, ErrorCode.UNKNOWN_TYPE.message());
  }

  private static @Nullable ClientMessage connection(String type, Fields f) throws BadMessage {
    return switch (type) {
      case "hello" -> hello(f);
      case "ping" -> new Ping();
      default -> null;
    };
  }

  /** The protocol is looked at first: a newer hello may look quite different. */
  private static Hello hello(Fields f) throws BadMessage {
    if (f.integer("protocol", 0, Wire.MAX_INTEGER) != Codec.PROTOCOL) {
      throw new BadMessage(
          ErrorCode.UNSUPPORTED_PROTOCOL, null, ErrorCode.UNSUPPORTED_PROTOCOL.message());
    }
    return new Hello(
        f.oneOf("role", Role.ofHello()),
        f.id("event"),
        f.has("room") ? f.id("room") : null,
        f.has("token") ? f.text("token", 1, 400) : null,
        f.newIdOrAbsent("page"));
  }

  static long ref(Fields f) throws BadMessage {
    return atLeast(f, "ref", 1);
  }

  static long rev(Fields f) throws BadMessage {
    return atLeast(f, "rev", 0);
  }

  static long atLeast(Fields f, String name, long min) throws BadMessage {
    return f.integer(name, min, Wire.MAX_INTEGER);
  }
}
