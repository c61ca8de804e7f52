package io.plenary.kinds.ranking.simulation;

import io.plenary.kinds.ranking.wire.RankingWire.Option;
import io.plenary.kinds.ranking.wire.RankingWire.Ranking;
import io.plenary.simulation.Taste;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * In which order simulated people put options: every option has a weight in a room, and who has
 * more of it comes before others more often. Most give every place they may.
 */
public final class RankingTaste implements Taste<Ranking> {
  private static final double GIVES_FEWER = 0.25;

  @Override
  public Class<Ranking> ballot() {
    return Ranking.class;
  }

  @Override
  public List<String> answer(Ranking ranking, long room, RandomGenerator random) {
    Random lean = new Random(room ^ ranking.question().hashCode());
    // The order in which bells ring that ring by chance, each as often as its weight says.
    double[] rings =
        IntStream.range(0, ranking.options().size())
            .mapToDouble(
                i -> -Math.log(1 - random.nextDouble()) / (0.08 + Math.pow(lean.nextDouble(), 2)))
            .toArray();
    int places =
        random.nextDouble() < GIVES_FEWER ? 1 + random.nextInt(ranking.places()) : ranking.places();
    return IntStream.range(0, rings.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> rings[i]))
        .limit(places)
        .map(ranking.options()::get)
        .map(Option::id)
        .toList();
  }
}
