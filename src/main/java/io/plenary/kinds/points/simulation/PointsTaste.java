package io.plenary.kinds.points.simulation;

import io.plenary.kinds.points.wire.PointsWire.PointsPoll;
import io.plenary.simulation.Taste;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How simulated people share points: every option has a weight in a room, each person has tastes of
 * their own on top, and few give all to one. A step at a time, so that every answer adds up.
 */
public final class PointsTaste implements Taste<PointsPoll> {
  private static final double GIVES_ALL_TO_ONE = 0.05;

  @Override
  public Class<PointsPoll> ballot() {
    return PointsPoll.class;
  }

  @Override
  public List<String> answer(PointsPoll points, long room, RandomGenerator random) {
    Random lean = new Random(room ^ points.question().hashCode());
    double[] weights =
        IntStream.range(0, points.options().size())
            .mapToDouble(i -> (0.08 + Math.pow(lean.nextDouble(), 2)) * random.nextDouble())
            .toArray();
    int[] given = new int[weights.length];
    boolean toOne = random.nextDouble() < GIVES_ALL_TO_ONE;
    int favourite = drawn(weights, random);
    for (int left = points.total(); left > 0; left -= points.step()) {
      given[toOne ? favourite : drawn(weights, random)] += points.step();
    }
    return IntStream.range(0, given.length)
        .filter(i -> given[i] > 0)
        .mapToObj(i -> points.options().get(i).id() + ":" + given[i])
        .toList();
  }

  /** One of them, by chance, each as often as its weight says. */
  private static int drawn(double[] weights, RandomGenerator random) {
    double at =
        random.nextDouble() * IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    int last = weights.length - 1;
    for (int i = 0; i < last; i++) {
      at -= weights[i];
      if (at < 0) return i;
    }
    return last;
  }
}
