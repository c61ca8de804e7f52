package io.plenary.transport;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * What one event loop wrote to connections and has yet to hand to the system: once at the end of
 * the loop's turn, so that all that a connection gets in one turn leaves together. Handing over is
 * most of what sending costs. Lives on its loop.
 */
final class Flushes {
  /** A frame for thousands does not wait until the last of them has it written. */
  private static final int MOST = 32;

  private final Context loop;
  private final List<WebSocketConnection> waiting = new ArrayList<>(MOST);
  private boolean asked;

  Flushes(Context loop) {
    this.loop = loop;
  }

  /** Once for all that is written to it until then. */
  void soon(WebSocketConnection connection) {
    waiting.add(connection);
    if (waiting.size() >= MOST) {
      flush();
    } else if (!asked) {
      asked = true;
      loop.runOnContext(
          v -> {
            asked = false;
            flush();
          });
    }
  }

  private void flush() {
    for (int i = 0; i < waiting.size(); i++) waiting.get(i).flush();
    waiting.clear();
  }
}
