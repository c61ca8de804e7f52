package io.plenary.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Settings from the command line, read and explained by picocli from {@link Declared}. */
final class CommandLineSource {
  private static final String CONFIG = "--config";

  private final CommandLine picocli;

  CommandLineSource(String version) {
    CommandSpec spec =
        CommandSpec.create().name("java -jar plenary.jar").version("Plenary " + version);
    spec.usageMessage()
        .width(110)
        .autoWidth(false)
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .description("Live polls for conferences. Starts with no settings at all.")
        .footer(
            "",
            "verify <file>  as the first word: recounts an exported results.json or export.json and"
                + " leaves; exit code 0 when all agrees.",
            "back-up --to=<folder> [--data <folder>]  as the first word: copies the data folder"
                + " while the server runs, and leaves.",
            "repair-store [--data <folder>]  as the first word: looks at the files of the built-in"
                + " Redis, says what is wrong, and leaves; with --cut it",
            "mends what can be mended, and keeps what it cuts off.",
            "start-anew [--data <folder>]  as the first word: the next start may begin with an"
                + " empty store; what the folder holds is put aside.",
            "sign-in-link <e-mail>  as the first word: prints a link with which the account is"
                + " signed in to, once and within 15 minutes.",
            "reset-password <e-mail>  as the first word: prints a link with which the account is"
                + " given a new password, once and within 15 minutes.",
            "remove-second-factor <e-mail>  as the first word: the account signs in without a code"
                + " again, for whoever lost the device that shows them.",
            "links [<event>]  as the first word: prints the links of stages and remotes, of all"
                + " events or of the one with this join code; and the set-up link while",
            "nobody has an account. These four take the server's settings, and work while it"
                + " runs.",
            "",
            "The command line wins over the environment, the environment over the file, the file"
                + " over the default.",
            "The file holds lines such as \"port = 8080\". Unknown names are errors in all three.");
    Map<String, ArgGroupSpec.Builder> groups = new java.util.LinkedHashMap<>();
    for (Setting<?> setting : Declared.ALL) {
      groups
          .computeIfAbsent(
              setting.group(),
              heading ->
                  ArgGroupSpec.builder()
                      .validate(false)
                      .heading("%n" + heading + "%n")
                      .order(groups.size()))
          .addArg(option(setting));
    }
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .type(String.class)
            .arity("1")
            .paramLabel("<file>")
            .description(
                "Read settings from this file.",
                "PLENARY_CONFIG. Default: plenary.properties in the working directory, if it is"
                    + " there.")
            .build());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .arity("0")
            .description("Show this and leave.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .arity("0")
            .description("Show the version and leave.")
            .build());
    groups.values().forEach(group -> spec.addArgGroup(group.build()));
    spec.parser().unmatchedArgumentsAllowed(true).collectErrors(true);
    picocli = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
  }

  private static OptionSpec option(Setting<?> setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.option())
            .type(String.class)
            .paramLabel(setting.type().label())
            .arity(setting.bare() == null ? "1" : "0..1")
            .description(
                setting.description(),
                String.join(" or ", setting.env())
                    + ". Default: "
                    + setting.defaultSaid()
                    + ". Allowed: "
                    + setting.type().allowed()
                    + ".");
    return (setting.bare() == null ? option : option.fallbackValue(setting.bare())).build();
  }

  /** Values by the setting's name, and what else was asked for. */
  record Parsed(Map<String, Raw> values, Optional<String> config, Optional<String> print) {}

  Parsed read(String[] args, Problems problems) {
    CommandLine.ParseResult parsed = picocli.parseArgs(args);
    if (parsed.isUsageHelpRequested()) {
      return new Parsed(
          Map.of(),
          Optional.empty(),
          Optional.of(picocli.getUsageMessage(CommandLine.Help.Ansi.OFF)));
    }
    if (parsed.isVersionHelpRequested()) {
      return new Parsed(
          Map.of(),
          Optional.empty(),
          Optional.of(picocli.getCommandSpec().version()[0] + System.lineSeparator()));
    }
    parsed.errors().forEach(error -> problems.add(error.getMessage() + "."));
    List<String> known = new ArrayList<>(picocli.getCommandSpec().optionsMap().keySet());
    Map<String, Raw> found = new HashMap<>();
    Optional<String> config = Optional.empty();
    List<String> unmatched = new ArrayList<>(parsed.unmatched());
    for (OptionSpec option : parsed.matchedOptions()) {
      String name = option.longestName();
      String text = parsed.matchedOptionValue(name, "");
      if (text.startsWith("--")) {
        unmatched.add(0, text);
      } else if (name.equals(CONFIG)) {
        config = Optional.of(text);
      } else {
        found.put(name.substring(2), new Raw(name, text.strip()));
      }
    }
    reportUnmatched(unmatched, known, problems);
    return new Parsed(found, config, Optional.empty());
  }

  // A word after an unknown option is most likely its value: say only what is surely wrong, and
  // nothing that may be a secret.
  private static void reportUnmatched(
      List<String> unmatched, List<String> known, Problems problems) {
    List<String> options =
        unmatched.stream()
            .filter(arg -> arg.startsWith("-"))
            .map(arg -> arg.split("=", 2)[0])
            .distinct()
            .toList();
    options.forEach(option -> problems.unknown("option", option, known));
    if (options.isEmpty() && !unmatched.isEmpty()) {
      problems.add("Unexpected word on the command line: settings are written --name=value.");
    }
  }
}
