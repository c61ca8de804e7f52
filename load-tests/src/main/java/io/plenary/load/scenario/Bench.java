package io.plenary.load.scenario;

import io.plenary.load.Lab;
import io.plenary.load.Options;
import io.plenary.load.net.Loops;
import io.plenary.load.report.Sheet;

/** What a scenario works with. */
public record Bench(Lab lab, Options options, Loops loops, Sheet sheet, Progress progress) {
  /** A turn of a round begins. */
  void round(int round, String who) {
    progress.round(round, options.rounds(), who);
  }

  void say(String text) {
    System.out.println("  " + text);
  }
}
