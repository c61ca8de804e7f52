package io.plenary.load;

import io.plenary.load.kinds.BallotKind;
import io.plenary.load.kinds.Kinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command understands. */
public final class Options {
  @Option(
      names = "--project",
      description = "The project's folder; found from the working directory when not given.")
  Path project;

  @Option(
      names = "--jar",
      description = "The packaged server; target/plenary.jar of the project when not given.")
  Path jar;

  @Option(
      names = "--jdk",
      description = "JDK to run the server on; the one this runs on when not given.")
  Path jdk;

  @Option(
      names = "--also-jdk",
      description =
          "A further JDK: every line of the table is measured on it, too, in the same rounds, with"
              + " the same jar and settings. Repeatable.")
  List<Path> alsoJdks = new ArrayList<>();

  @Option(
      names = "--server-arg",
      description =
          "A setting of the server other than its default, such as --server-arg=--tick=50ms."
              + " Repeatable.")
  List<String> serverArgs = new ArrayList<>();

  @Option(
      names = "--java-arg",
      description = "An argument of the server's JVM. Repeatable. A user gives none.")
  List<String> javaArgs = new ArrayList<>();

  @Option(
      names = "--first-port",
      description =
          "Listen on some of the 30 ports from this one on. Default: 18300, below what systems give"
              + " to clients.",
      defaultValue = "18300")
  int firstPort;

  @Option(
      names = "--phones",
      description = "How many phones; each scenario has its own default.",
      defaultValue = "0")
  int phones;

  @Option(
      names = "--seconds",
      description = "How long a measurement lasts; each scenario has its own default.",
      defaultValue = "0")
  int seconds;

  @Option(
      names = "--rounds",
      description = "Rounds, interleaved with the yardstick's. Default: 3.",
      defaultValue = "0")
  int rounds;

  @Option(
      names = "--warm",
      description = "Seconds of warm-up. Default: 20, and 10 where what follows is a steady load.",
      defaultValue = "-1")
  int warm;

  @Option(
      names = "--threads",
      description = "Event loops of the swarm. Default: 2.",
      defaultValue = "2")
  int threads;

  @Option(
      names = "--quick",
      description = "Few phones, short, one round: proves that everything works, measures nothing.")
  boolean quick;

  @Option(
      names = "--out",
      description = "Write the report there (Markdown) as well as on the terminal.")
  Path out;

  @Option(
      names = "--profile",
      description =
          "Plenary's JVM records itself, and the report of first-burst, burst and herd ends with"
              + " what it did while it was measured, and while it was idle between. Its figures are"
              + " no figures then.")
  boolean profile;

  @Option(
      names = "--foreign",
      description =
          "Cores others may use during a round before it is repeated, twice at most. Default: 0.2.",
      defaultValue = "0.2")
  double foreign;

  @Option(
      names = "--kinds",
      split = ",",
      description =
          "Kinds of ballots that phones vote on, each in a room of its own, to which phones are"
              + " dealt by their numbers. A name that nobody knows is answered with those there"
              + " are. Default: choice.",
      defaultValue = "choice")
  List<String> kinds = new ArrayList<>();

  @Option(names = "--no-yardsticks", description = "Measure Plenary alone.")
  boolean alone;

  public int phones(int usual, int quickly) {
    return phones > 0 ? phones : quick ? quickly : usual;
  }

  public int seconds(int usual, int quickly) {
    return seconds > 0 ? seconds : quick ? quickly : usual;
  }

  public int rounds() {
    return rounds > 0 ? rounds : quick ? 1 : 3;
  }

  public int warm() {
    return warm(20);
  }

  /** What a steady load warms up itself while it is measured needs less. */
  public int warm(int usual) {
    return warm >= 0 ? warm : quick ? 1 : usual;
  }

  public int threads() {
    return threads;
  }

  /**
   * Whether figures can be held against the targets, which are for the scenarios' own numbers of
   * phones.
   */
  boolean asPromised() {
    return !quick && phones == 0;
  }

  public boolean quick() {
    return quick;
  }

  public boolean alone() {
    return alone;
  }

  /**
   * @throws IllegalArgumentException for a kind nobody knows
   */
  public List<BallotKind> kinds() {
    return Kinds.named(kinds);
  }

  public double foreign() {
    return foreign;
  }
}
