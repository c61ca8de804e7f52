package io.plenary.load.scenario;

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
      description = "crash-*, power*: how many times. Default: 20.",
      defaultValue = "20")
  private int count;

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
            new Crash(true, count),
            new Crash(false, count),
            new Power("always", count),
            new Power("everysec", count)));
    List<Scenario> chosen = new ArrayList<>();
    for (String name : names) {
      if (name.equals("table")) {
        chosen.addAll(measured);
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
                              + ". There are: table, all, "
                              + all.stream().map(Scenario::name).collect(Collectors.joining(", "))
                              + ".")));
    }
    return chosen;
  }
}
