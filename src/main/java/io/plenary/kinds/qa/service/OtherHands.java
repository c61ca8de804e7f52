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
  private record Source(ChangeNotification place, String node) {}

  private record Heard(List<Held> hands, long at) {}

  private final long silent;
  private final Map<Source, Heard> heard = new LinkedHashMap<>();

  /**
   * @param silent for how long nodes may say nothing, in the unit of the times given below
   */
  OtherHands(long silent) {
    this.silent = silent;
  }

  /**
   * @return whether anything is different now
   */
  boolean hear(Signal signal, long now) {
    Source source = new Source(signal.place(), signal.node());
    Heard before =
        signal.hands().isEmpty()
            ? heard.remove(source)
            : heard.put(source, new Heard(signal.hands(), now));
    return !signal.hands().equals(before == null ? List.of() : before.hands);
  }

  List<Held> at(ChangeNotification place) {
    return heard.entrySet().stream()
        .filter(e -> e.getKey().place.equals(place))
        .flatMap(e -> e.getValue().hands.stream())
        .toList();
  }

  /** Forgets whom nothing was heard of for long. @return where they were */
  Set<ChangeNotification> forget(long now) {
    Set<ChangeNotification> places =
        heard.entrySet().stream()
            .filter(e -> now - e.getValue().at > silent)
            .map(e -> e.getKey().place)
            .collect(Collectors.toSet());
    heard.values().removeIf(h -> now - h.at > silent);
    return places;
  }
}
