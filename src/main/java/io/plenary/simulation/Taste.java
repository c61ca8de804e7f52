package io.plenary.simulation;

import io.plenary.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What a room as a whole leans to: every option has a weight, the same for all phones of a seed, so
 * that a result has a shape. Which person chooses what is up to the person's own randomness.
 */
final class Taste {
  private final long seed;

  Taste(long seed) {
    this.seed = seed;
  }

  /**
   * Ids of the chosen options in the order of the poll: at least one, at most {@code maxChoices},
   * an exclusive one alone.
   */
  List<String> choose(Wire.Poll poll, RandomGenerator random) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < poll.options().size(); i++) left.add(i);
    double[] weights = weights(poll);
    List<Integer> chosen = new ArrayList<>();
    int n =
        poll.maxChoices() == 1
            ? 1
            : 1 + random.nextInt(Math.min(poll.maxChoices(), poll.options().size()));
    while (chosen.size() < n && !left.isEmpty()) {
      Integer next = draw(left, weights, random);
      left.remove(next);
      if (poll.options().get(next).exclusive()) {
        if (chosen.isEmpty()) return List.of(poll.options().get(next).id());
      } else {
        chosen.add(next);
      }
    }
    return chosen.stream().sorted().map(i -> poll.options().get(i).id()).toList();
  }

  private double[] weights(Wire.Poll poll) {
    Random lean = new Random(seed ^ poll.question().hashCode());
    return lean.doubles(poll.options().size()).map(x -> 0.08 + x * x).toArray();
  }

  private static Integer draw(List<Integer> left, double[] weights, RandomGenerator random) {
    double at = random.nextDouble() * left.stream().mapToDouble(i -> weights[i]).sum();
    for (Integer i : left) {
      at -= weights[i];
      if (at <= 0) return i;
    }
    return left.get(left.size() - 1);
  }
}
