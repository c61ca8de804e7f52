package io.plenary.kinds.ranking;

import java.util.List;

/**
 * The places one person gave.
 *
 * @param options ids, best first, none twice; empty when abstaining
 */
public record RankOrder(List<String> options) {
  public RankOrder {
    options = List.copyOf(options);
  }

  public boolean abstains() {
    return options.isEmpty();
  }
}
