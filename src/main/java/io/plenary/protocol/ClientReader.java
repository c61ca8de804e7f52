package io.plenary.protocol;

import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.words.Role;
import java.util.List;

/** Reads what is said about the connection itself. */
final class ClientReader {
  static final List<MessageType<?>> TYPES =
      List.of(
          new MessageType<>(Hello.class, ClientReader::hello),
          new MessageType<>(Ping.class, f -> new Ping()));

  private ClientReader() {}

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
}
