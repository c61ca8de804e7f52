package io.plenary.hub;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** Port: what one node says to one other by its name. At most once. Usable from any thread. */
public interface NodeMessages {
  /** Random name of this node, as {@link io.plenary.identity.Ids#id} makes it. */
  String self();

  /**
   * @return whether the node was there to hear it; not whether it does anything about it
   */
  Future<Boolean> send(String node, String text);

  /**
   * @param listener called on the owner's context
   */
  void listen(Consumer<String> listener);
}
