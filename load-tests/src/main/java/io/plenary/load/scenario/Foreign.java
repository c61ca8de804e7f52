package io.plenary.load.scenario;

import io.plenary.load.server.Meter;

/**
 * Others on the machine spoil a measurement: it is done again, twice at most, and the report says
 * what was left.
 */
final class Foreign {
  interface Round {
    /** Measures once. Figures are only kept when the round counts. */
    Kept once() throws Exception;
  }

  /** What a round found: who used the machine meanwhile, and how to keep the figures. */
  record Kept(Meter.Reading reading, Runnable keep) {}

  private static final int TIMES = 3;

  private Foreign() {}

  static void quiet(Bench bench, Round round) throws Exception {
    for (int i = 1; ; i++) {
      Kept found = round.once();
      boolean spoilt = found.reading.foreign() > bench.options().foreign();
      if (spoilt && i < TIMES && !bench.options().quick()) {
        bench.say(
            "repeating the round: others used "
                + String.format("%.2f", found.reading.foreign())
                + " cores");
        continue;
      }
      found.keep.run();
      note(bench, found.reading);
      return;
    }
  }

  static void note(Bench bench, Meter.Reading reading) {
    bench.sheet().add("foreign load during a round, cores", reading.foreign());
    bench
        .sheet()
        .add("the swarm's own CPU during a round, cores", reading.client() / reading.seconds());
    if (reading.foreign() > bench.options().foreign()) {
      bench
          .sheet()
          .note(
              "others used more than "
                  + bench.options().foreign()
                  + " cores during at least one round that is counted");
    }
  }
}
