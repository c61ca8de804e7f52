package io.plenary.load.scenario;

import java.time.Duration;
import java.util.List;

/** How far a run is, for whoever waits for it. */
public final class Progress {
  private final List<String> scenarios;
  private final long began = System.nanoTime();
  private int at = -1;

  /**
   * @param scenarios their names in the order they run in
   */
  public Progress(List<String> scenarios) {
    this.scenarios = List.copyOf(scenarios);
  }

  /** The next scenario begins. */
  public void next() {
    at++;
    System.out.println(line(elapsed(), ""));
  }

  /** Those after the one that runs. */
  public List<String> left() {
    return scenarios.subList(at + 1, scenarios.size());
  }

  void round(int round, int rounds, String who) {
    System.out.println(line(elapsed(), ", round " + (round + 1) + " of " + rounds + ": " + who));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  String line(Duration elapsed, String what) {
    return String.format(
        "[%d:%02d min] %s (%d of %d)%s",
        elapsed.toMinutes(),
        elapsed.toSecondsPart(),
        scenarios.get(at),
        at + 1,
        scenarios.size(),
        what);
  }
}
