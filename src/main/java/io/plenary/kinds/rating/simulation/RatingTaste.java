package io.plenary.kinds.rating.simulation;

import io.plenary.kinds.rating.wire.RatingWire.Item;
import io.plenary.kinds.rating.wire.RatingWire.Rating;
import io.plenary.simulation.Taste;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Which points simulated people give: a room likes every statement in its own degree, and people
 * differ around it. Some have no opinion on some, and where one may leave statements out, a few do.
 */
public final class RatingTaste implements Taste<Rating> {
  private static final double HAS_NONE = 0.08;

  /** Of the length of the scale: how far people are from each other. */
  private static final double SPREAD = 0.22;

  @Override
  public Class<Rating> ballot() {
    return Rating.class;
  }

  @Override
  public List<String> answer(Rating rating, long room, RandomGenerator random) {
    Random lean = new Random(room ^ rating.question().hashCode());
    List<Integer> values = rating.values();
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < rating.statements().size(); i++) {
      Item statement = rating.statements().get(i);
      double liked = 0.25 + 0.65 * lean.nextDouble();
      double at = liked + SPREAD * random.nextGaussian();
      int value = values.get((int) Math.max(0, Math.min(values.size() - 1, at * values.size())));
      boolean none = random.nextDouble() < HAS_NONE;
      boolean last = i == rating.statements().size() - 1 && entries.isEmpty();
      if (!none || last) entries.add(statement.id() + ":" + value);
      else if (rating.noOpinion() != null) entries.add(statement.id() + ":none");
    }
    return entries.stream().sorted().toList();
  }
}
