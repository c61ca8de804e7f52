package io.plenary.load.scenario;

import io.plenary.load.report.Names;

/** The doors open: new people, all at once, on a server that nobody has come to. */
final class FirstJoin implements Scenario {
  private static final int PHONES = 10_000;
  private static final long OLD_MS = 14_000;
  private static final long RESTED_MS = 5_000;

  @Override
  public String name() {
    return "first-join";
  }

  @Override
  public String about() {
    return "a fresh server, 14 s after its start: 10,000 new people join at once; beside the peers";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Peers peers = Peers.of(bench);
    Practice.of(bench);
    peers.measured(subject -> once(bench, subject));
  }

  private static Foreign.Kept once(Bench bench, Subject subject) throws Exception {
    FirstBurst.age(bench, subject, OLD_MS * (bench.options().quick() ? 0.1 : 1));
    Arrival arrival = Arrival.of(subject, subject.seats(bench.options().phones(PHONES, 300)));
    if (!bench.options().quick()) Thread.sleep(RESTED_MS);
    Idle idle = Idle.of(bench, subject);
    return new Foreign.Kept(
        arrival.used(), () -> arrival.keep(bench.sheet(), Names.FIRST_JOIN, subject.name(), idle));
  }
}
