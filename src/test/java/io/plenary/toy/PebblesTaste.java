package io.plenary.toy;

import io.plenary.simulation.Taste;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Simulated people put each of their pebbles somewhere. */
public final class PebblesTaste implements Taste<PebblesWire.Room> {
  @Override
  public Class<PebblesWire.Room> ballot() {
    return PebblesWire.Room.class;
  }

  @Override
  public List<String> answer(PebblesWire.Room ballot, long room, RandomGenerator random) {
    List<String> jars = PebbleSettings.JARS;
    return IntStream.range(0, PebbleSettings.MOST)
        .mapToObj(i -> jars.get(random.nextInt(jars.size())))
        .toList();
  }
}
