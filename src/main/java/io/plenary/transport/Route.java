package io.plenary.transport;

import io.plenary.identity.Action;
import io.plenary.protocol.ClientMessage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is done with one type of message.
 *
 * @param right what its sender must be allowed to do there where it works; null for what belongs to
 *     the connection itself
 */
public record Route<M extends ClientMessage>(
    Class<M> type, @Nullable Action right, Taker<M> taker) {
  /** Takes one message of a connection that has said hello. */
  public interface Taker<M> {
    void take(M message, Session session);
  }

  /**
   * By whoever has the right that is called like the message.
   *
   * @throws IllegalStateException when there is no such right
   */
  public static <M extends ClientMessage> Route<M> of(Class<M> type, Taker<M> taker) {
    Action right =
        Arrays.stream(Action.values())
            .filter(a -> a.wire().equalsIgnoreCase(type.getSimpleName()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no right is called like " + type));
    return new Route<>(type, right, taker);
  }

  /** By everybody. */
  static <M extends ClientMessage> Route<M> open(Class<M> type, Taker<M> taker) {
    return new Route<>(type, null, taker);
  }

  void take(ClientMessage message, Session session) {
    taker.take(type.cast(message), session);
  }
}
