package io.plenary.load;

import io.plenary.load.report.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java that the server runs on.
 *
 * @param tag behind the name of every figure of a Plenary on it; empty when there is one Java only
 */
public record Jvm(Path java, String tag) {
  /** With socket.io and Bun, each has 3,000 phones at once, and a process may have 20,000 files. */
  private static final int MOST = 4;

  private static final Pattern VERSION =
      Pattern.compile("(?m)^JAVA_VERSION=\"((\\d+)[^\"]*)\"\\s*$");

  /** Who is measured, on the sheet. */
  public String name() {
    return Names.on(Names.PLENARY, tag);
  }

  /**
   * One without a tag, or several that are told apart by their versions: by the first number of
   * them where that is enough.
   *
   * @throws IllegalArgumentException where there is no JDK, and for one that is given twice
   */
  static List<Jvm> of(Path home, List<Path> others) {
    List<Path> homes = new ArrayList<>(List.of(home));
    homes.addAll(others);
    homes.forEach(Jvm::check);
    if (homes.size() == 1) return List.of(new Jvm(java(home), ""));
    if (homes.size() > MOST) {
      throw new IllegalArgumentException("At most " + (MOST - 1) + " --also-jdk can be measured.");
    }
    List<Matcher> versions = homes.stream().map(Jvm::version).toList();
    if (!different(versions, v -> v.group(1))) {
      throw new IllegalArgumentException(
          "--jdk and --also-jdk name the same version of Java twice: "
              + versions.stream().map(v -> v.group(1)).toList());
    }
    int group = different(versions, v -> v.group(2)) ? 2 : 1;
    List<Jvm> all = new ArrayList<>();
    for (int i = 0; i < homes.size(); i++) {
      all.add(new Jvm(java(homes.get(i)), ", Java " + versions.get(i).group(group)));
    }
    return List.copyOf(all);
  }

  private static boolean different(List<Matcher> versions, Function<Matcher, String> what) {
    return new HashSet<>(versions.stream().map(what).toList()).size() == versions.size();
  }

  private static Path java(Path home) {
    return home.resolve("bin/java");
  }

  private static void check(Path home) {
    if (!Files.isExecutable(java(home))) {
      throw new IllegalArgumentException("There is no JDK at " + home + ": bin/java is missing.");
    }
  }

  /** Its first group is the whole version, its second one the first number. */
  private static Matcher version(Path home) {
    try {
      Matcher found = VERSION.matcher(Files.readString(home.resolve("release")));
      if (found.find()) return found;
    } catch (IOException e) {
      throw new IllegalArgumentException("The release file of " + home + " cannot be read.", e);
    }
    throw new IllegalArgumentException("The release file of " + home + " has no JAVA_VERSION.");
  }
}
