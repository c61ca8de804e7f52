package io.plenary.load.scenario;

import io.plenary.load.kinds.BallotKind;
import io.plenary.load.kinds.Kinds;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Meter;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * What a vote of one kind costs beside another. Each kind has a room of its own with as many
 * phones; each round measures one after the other, while those of the others do nothing.
 */
final class KindRatio implements Scenario {
  private static final int PHONES = 1_000;
  private final int perPhone;

  KindRatio(int perPhone) {
    this.perPhone = perPhone;
  }

  @Override
  public String name() {
    return "kinds";
  }

  @Override
  public String about() {
    return "closed loop, 1,000 phones for each of --kinds (choice and ranking when one is given):"
        + " votes/s ÷ those of the first";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(PHONES, 100);
    List<BallotKind> wanted = bench.options().kinds();
    if (wanted.size() < 2) wanted = Kinds.named(List.of("choice", "ranking"));
    List<BallotKind> kinds = wanted;
    Peers.plenaries(bench, kinds)
        .standing(
            subject -> {
              subject.fill(phones * kinds.size());
              Warm.up(bench, subject, bench.options().warm(Warm.BEFORE_LOAD_S));
            },
            subject -> round(bench, (Hall) subject));
  }

  private void round(Bench bench, Hall hall) throws Exception {
    List<Voting> kinds = hall.votings();
    double[] rates = new double[kinds.size()];
    for (int i = 0; i < rates.length; i++) {
      int kind = i;
      Foreign.quiet(bench, () -> once(bench, hall, kinds.get(kind), rate -> rates[kind] = rate));
    }
    for (int i = 1; i < rates.length; i++) {
      String of = kinds.get(0).name() + ", " + kinds.get(i).name();
      bench.sheet().add(Names.on(Names.KIND + of, hall.tag()), rates[i] / rates[0]);
    }
  }

  private Foreign.Kept once(Bench bench, Hall hall, Voting voting, DoubleConsumer rate)
      throws Exception {
    hall.begin(voting, "stage");
    Crowd crowd = hall.crowd();
    List<Voter> voters = hall.voters(voting);
    ClosedLoop loop = ClosedLoop.start(bench, crowd, voters, perPhone);
    long acks = crowd.acks();
    Meter meter = Meter.of(hall.pid(), hall.redisPid());
    Thread.sleep(bench.options().seconds(10, 2) * 1_000L);
    long counted = crowd.acks() - acks;
    Meter.Reading used = meter.read();
    loop.stop();
    hall.check(voting);
    return new Foreign.Kept(
        used,
        () -> {
          double perS = counted / used.seconds();
          rate.accept(perS);
          bench.sheet().add("kinds: votes/s acknowledged, " + voting.name() + hall.tag(), perS);
          loop.notes(bench, perS, voters.size());
        });
  }
}
