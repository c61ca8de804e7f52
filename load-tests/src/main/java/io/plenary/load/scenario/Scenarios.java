package io.plenary.load.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Every scenario, and the options only some of them have. */
public final class Scenarios {
  @Option(
      names = "--rate",
      description = "votes-open: votes per second. Default: 5000.",
      defaultValue = "5000")
  private int rate;

  @Option(
      names = "--within",
      description = "burst: milliseconds in which all press. Default: 200.",
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

  /**
   * @throws IllegalArgumentException for a name nobody knows
   */
  public List<Scenario> chosen(List<String> names) {
    List<Scenario> measured =
        List.of(
            new Start(),
            new Join(),
            new Memory(),
            new Saturation(perPhone),
            new Burst(within),
            new OpenLoop(rate),
            new FanOut(),
            new Growth());
    List<Scenario> venues = List.of(new Venue(false), new Venue(true), new Stall(), new Events());
    List<Scenario> all = new ArrayList<>(measured);
    all.addAll(venues);
    all.add(new Proxies());
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
                              + ". There are: all, "
                              + all.stream().map(Scenario::name).collect(Collectors.joining(", "))
                              + ".")));
    }
    return chosen;
  }
}
