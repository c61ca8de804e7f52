package io.plenary.transport;

import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.MessageType;
import io.plenary.protocol.ServerMessage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes each message of a connection that has said hello to whatever handles its type, if whoever
 * sent it has the right to.
 */
final class Dispatcher {
  private static final List<Route<?>> OWN =
      List.of(
          Route.open(
              Hello.class, (m, s) -> s.reply(ServerMessage.Error.of(null, ErrorCode.HELLO_TWICE))),
          Route.open(Ping.class, (m, s) -> s.reply(new ServerMessage.Pong())));

  private final Rights rights;
  private final Map<Class<?>, Route<?>> routes;

  /**
   * @param types of messages that clients may send
   * @param routes one for each type of message that is not the connection's own
   * @throws IllegalStateException when a type has none, or two
   */
  Dispatcher(Rights rights, Collection<MessageType<?>> types, Collection<Route<?>> routes) {
    this.rights = rights;
    this.routes = byType(types, Stream.concat(OWN.stream(), routes.stream()).toList());
  }

  private static Map<Class<?>, Route<?>> byType(
      Collection<MessageType<?>> types, List<Route<?>> routes) {
    Map<Class<?>, Route<?>> found = new HashMap<>();
    for (Route<?> route : routes) {
      if (found.put(route.type(), route) != null) {
        throw new IllegalStateException("two handlers take " + route.type().getSimpleName());
      }
    }
    for (MessageType<?> type : types) {
      if (!found.containsKey(type.record())) {
        throw new IllegalStateException("no handler takes " + type.type());
      }
    }
    return Map.copyOf(found);
  }

  void dispatch(ClientMessage message, Session session) {
    Route<?> route = Objects.requireNonNull(routes.get(message.getClass()));
    ErrorCode objection = rights.objection(session, route, message);
    if (objection == null) {
      route.take(message, session);
      return;
    }
    Long ref = message instanceof ClientMessage.Referenced asked ? asked.ref() : null;
    session.reply(ServerMessage.Error.of(ref, objection));
  }
}
