package io.plenary.redis;

import io.plenary.redis.Sentinels.Place;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the servers that Sentinels name is the master. A Sentinel that is cut off from the
 * others goes on naming the one of before, which may take itself for the master as well. Each
 * failover is agreed on by most of the Sentinels and has a higher epoch than the one before (Redis
 * Sentinel, "Configuration epochs"), so whoever names a server under a lower one knows less.
 */
final class MasterNames {
  /**
   * What one Sentinel says.
   *
   * @param epoch of the failover that made it the master, 0 for none; {@link #UNKNOWN}: the
   *     Sentinel does not say
   */
  record Named(Place place, long epoch) {
    static final long UNKNOWN = -1;
  }

  private MasterNames() {}

  /** What more than half of the Sentinels that there are name; null: they do not agree. */
  static @Nullable Place most(List<Named> said, int sentinels) {
    return votes(said).entrySet().stream()
        .filter(each -> 2 * each.getValue() > sentinels)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /**
   * Those that may be the master, in the order in which to try. What most name comes first, and
   * beside it only what a later failover made the master, of which most do not know yet. Where they
   * do not agree it is whom the latest failover made it.
   *
   * @param dead where no master answered the last time; others come before it
   */
  static List<Place> order(List<Named> said, int sentinels, @Nullable Place dead) {
    Map<Place, Integer> votes = votes(said);
    Map<Place, Long> epochs = new LinkedHashMap<>();
    said.forEach(each -> epochs.merge(each.place, each.epoch, Math::max));
    Place most = most(said, sentinels);
    long least = least(epochs, most);
    return epochs.keySet().stream()
        .filter(place -> place.equals(most) || epoch(epochs, place) >= least)
        .sorted(
            Comparator.comparing((Place place) -> place.equals(dead))
                .thenComparing(place -> !place.equals(most))
                .thenComparing(place -> -epoch(epochs, place))
                .thenComparing(place -> -votes.getOrDefault(place, 0)))
        .toList();
  }

  /** The epoch that a server must have that is not named by most. */
  private static long least(Map<Place, Long> epochs, @Nullable Place most) {
    if (most == null) {
      return epochs.values().stream().mapToLong(Long::longValue).max().orElse(Named.UNKNOWN);
    }
    long known = epoch(epochs, most);
    return known == Named.UNKNOWN ? Long.MAX_VALUE : known + 1;
  }

  private static long epoch(Map<Place, Long> epochs, Place place) {
    return epochs.getOrDefault(place, Named.UNKNOWN);
  }

  private static Map<Place, Integer> votes(List<Named> said) {
    Map<Place, Integer> votes = new LinkedHashMap<>();
    said.forEach(each -> votes.merge(each.place, 1, Integer::sum));
    return votes;
  }
}
