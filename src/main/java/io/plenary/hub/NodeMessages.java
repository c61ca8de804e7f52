package io.plenary.hub;

import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * Port: what one node says to one other by its name, or to all. At most once. Usable from any
 * thread.
 */
public interface NodeMessages {
  /** Random name of this node, as {@link io.plenary.identity.Ids#id} makes it. */
  String self();

  /**
   * @return whether the node was there to hear it; not whether it does anything about it
   */
  Future<Boolean> send(String node, String text);

  /**
   * @param listener of what other nodes say to this one, called on the owner's context
   */
  void listen(Consumer<String> listener);

  /** To all nodes, this one included; of what it is the text must say. */
  void sendAll(String text);

  /**
   * @param listener of what is said to all nodes, called on the owner's context
   */
  void listenAll(Consumer<String> listener);
}
