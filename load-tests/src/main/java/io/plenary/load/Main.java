package io.plenary.load;

import io.plenary.load.net.Loops;
import io.plenary.load.report.Report;
import io.plenary.load.report.Sheet;
import io.plenary.load.scenario.Bench;
import io.plenary.load.scenario.Progress;
import io.plenary.load.scenario.Scenario;
import io.plenary.load.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Exit code 0: every check held; 1: a fault was found; 2: it could not be run. */
@Command(
    name = "load-tests",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the packaged server from outside and recounts every vote.")
public final class Main implements Callable<Integer> {
  @Mixin private Options options;

  @Mixin private Scenarios scenarios;

  @Parameters(
      description =
          "What to run, in this order; 'table' is every line of the table of targets, 'nodes'"
              + " several servers on one store, 'all' the table, both venues, questions and"
              + " reactions. See README.md for what each measures.",
      arity = "1..*")
  private List<String> names = new ArrayList<>();

  private final String[] args;

  private Main(String[] args) {
    this.args = args;
  }

  public static void main(String[] args) {
    cheaply();
    CommandLine command = new CommandLine(new Main(args));
    command.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          if (e instanceof IllegalArgumentException) System.err.println(e.getMessage());
          else e.printStackTrace();
          return 2;
        });
    System.exit(command.execute(args)); // JDK HTTP client threads would linger
  }

  /**
   * Netty checks every access and follows some buffers to find leaks: right in a server, and here
   * CPU that the server under test lacks. Read when its classes are loaded.
   */
  private static void cheaply() {
    System.setProperty("io.netty.buffer.checkBounds", "false");
    System.setProperty("io.netty.buffer.checkAccessible", "false");
    System.setProperty("io.netty.leakDetection.level", "disabled");
  }

  @Override
  public Integer call() throws Exception {
    List<Scenario> chosen = scenarios.chosen(names);
    options.kinds(); // said before anything is started
    Sheet sheet = new Sheet();
    try (Lab lab = new Lab(options);
        Loops loops = new Loops(options.threads)) {
      Report report =
          new Report(lab, String.join(" ", shown(args)), options.quick, options.asPromised());
      Progress progress = new Progress(chosen.stream().map(Scenario::name).toList());
      for (Scenario scenario : chosen) {
        progress.next();
        System.out.println(scenario.name() + ": " + scenario.about());
        try {
          scenario.run(new Bench(lab, options, loops, sheet, progress));
        } catch (Exception e) {
          e.printStackTrace();
          sheet.fault(scenario.name() + " could not be finished: " + e);
        }
        report.keep(sheet, options.out, progress.left());
      }
      report.publish(sheet, options.out);
    }
    return sheet.faults().isEmpty() ? 0 : 1;
  }

  /** What others can type too: paths of this machine are left out. */
  private static List<String> shown(String[] args) {
    List<String> shown = new ArrayList<>();
    for (String arg : args) {
      boolean path = arg.contains("/");
      boolean option = path && arg.startsWith("--") && arg.contains("=");
      shown.add(option ? arg.substring(0, arg.indexOf('=')) + "=…" : path ? "…" : arg);
    }
    return shown;
  }
}
