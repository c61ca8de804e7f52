package io.plenary.load.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Every scenario, and the options only some of them have. */
public final class Scenarios {
  private static final int USUAL_RATE = 5_000;
  private static final int HIGH_RATE = 20_000;

  @Option(
      names = "--rate",
      description =
          "Votes per second of a further scenario votes-open-RATE beside votes-open (5,000) and"
              + " votes-open-20000.",
      defaultValue = "5000")
  private int rate;

  @Option(
      names = "--within",
      description =
          "first-burst, burst, burst-10000: milliseconds in which all press. Default: 200.",
      defaultValue = "200")
  private int within;

  @Option(
      names = "--per-phone",
      description =
          "votes-saturation: most votes per second of one phone; a server lets one connection send"
              + " no more than 50 messages per second. 0: no bound. Default: 48.",
      defaultValue = "48")
  private int perPhone;

  @Option(
      names = "--count",
      description =
          "How many times something dies. Default: 20 for crash-* and power*, 50 for"
              + " nodes-killed, 15 for master-killed, replication-cut* and cluster-*.",
      defaultValue = "0")
  private int count;

  @Option(
      names = "--down-after",
      description =
          "master-killed, replication-cut*, cluster-*: milliseconds that a master is silent until a"
              + " Sentinel, or another server of the Cluster, takes it to be down. Default: 2000.",
      defaultValue = "2000")
  private int downAfterMs;

  @Option(
      names = "--from-jar",
      description =
          "rolling-upgrade: the packaged server of an older release that the servers begin as. When"
              + " it is not given, the first one that knew the number of the store's format is"
              + " built from the project's history, for which git and Maven are needed.")
  private Path fromJar;

  /** Every line of the table of targets. */
  private List<Scenario> table() {
    return List.of(
        new FirstBurst(within),
        new FirstJoin(),
        Burst.usual(within),
        Burst.great(within),
        new Saturation(1_000, perPhone),
        new Saturation(3_000, perPhone),
        new FanOut(),
        new Herd(),
        new Memory(),
        new OpenLoop(USUAL_RATE),
        new OpenLoop(HIGH_RATE),
        new Start(),
        new KindRatio(perPhone),
        new Growth());
  }

  /** Several servers on one store. */
  private List<Scenario> nodes() {
    int failovers = count(15);
    return List.of(
        new NodesKilled(count(50)),
        Failover.killed(failovers, downAfterMs),
        Failover.cut(1, failovers, downAfterMs),
        Failover.cut(0, failovers, downAfterMs),
        Failover.clusterKilled(failovers, downAfterMs),
        Failover.clusterCut(failovers, downAfterMs),
        new RollingRestart(),
        new RollingUpgrade(fromJar),
        new Canary(),
        new NodesIdle());
  }

  private int count(int usual) {
    return count > 0 ? count : usual;
  }

  /**
   * @throws IllegalArgumentException for a name nobody knows
   */
  public List<Scenario> chosen(List<String> names) {
    List<Scenario> measured = new ArrayList<>(table());
    List<Scenario> venues = List.of(new Venue(false), new Venue(true), new Stall(), new Events());
    List<Scenario> all = new ArrayList<>(measured);
    all.addAll(venues);
    all.add(new Proxies());
    if (rate != USUAL_RATE && rate != HIGH_RATE) all.add(new OpenLoop(rate));
    List<Scenario> questions =
        List.of(new QuestionList(), new Conference(), new Quarrel(), new Reactions());
    all.addAll(questions);
    all.addAll(
        List.of(
            new Crash(true, count(20)),
            new Crash(false, count(20)),
            new Power("always", count(20)),
            new Power("everysec", count(20))));
    all.addAll(nodes());
    List<Scenario> chosen = new ArrayList<>();
    for (String name : names) {
      if (name.equals("table")) {
        chosen.addAll(measured);
        continue;
      }
      if (name.equals("nodes")) {
        chosen.addAll(nodes());
        continue;
      }
      if (name.equals("all")) {
        chosen.addAll(measured);
        chosen.addAll(venues);
        chosen.addAll(questions);
        continue;
      }
      chosen.add(
          all.stream()
              .filter(s -> s.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "There is no scenario "
                              + name
                              + ". There are: table, nodes, all, "
                              + all.stream().map(Scenario::name).collect(Collectors.joining(", "))
                              + ".")));
    }
    return chosen;
  }
}
