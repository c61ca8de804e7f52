package io.plenary.load.scenario;

import io.plenary.load.Lab;
import io.plenary.load.Options;
import io.plenary.load.net.Loops;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Meter;

/** What a scenario works with. */
public record Bench(Lab lab, Options options, Loops loops, Sheet sheet, Progress progress) {
  /** A turn of a round begins. */
  void round(int round, String who) {
    progress.round(round, options.rounds(), who);
  }

  /**
   * For the profile, where one is wanted, and of Plenary alone.
   *
   * @param what of the scenario was measured
   */
  void profiled(Subject subject, String what, Meter.Reading used) {
    if (lab.profile != null && subject instanceof Hall) lab.profile.measured(what, used.spans());
  }

  void say(String text) {
    System.out.println("  " + text);
  }
}
