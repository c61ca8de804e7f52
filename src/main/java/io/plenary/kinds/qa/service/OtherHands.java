package io.plenary.kinds.qa.service;

import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.service.HandSignals.Held;
import io.plenary.kinds.qa.service.HandSignals.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hands of moderators on other nodes, as these tell. A node that falls silent has none. Lives
 * on the owner's context.
 */
final class OtherHands {
  /** Nodes tell of their hands again and again: see {@link ModeratorPresence#AGAIN}. */
  private static final int SILENT = 3 * ModeratorPresence.AGAIN;

  private record Source(ChangeNotification place, String node) {}

  private record Heard(List<Held> hands, long tick) {}

  private final Map<Source, Heard> heard = new LinkedHashMap<>();

  /**
   * @return whether anything is different now
   */
  boolean hear(Signal signal, long tick) {
    Source source = new Source(signal.place(), signal.node());
    Heard before =
        signal.hands().isEmpty()
            ? heard.remove(source)
            : heard.put(source, new Heard(signal.hands(), tick));
    return !signal.hands().equals(before == null ? List.of() : before.hands);
  }

  List<Held> at(ChangeNotification place) {
    return heard.entrySet().stream()
        .filter(e -> e.getKey().place.equals(place))
        .flatMap(e -> e.getValue().hands.stream())
        .toList();
  }

  /** Forgets whom nothing was heard of for long. @return where they were */
  Set<ChangeNotification> forget(long tick) {
    Set<ChangeNotification> places =
        heard.entrySet().stream()
            .filter(e -> tick - e.getValue().tick > SILENT)
            .map(e -> e.getKey().place)
            .collect(Collectors.toSet());
    heard.values().removeIf(h -> tick - h.tick > SILENT);
    return places;
  }
}
