package io.plenary.load.phone;

import io.plenary.load.net.Line;

/** What one phone sent of reactions on the line it has. On its event loop. */
final class Clapper {
  private final long[] onLine = new long[Applause.KINDS.size()];
  private Applause room;

  void react(Line line, Applause to, int kind, int taps) {
    room = to;
    line.send(to.message(kind, taps));
    onLine[kind] += taps;
    to.sent(kind, taps);
  }

  void lost() {
    for (int kind = 0; kind < onLine.length; kind++) {
      if (onLine[kind] > 0) room.torn(kind, onLine[kind]);
      onLine[kind] = 0;
    }
  }

  void refused() {
    if (room != null) room.refused.increment();
  }
}
