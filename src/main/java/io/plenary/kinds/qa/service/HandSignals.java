package io.plenary.kinds.qa.service;

import io.plenary.hub.Broker.ChangeNotification;
import java.util.List;
import java.util.function.Consumer;

/**
 * Port: tells the other nodes at which questions the moderators of this one are, and hears of
 * theirs. At most once, without order, and stored nowhere.
 */
public interface HandSignals {
  /**
   * @param hand names the connection
   * @param who the person, as the others shall read it
   * @param question id
   */
  record Held(String hand, String who, String question) {}

  /**
   * @param node random name of the node that tells
   * @param hands all of that node's hands at the place; empty: none
   */
  record Signal(String node, ChangeNotification place, List<Held> hands) {
    public Signal {
      hands = List.copyOf(hands);
    }
  }

  void send(Signal signal);

  /**
   * @param listener called on the owner's context; hears what this node sent, too
   */
  void listen(Consumer<Signal> listener);
}
