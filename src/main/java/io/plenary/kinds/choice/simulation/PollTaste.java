package io.plenary.kinds.choice.simulation;

import io.plenary.kinds.choice.wire.ChoiceWire.Poll;
import io.plenary.simulation.Taste;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Which options a simulated room leans to: every option of a poll has a weight. */
public final class PollTaste implements Taste<Poll> {
  @Override
  public Class<Poll> ballot() {
    return Poll.class;
  }

  /**
   * Ids of the chosen options in the order of the poll: at least one, at most {@code maxChoices},
   * an exclusive one alone.
   */
  @Override
  public List<String> answer(Poll poll, long room, RandomGenerator random) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < poll.options().size(); i++) left.add(i);
    double[] weights = weights(poll, room);
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

  private static double[] weights(Poll poll, long room) {
    Random lean = new Random(room ^ poll.question().hashCode());
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
